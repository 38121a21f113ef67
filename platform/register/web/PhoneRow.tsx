import { Link } from '@tanstack/react-router';
import type { RegisterKind } from '@zhitongche/register';
import { Badge, useToday } from '@zhitongche/ui';
import type { RowLine } from './columns.ts';
import { Due } from './Due.tsx';
import { dueNamed } from './due-words.ts';
import { useWays } from './kept-ways.ts';
import './PhoneRow.css';

/** A row as a card: what it is, where it stands, what is due. */
export const PhoneRow = ({ kind, row }: { readonly kind: RegisterKind; readonly row: RowLine }) => {
  const ways = useWays();
  const today = useToday();
  const stage = kind.stages?.list[row.stage]?.label;
  return (
    <Link to={ways.row} params={{ register: kind.code, row: row.id }} className="phone-row">
      <span className="phone-row-head">
        <strong className="grow">{row.title}</strong>
        {stage ? <span className="soft">{stage}</span> : null}
      </span>
      <span className="phone-row-facts">
        {row.facts
          .filter(({ value }) => value !== '')
          .map(({ label, value }) => (
            <span key={label}>{value}</span>
          ))}
        {row.due === null ? null : <Due day={row.due} today={today} label={dueNamed(kind, row)} />}
        {row.waiting ? <Badge tone="warn">待第二人确认</Badge> : null}
      </span>
    </Link>
  );
};
