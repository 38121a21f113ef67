import { dayInShanghai } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { dropFiles } from '@zhitongche/file/server';
import { budgetPolicy } from './budget-policies.ts';

/** Deletes files that were read and never saved as a budget, when their days are over. */
export async function dropOldReadings(app: App, office: string): Promise<void> {
  const now = app.clock();
  const { keepDays } = budgetPolicy(
    (await app.offices.get(office)).policyRows,
    dayInShanghai(now.toISOString()),
  );
  await app.db.tx(async (query) => {
    const old = await query<{ digest: string }>(
      `delete from budget_reading r where r.office = $1 and r.created_at < $2
         and not exists (select 1 from disclosure d where d.office = r.office and d.id = r.id) returning digest`,
      [office, new Date(now.getTime() - keepDays * 86_400_000)],
    );
    await dropFiles(
      query,
      office,
      old.map((row) => row.digest),
      now,
    );
  });
}
