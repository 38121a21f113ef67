import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import {
  type KeptRow,
  type RegisterKind,
  type RegisterReach,
  type RowCommand,
  seesRow,
} from '@zhitongche/register';
import { openRow, type RegisterData } from '../sealed-row.ts';
import type { PickFacts } from './picks.ts';

/** What is asked of cases besides the picks. */
interface Asking {
  readonly app: Pick<App, 'keys'>;
  readonly query: Query;
  readonly book: OfficeConfig;
  readonly kind: RegisterKind;
  readonly reach: RegisterReach;
}

/**
 * The picks of an act, and what the case it names wrote to the register its move asks: `$case`. Who does not see every row of the
 * register learns of cases of units he sees.
 */
export async function withCase(
  { app, query, book, kind, reach }: Asking,
  sent: RowCommand,
  known: PickFacts,
  row: KeptRow | undefined,
): Promise<PickFacts> {
  const key = sent.act === 'move' ? sent.move : sent.act === 'agree' ? row?.asked?.move : undefined;
  const asks = kind.stages?.moves.find((move) => move.key === key)?.asksCase;
  const data = sent.act === 'move' ? sent.data : row?.asked?.data;
  const number = asks && (data?.[asks.field] ?? row?.answers[asks.field]);
  if (!asks || typeof number !== 'string' || number.trim() === '') return known;
  const rows = await query<RegisterData>(
    `select r.register, r.id, r.case_id, r.unit, r.data from case_file f
       join register_row r on r.office = f.office and r.case_id = f.id and r.register = any($2::text[])
     where f.office = $1 and f.number = $3 order by r.id limit 500`,
    [book.office, asks.registers, number.trim()],
  );
  const seen = rows
    .filter(({ unit }) => reach.all || (unit !== null && seesRow(reach, unit)))
    .map((row) => ({ ...openRow(book.office, row, app.keys) }));
  return { ...known, lookup: (name) => (name === '$case' ? seen : known.lookup(name)) };
}
