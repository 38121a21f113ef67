import { type Answers, headlineOf, type TableField } from '@zhitongche/form';
import { useDeferredValue, useState } from 'react';
import { useRead } from '@zhitongche/contract/web';
import { Button, Dialog, Empty, ErrorState, Skeleton } from '@zhitongche/ui';

/** People of the unit as earlier cases knew them, to take over instead of typing them again. */
export const EarlierPeople = ({
  field,
  rows,
  onTake,
  onClose,
}: {
  readonly field: TableField;
  readonly rows: readonly Answers[];
  readonly onTake: (rows: readonly Answers[]) => void;
  readonly onClose: () => void;
}) => {
  const [q, setQ] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<Answers>>(new Set());
  const wanted = useDeferredValue(q);
  const people = useRead('travellers', { query: wanted ? { q: wanted } : {} });
  const idKey = Object.entries(field.columns).find(([, c]) => c.kind === 'citizen-id')?.[0] ?? '';
  const already = new Set(rows.map((r) => r[idKey]));
  const list = (people.data ?? []).filter((p) => !already.has(p[idKey]));
  const take = (): void => {
    // What a person was for one trip (rank and passport stay, the rest of the columns may not exist here).
    onTake(
      [...picked].map((p) =>
        Object.fromEntries(Object.entries(p).filter(([key]) => Object.hasOwn(field.columns, key))),
      ),
    );
    onClose();
  };
  return (
    <Dialog
      open
      title="从以往人员中选"
      onClose={onClose}
      foot={
        <Button variant="primary" isDisabled={picked.size === 0} onPress={take}>
          {picked.size > 0 ? `加入 ${picked.size} 人` : '请先勾选'}
        </Button>
      }
    >
      <div className="stack">
        <input
          className="input"
          type="search"
          aria-label="按姓名查找"
          placeholder="按姓名查找"
          value={q}
          onChange={(e) => setQ(e.target.value)}
        />
        {people.isPending ? (
          <Skeleton lines={5} shape="rows" />
        ) : people.isError ? (
          <ErrorState error={people.error} onRetry={() => void people.refetch()} />
        ) : list.length === 0 ? (
          <Empty icon="users" title="没有可选的人员" text="本单位以往申报过的人员会出现在这里。" />
        ) : (
          <ul className="stack stack-tight">
            {list.map((person) => {
              const { title, rest } = headlineOf(field, person);
              return (
                <li key={JSON.stringify([title, person[idKey] ?? null])}>
                  <label className="pick pick-wide">
                    <input
                      type="checkbox"
                      checked={picked.has(person)}
                      onChange={(e) => {
                        const next = new Set(picked);
                        if (e.target.checked) next.add(person);
                        else next.delete(person);
                        setPicked(next);
                      }}
                    />
                    <span>
                      {title} <span className="soft">{rest}</span>
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Dialog>
  );
};
