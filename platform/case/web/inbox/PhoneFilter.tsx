import { Button, Dialog, Radio } from '@zhitongche/ui';
import { type InboxSearch, LIGHTS, sortOf, sortsFor, withFilterSet } from './inbox-search.ts';
import { PlacePicks } from './PlacePicks.tsx';
import type { Unit } from './units-seen.ts';

/** What the inbox on the phone is narrowed to and ordered by; every choice takes effect at once. */
export const PhoneFilter = ({
  search,
  units,
  onSearch,
  onClose,
}: {
  readonly search: InboxSearch;
  readonly units: readonly Unit[];
  readonly onSearch: (search: InboxSearch) => void;
  readonly onClose: () => void;
}) => {
  const set = (key: keyof InboxSearch, value: string): void => onSearch(withFilterSet(search, key, value));
  return (
    <Dialog
      open
      title="筛选"
      onClose={onClose}
      foot={
        <>
          <Button onPress={() => onSearch(search.tab === undefined ? {} : { tab: search.tab })}>
            清除条件
          </Button>
          <Button variant="primary" onPress={onClose}>
            看结果
          </Button>
        </>
      }
    >
      <div className="stack">
        <PlacePicks search={search} units={units} onChange={onSearch} wide />
        <fieldset className="stack stack-tight">
          <legend className="field-label">时限</legend>
          {Object.entries(LIGHTS).map(([key, label]) => (
            <Radio key={key} name="light" checked={search.light === key} onChoose={() => set('light', key)}>
              {label}
            </Radio>
          ))}
        </fieldset>
        <fieldset className="stack stack-tight">
          <legend className="field-label">排序</legend>
          {sortsFor(search).map(([key, label]) => (
            <Radio key={key} name="sort" checked={sortOf(search) === key} onChoose={() => set('sort', key)}>
              {label}
            </Radio>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
};
