/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a grid drawn in part cannot be a table */
import { nounOf, type RegisterKind } from '@zhitongche/register';
import { Badge, cx } from '@zhitongche/ui';
import { cellText, type Column, type RowLine } from './columns.ts';
import { Due } from './Due.tsx';
import { dueNamed } from './due-words.ts';
import { RowActsAtOnce } from './RowActsAtOnce.tsx';

/** Rows chosen for an act on all of them. */
export interface Picking {
  readonly picked: ReadonlySet<string>;
  readonly onPicked: (ids: ReadonlySet<string>) => void;
}

/** What every row of a list is drawn with. */
export interface RowLook {
  readonly kind: RegisterKind;
  readonly columns: readonly Column[];
  /** Widths of the columns, as CSS has them. */
  readonly template: string;
  readonly today: string;
  /** Whether the stage has a column: not where rows stand under it. */
  readonly staged: boolean;
  /** Whether rows may have moves that need no words. */
  readonly acted: boolean;
  /** Rows being chosen, where they are. */
  readonly picking?: Picking | undefined;
  /** Address of a row. */
  readonly hrefOf: (id: string) => string;
}

/** One row: its name, where it stands, what was chosen to be seen, and what is due. */
export const RowLineView = ({
  row,
  at,
  look: { kind, columns, template, today, staged, acted, picking, hrefOf },
}: {
  readonly row: RowLine;
  /** True where the keyboard stands. */
  readonly at: boolean;
  readonly look: RowLook;
}) => (
  <div
    id={`kept-${row.id}`}
    role="row"
    aria-selected={at}
    data-row={row.id}
    className={cx('kept-row', at && 'kept-row-at')}
    style={{ gridTemplateColumns: template }}
  >
    <span role="gridcell" className="kept-row-title">
      {picking ? <Picked row={row} picking={picking} /> : null}
      <a href={hrefOf(row.id)} tabIndex={-1} title={row.title}>
        {row.title}
      </a>
      {row.waiting ? <Badge tone="warn">待第二人确认</Badge> : null}
    </span>
    {staged ? (
      <span role="gridcell" className="kept-row-cell">
        {kind.stages?.list[row.stage]?.label ?? ''}
      </span>
    ) : null}
    {columns.map((column) => {
      const text = cellText(column, row, today);
      return (
        <span key={column.key} role="gridcell" className="kept-row-cell" title={text}>
          {text}
        </span>
      );
    })}
    {kind.dates.length > 0 ? (
      <span role="gridcell" className="kept-row-cell">
        {row.due === null ? null : <Due day={row.due} today={today} label={dueNamed(kind, row)} />}
      </span>
    ) : null}
    {acted ? (
      <span role="gridcell" className="kept-row-acts">
        {row.acts.length > 0 ? <RowActsAtOnce register={kind.code} row={row} /> : null}
      </span>
    ) : null}
  </div>
);

const Picked = ({
  row: { id, title },
  picking: { picked, onPicked },
}: {
  readonly row: RowLine;
  readonly picking: Picking;
}) => (
  <input
    type="checkbox"
    aria-label={`选中${title}`}
    checked={picked.has(id)}
    onChange={({ target }) => {
      const next = new Set(picked);
      if (target.checked) next.add(id);
      else next.delete(id);
      onPicked(next);
    }}
  />
);

/** The head of the columns. */
export const RowsHead = ({
  look: { kind, columns, template, staged, acted },
}: {
  readonly look: RowLook;
}) => (
  <div role="row" className="kept-row kept-row-head" style={{ gridTemplateColumns: template }}>
    <span role="columnheader">{nounOf(kind)}</span>
    {staged ? <span role="columnheader">阶段</span> : null}
    {columns.map(({ key, label }) => (
      <span key={key} role="columnheader" className="kept-row-cell">
        {label}
      </span>
    ))}
    {kind.dates.length > 0 ? <span role="columnheader">到期</span> : null}
    {acted ? (
      <span role="columnheader" className="kept-row-acts">
        办理
      </span>
    ) : null}
  </div>
);
