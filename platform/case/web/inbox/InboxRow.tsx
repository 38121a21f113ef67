/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a grid drawn in part cannot be a table */
import { memo, type Ref } from 'react';
import type { CaseRow } from '@zhitongche/contract';
import { Badge, cx, daysSaid, Light } from '@zhitongche/ui';
import { INBOX_COLUMNS } from './columns.tsx';
import { StatusBadge, UrgentBadge } from '../case/StatusBadge.tsx';

interface RowProps {
  readonly row: CaseRow;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly at: boolean;
  readonly chosen: boolean;
  readonly gone: boolean;
  /** Keys of the columns shown; empty = the narrow list beside a case. */
  readonly columns: readonly string[];
  readonly template: string;
  readonly measure: Ref<HTMLDivElement>;
}

/** One row of the inbox; drawn anew only when something about it changes, and listened to by the grid around it. */
export const InboxRow = memo(
  ({ row, index, start, at, chosen, gone, columns, template, measure }: RowProps) => (
    <div
      id={`row-${row.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-index={index}
      data-case={row.id}
      ref={measure}
      className={cx(
        'inbox-row',
        at && 'inbox-row-at',
        chosen && 'inbox-row-chosen',
        gone && 'inbox-row-gone',
      )}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
    >
      <span role="gridcell">
        <input type="checkbox" tabIndex={-1} aria-label={`选中 ${row.title}`} checked={chosen} readOnly />
      </span>
      <span role="gridcell" className="inbox-title-cell">
        <a href={`/desk/cases/${row.id}`} tabIndex={-1} className="inbox-title">
          {row.title || '未命名的申报'}
        </a>
        <span className="inbox-facts">
          <UrgentBadge row={row} />
          {row.round > 1 ? <Badge tone="info">第 {row.round} 次提交</Badge> : null}
          {row.status === 'running' || row.status === 'draft' ? null : <StatusBadge row={row} />}
          {gone ? <Badge>已不在此列</Badge> : null}
          {columns.length === 0 ? <Light row={row} /> : null}
          {columns.length === 0 ? <span>{row.unit}</span> : null}
          {row.facts.map((f) => (
            <span key={f.label} title={f.note === undefined ? f.label : `${f.label}，${f.note}`}>
              {daysSaid(f.value)}
            </span>
          ))}
        </span>
      </span>
      {INBOX_COLUMNS.filter((c) => columns.includes(c.key)).map((c) => (
        <span key={c.key} role="gridcell" className="inbox-cell">
          {c.wraps ? <span className="inbox-two-lines">{c.cell(row)}</span> : c.cell(row)}
        </span>
      ))}
    </div>
  ),
);
