import type { CaseState } from '@zhitongche/case';
import { canonicalJson } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { compareAmounts, less, ledgerLines, NO_MONEY, sum } from '@zhitongche/money';

const PAGE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Counts the money of an office anew: every line of the ledger from the account of its case (which the events prove), every
 * bill from its lines, every closed day from its digest.
 */
export async function verifyMoney(
  app: App,
  office: string,
): Promise<{ readonly checked: number; readonly broken: readonly string[] }> {
  const broken: string[] = [];
  let checked = 0;
  let after = FIRST;
  for (;;) {
    const cases = await app.db.query<{
      id: string;
      number: string | null;
      money: CaseState['money'] | null;
      lines: readonly string[] | null;
    }>(
      // Both in one statement: people act while this walks.
      `select f.id, f.number, f.state->'money' as money,
         (select array_agg(concat_ws('|', l.id, l.kind, coalesce(l.day::text, ''), l.status, l.amount, coalesce(l.way, ''),
            coalesce(l.reference, ''), coalesce(l.of, '')) order by l.id)
          from money_line l where l.office = f.office and l.case_id = f.id) as lines
       from case_file f where f.office = $1 and f.id > $2 order by f.id limit ${PAGE}`,
      [office, after],
    );
    for (const row of cases) {
      const account = row.money ?? NO_MONEY;
      const told = ledgerLines(account)
        .map((l) =>
          [
            l.id,
            l.kind,
            l.day ?? '',
            l.status,
            sum([l.amount]),
            l.way ?? '',
            l.reference ?? '',
            l.of ?? '',
          ].join('|'),
        )
        .toSorted();
      const name = `办件 ${row.number ?? row.id}`;
      if (canonicalJson(told) !== canonicalJson((row.lines ?? []).toSorted()))
        broken.push(`${name} 的收费台账与其事件不同`);
      for (const bill of account.bills) {
        const lines = sum(bill.lines.map(({ amount }) => amount));
        if (compareAmounts(less(lines, bill.credit), bill.total) !== 0)
          broken.push(`${name} 的账单 ${bill.id} 与其各行之和不同`);
      }
      for (const payment of account.payments) {
        const back = account.refunds.filter((one) => one.payment === payment.id && one.status === 'done');
        if (compareAmounts(sum(back.map(({ amount }) => amount)), payment.amount) > 0)
          broken.push(`${name} ${payment.id}的退款多于所缴`);
      }
      checked += told.length;
    }
    const last = cases.at(-1);
    if (!last || cases.length < PAGE) break;
    after = last.id;
  }
  const days = await app.db.query<{ day: string; content: unknown; digest: string }>(
    'select day, content, digest from money_day where office = $1 order by day',
    [office],
  );
  for (const { day, content, digest } of days)
    if (sm3Hex(canonicalJson(content)) !== digest) broken.push(`${day}的日结内容与其摘要不同`);
  return { checked: checked + days.length, broken };
}
