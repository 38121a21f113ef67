import { apply, type CaseState } from '@zhitongche/case';
import { blocking } from '@zhitongche/base';
import { ledgerLines, NO_MONEY } from '@zhitongche/money';
import { unsound } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { Ending } from '../usecase/end-matter.ts';

/** Whether a decision changes what the ledger says of its case. */
export const movesMoney = ({ opened, decision: { events } }: Pick<Ending, 'opened' | 'decision'>): boolean =>
  events.some(({ type }) => type === 'money' || (type === 'closed' && opened.state.money !== undefined));

/** Everybody who books waits while a day is being closed, and nobody for anybody else. */
export const BOOKING = "hashtextextended('money/' || $1, 0)";

/**
 * Writes the ledger of the case as it stands once the act counts, in its transaction. A line keeps the day of the books it
 * was entered on; what becomes known after its day was closed belongs to the first day that is open.
 * @throws ProblemError: `money.reference-used`.
 */
export async function writeLines(query: Query, office: string, ending: Ending): Promise<void> {
  if (!movesMoney(ending)) return;
  const { opened, decision, change } = ending;
  const at = change.at.toISOString();
  const state = decision.events.reduce<CaseState>(
    (now, body) => apply(now, { at, doer: decision.doer, body }),
    opened.state,
  );
  const lines = ledgerLines(state.money ?? NO_MONEY);
  await query(`select pg_advisory_xact_lock_shared(${BOOKING})`, [office]);
  const transfers = lines.flatMap(({ kind, way, reference }) =>
    kind === 'payment' && way === 'transfer' && reference ? [reference] : [],
  );
  const [used] = await query<{ reference: string }>(
    `select reference from money_line where office = $1 and kind = 'payment' and way = 'transfer'
       and reference = any($2) and case_id <> $3 limit 1`,
    [office, transfers, change.caseId],
  );
  if (used || new Set(transfers).size < transfers.length)
    throw twice(used?.reference ?? transfers.at(-1) ?? '');
  await query(
    `insert into money_line (office, case_id, id, kind, day, status, amount, way, reference, of, service, unit, applicant,
       booked, at)
     select $1, $2, l.id, l.kind, l.day, l.status, l.amount, l.way, l.reference, l.of, $4, $5, $6,
       case when l.kind = 'bill' or l.day is null then null else greatest(l.day, c.next) end, $7
     from json_to_recordset($3::json) as l(id text, kind text, day date, status text, amount numeric, way text,
       reference text, of text),
       (select max(day) + 1 as next from money_day where office = $1) c
     on conflict (office, case_id, id) do update set day = excluded.day, status = excluded.status, way = excluded.way,
       reference = excluded.reference, booked = coalesce(money_line.booked, excluded.booked), at = excluded.at
     where (money_line.day, money_line.status, money_line.reference)
       is distinct from (excluded.day, excluded.status, excluded.reference)`,
    [
      office,
      change.caseId,
      JSON.stringify(lines),
      opened.service.code,
      state.orgs?.unit ?? opened.loaded.unit,
      state.applicant?.id ?? opened.loaded.applicant,
      change.at,
    ],
  );
}

const twice = (reference: string) => {
  const message = `银行流水号${reference}已用于另一笔缴费`;
  return unsound(
    [
      blocking(
        'money.reference-used',
        ['data', 'reference'],
        message,
        'This transfer has paid for something already',
        {
          todo: '请核对银行流水；一笔转账只能确认一次',
        },
      ),
    ],
    'money.reference-used',
    `${message}。`,
  );
};
