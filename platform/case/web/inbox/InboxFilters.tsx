import { useState } from 'react';
import { TURNINGS } from '@zhitongche/case';
import { useMe } from '@zhitongche/shell/web';
import { Button, IconButton, PopoverButton, SearchBox, dayShort } from '@zhitongche/ui';
import {
  LIGHTS,
  STATUSES,
  type InboxSearch,
  filterCount,
  filterOf,
  readInboxSearch,
  sortOf,
  sortsFor,
  withFilterSet,
} from './inbox-search.ts';
import { FilterPick } from './FilterPick.tsx';
import { PlacePicks } from './PlacePicks.tsx';
import { loadFilters, storeFilters, withFilter, type SavedFilter } from './saved-filters.ts';
import type { Unit } from './units-seen.ts';

interface FilterProps {
  readonly search: InboxSearch;
  readonly onChange: (search: InboxSearch) => void;
}

/** Search, filters, order and the filters one has saved. */
export const InboxFilters = ({
  search,
  units,
  onChange,
}: FilterProps & {
  /** Units to offer. */
  readonly units: readonly Unit[];
}) => {
  const set = (key: keyof InboxSearch, value: string): void => onChange(withFilterSet(search, key, value));
  return (
    <div className="inbox-filters">
      <SearchBox
        label="搜索标题、编号、单位、人名（按 / 键）"
        value={search.q ?? ''}
        onSearch={(q) => set('q', q)}
        hotkey
      />
      <PlacePicks search={search} units={units} onChange={onChange} />
      <FilterPick
        label="按时限筛选"
        none="全部时限"
        value={search.light ?? ''}
        options={Object.entries(LIGHTS)}
        onPick={(v) => set('light', v)}
      />
      {search.tab === undefined || search.tab === 'todo' ? null : (
        <FilterPick
          label="按状态筛选"
          none="全部状态"
          value={search.status ?? ''}
          options={Object.entries(STATUSES)}
          onPick={(v) => set('status', v)}
        />
      )}
      <FilterPick
        label="排序"
        value={sortOf(search) ?? ''}
        options={sortsFor(search)}
        onPick={(v) => set('sort', v)}
      />
      <SavedFilters search={search} onChange={onChange} />
      <LedHere search={search} onChange={onChange} />
    </div>
  );
};

/** Filters that have no box of their own, set by a figure of the statistics: said in words, taken off with one press. */
const LedHere = ({ search, onChange }: FilterProps) => {
  const { from, until, clock, at, ...rest } = search;
  // With its service chosen the step has a box.
  const step = search.service === undefined ? search.step : undefined;
  const span = [
    from === undefined ? '' : `${dayShort(from)}起`,
    until === undefined ? '' : `至${dayShort(until)}`,
  ];
  const other = readInboxSearch({ ...rest, ...(step === undefined ? {} : { step: '' }) });
  const led = [step, from, until, clock, at].some((one) => one !== undefined);
  if (!led) return null;
  return (
    <Button variant="quiet" icon="close" onPress={() => onChange(other)}>
      {[
        clock === undefined ? '' : TURNINGS[clock],
        at === undefined ? '' : at === 'none' ? '不在任何人手上' : '只看一个处室',
        step === undefined ? '' : '只看一个环节',
        span.join('') === '' ? '' : `${search.tab === 'done' ? '办理' : '提交'}日期${span.join('')}`,
      ]
        .filter((words) => words !== '')
        .join('，')}
    </Button>
  );
};

/** The filters a person has given names to. */
const SavedFilters = ({ search, onChange }: FilterProps) => {
  const me = useMe();
  const [filters, setFilters] = useState<readonly SavedFilter[]>(() => loadFilters(me.id));
  const [name, setName] = useState('');
  const keep = (next: readonly SavedFilter[]): void => {
    setFilters(next);
    storeFilters(me.id, next);
  };
  const tab = search.tab === undefined ? {} : { tab: search.tab };
  return (
    <PopoverButton label="常用筛选" icon="filter">
      {(close) => (
        <>
          {filters.length === 0 ? (
            <p className="soft">
              还没有保存过筛选。设好条件后，起个名字存下来，下次一点就到；搜索的文字不存。
            </p>
          ) : null}
          <ul className="saved-filters">
            {filters.map((f) => (
              <li key={f.name} className="row">
                <Button
                  variant="quiet"
                  onPress={() => {
                    onChange({ ...tab, ...f.search });
                    close();
                  }}
                >
                  {f.name}
                </Button>
                <span className="grow" />
                <IconButton
                  icon="trash"
                  size="small"
                  label={`删除“${f.name}”`}
                  onPress={() => keep(filters.filter((x) => x !== f))}
                />
              </li>
            ))}
          </ul>
          <form
            className="row"
            onSubmit={(e) => {
              e.preventDefault();
              if (name.trim() !== '') keep(withFilter(filters, name.trim(), search));
              setName('');
            }}
          >
            <input
              className="input grow"
              aria-label="筛选名称"
              placeholder="给当前条件起个名字"
              maxLength={20}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
            <Button type="submit" isDisabled={name.trim() === '' || filterCount(search) === 0}>
              保存
            </Button>
          </form>
          {filterCount(search) > 0 ? (
            <Button
              variant="quiet"
              icon="close"
              onPress={() => {
                onChange(tab);
                close();
              }}
            >
              清除当前 {Object.keys(filterOf(search)).length} 个条件
            </Button>
          ) : null}
        </>
      )}
    </PopoverButton>
  );
};
