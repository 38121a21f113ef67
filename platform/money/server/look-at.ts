import { addDays, dayInShanghai } from '@zhitongche/base';
import type { API, BodyOf } from '@zhitongche/contract';
import { record } from '@zhitongche/audit/server';
import { type App, idempotent, notFound, type OfficeActor, type WriteRequest } from '@zhitongche/core/server';
import { billOfOrder, FINDINGS } from '@zhitongche/money';
import { feeGaps } from './fee-gaps.ts';
import { demandBooks } from './ledger.ts';

interface Found {
  readonly day: string;
  readonly kind: string;
  readonly about: string;
  readonly times: number;
  readonly last_at: Date;
  readonly detail: Readonly<Record<string, string>>;
  readonly settled_at: Date | null;
  readonly note: string | null;
}

const LOOKED_BACK = 90;

/** What a finance officer has to look at: messages that did not simply pay, and days without a fee. */
export async function moneyFindings(app: App, actor: OfficeActor) {
  await demandBooks(app, actor);
  const today = dayInShanghai(app.clock().toISOString());
  const rows = await app.db.query<Found>(
    `select day, kind, about, times, last_at, detail, settled_at, note from money_finding
     where office = $1 and (settled_at is null or day >= $2)
     order by settled_at is not null, day desc, kind, about limit 200`,
    [actor.office, addDays(today, -LOOKED_BACK)],
  );
  return {
    findings: rows.map((row) => ({
      day: row.day,
      kind: row.kind,
      words: FINDINGS[row.kind as keyof typeof FINDINGS] ?? row.kind,
      about: row.about,
      times: row.times,
      lastAt: row.last_at.toISOString(),
      detail: Object.entries(row.detail)
        .flatMap(([key, value]) => (key === 'order' ? [] : [value]))
        .join(' · '),
      caseId: billOfOrder(row.detail['order'] ?? '')?.caseId ?? null,
      settled: row.settled_at ? { at: row.settled_at.toISOString(), note: row.note ?? '' } : null,
    })),
    gaps: [...(await feeGaps(app, actor.office, today))],
  };
}

/**
 * Says what was done about a finding.
 * @throws ProblemError: `money.no-finding`.
 */
export async function settleFinding(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  { day, kind, about, note }: BodyOf<(typeof API)['settleFinding']>,
): Promise<undefined> {
  await demandBooks(app, actor);
  return await idempotent(app, actor, asked, async (query) => {
    const now = app.clock();
    const done = await query(
      `update money_finding set settled_by = $5, settled_at = $6, note = $7
       where office = $1 and day = $2 and kind = $3 and about = $4 and settled_at is null returning day`,
      [actor.office, day, kind, about, actor.id, now, note.trim()],
    );
    if (done.length === 0)
      throw notFound(
        'money.no-finding',
        '没有这项待核查，或已经处理。',
        'There is no such finding, or it is settled.',
      );
    await record(query, actor, now, 'money.settle', `money:${day}`, { kind, about });
    return undefined;
  });
}
