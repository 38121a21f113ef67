import { SearchBox, Skeleton } from '@zhitongche/ui';
import { useState } from 'react';
import type { RowLine } from './columns.ts';
import { useRows } from './use-rows.ts';
import './RowPicker.css';

/** Most rows offered at once: more are found by typing. */
const OFFERED = 8;

/** Finds a row of a register by typing, and chooses it. */
export const RowPicker = ({
  register,
  not,
  value,
  onPick,
}: {
  readonly register: string;
  /** Row that is not offered: the one it is chosen for. */
  readonly not: string;
  readonly value: string | undefined;
  readonly onPick: (row: RowLine) => void;
}) => {
  const [q, setQ] = useState('');
  const { rows, query } = useRows(register, q === '' ? {} : { q }, OFFERED + 1);
  const offered = rows.filter(({ id }) => id !== not).slice(0, OFFERED);
  return (
    <div className="row-picker">
      <SearchBox label="输入名称查找" value={q} onSearch={setQ} />
      {query.isPending ? <Skeleton lines={3} shape="rows" /> : null}
      {query.isSuccess && offered.length === 0 ? <p className="soft">没有找到，请换个词</p> : null}
      <div role="radiogroup" aria-label="选择一条">
        {offered.map((row) => (
          <label key={row.id} className="row-pick">
            <input type="radio" name="row-pick" checked={row.id === value} onChange={() => onPick(row)} />
            <span className="grow">{row.title}</span>
            <span className="soft">
              {row.facts
                .map((fact) => fact.value)
                .filter(Boolean)
                .join('，')}
            </span>
          </label>
        ))}
      </div>
      {query.hasNextPage ? <p className="soft">还有更多，请输入名称查找</p> : null}
    </div>
  );
};
