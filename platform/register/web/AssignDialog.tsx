import { newKey, useRead, useWrite } from '@zhitongche/contract/web';
import type { RegisterKind, Roster } from '@zhitongche/register';
import { Button, dayText, Dialog, SearchBox, Skeleton, toast } from '@zhitongche/ui';
import { useRef, useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import type { OpenPost } from './roster-shown.ts';
import './RowPicker.css';

/** Fills an open post: the person is chosen by name, and stands in the roster. */
export const AssignDialog = ({
  kind,
  roster,
  post,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly roster: Roster;
  readonly post: OpenPost;
  readonly onClose: () => void;
}) => {
  const [q, setQ] = useState('');
  const [person, setPerson] = useState<{ readonly id: string; readonly title: string }>();
  const known = useRead('picks', { params: { from: 'account' }, query: q === '' ? {} : { q } });
  const { mutateAsync, isPending, error } = useWrite('keptEnter', [
    'keptRoster',
    'keptRows',
    'keptStages',
    'keptRegisters',
  ]);
  const key = useRef(newKey());
  const save = async (): Promise<void> => {
    if (!person) return;
    const answers = {
      [roster.day]: post.day,
      [roster.shift]: post.shift,
      [roster.post]: post.post,
      [roster.person]: { id: person.id, title: person.title },
    };
    try {
      await mutateAsync({
        params: { register: kind.code },
        body: { command: { act: 'enter', answers } },
        options: { key: key.current },
      });
      toast(`已安排${person.title}`);
      onClose();
    } catch {
      // What stands in the way is said in the dialog; another person is another request.
      key.current = newKey();
    }
  };
  const what = `${dayText(post.day)} ${roster.shifts[post.shift]?.label ?? ''} ${roster.posts[post.post]?.label ?? ''}`;
  return (
    <Dialog
      open
      title={`安排：${what}`}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            先不安排
          </Button>
          <Button variant="primary" isDisabled={!person} pending={isPending} onPress={() => void save()}>
            安排
          </Button>
        </>
      }
    >
      <div className="row-picker">
        <ActRefusal error={error} />
        <SearchBox label="输入姓名查找" value={q} onSearch={setQ} />
        {known.data ? (
          <div role="radiogroup" aria-label="选择值班人">
            {known.data.map((one) => (
              <label key={one.id} className="row-pick">
                <input
                  type="radio"
                  name="duty-person"
                  checked={one.id === person?.id}
                  onChange={() => setPerson(one)}
                />
                <span className="grow">{one.title}</span>
                <span className="soft">{one.note}</span>
              </label>
            ))}
          </div>
        ) : (
          <Skeleton lines={4} shape="rows" />
        )}
      </div>
    </Dialog>
  );
};
