import { blocking, dayInShanghai } from '@zhitongche/base';
import { type OfficeConfig, unsound } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { type KeptRow, nounOf, type RegisterKind } from '@zhitongche/register';
import { registerPolicy } from './register-in.ts';
import type { RowChange } from './write-rows.ts';

/**
 * Refuses rows by which an organisation would have more than a register allows, in the transaction that wrote them: whoever enters
 * them, a person, a list or a case. Two who enter one each at once go one after the other.
 */
export async function demandRoom(
  query: Query,
  book: OfficeConfig,
  changes: readonly RowChange[],
  rows: readonly KeptRow[],
  at: Date,
): Promise<void> {
  const grown = new Map<string, readonly [kind: RegisterKind, org: string]>();
  for (const [index, { kind, before }] of changes.entries()) {
    const row = rows[index];
    if (!kind.most || !row || !counts(kind, row)) continue;
    if (before && counts(kind, before.row) && before.row.org === row.org) continue;
    grown.set(`${kind.code}/${row.org}`, [kind, row.org]);
  }
  for (const [, [kind, org]] of [...grown].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await demandOf(query, book, kind, org, dayInShanghai(at.toISOString()));
}

const counts = ({ most }: RegisterKind, { stage, retired }: KeptRow): boolean =>
  retired === null && most?.stages.includes(stage) === true;

async function demandOf(
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  org: string,
  today: string,
): Promise<void> {
  const { most } = kind;
  if (!most) return;
  const { office } = book;
  await query("select pg_advisory_xact_lock(hashtext('kept-most'), hashtext($1))", [
    `${office}/${kind.code}/${org}`,
  ]);
  const [held] = await query<{ n: number }>(
    `select count(*)::int as n from kept_row
     where office = $1 and register = $2 and org = $3 and stage = any($4::text[]) and retired_at is null`,
    [office, kind.code, org, most.stages],
  );
  const allowed = registerPolicy(book, kind, today).number(most.policy);
  const there = held?.n ?? 0;
  if (there <= allowed) return;
  const message = `“${book.orgName(org)}”的${nounOf(kind)}将有${there}${kind.measure}，最多${allowed}${kind.measure}`;
  throw unsound(
    [
      blocking('row.most', kind.org ? [kind.org] : [], message, 'More than the organisation may have', {
        todo: most.todo,
        basis: most.basis,
      }),
    ],
    'row.most',
    message,
  );
}
