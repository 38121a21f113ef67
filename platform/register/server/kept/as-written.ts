import { type App, ProblemError } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { rowFaults } from './row-faults.ts';
import { readThese } from './verify-page.ts';

/** What of some rows is not as the program wrote it, as the walk over all of them would name it; empty = nothing. `asFound`: also by what it is found. */
export async function notAsWritten(
  app: App,
  query: Query,
  office: string,
  ids: readonly string[],
  asFound: boolean,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const whole of await readThese(query, app.keys, office, ids))
    faults.push(...(await rowFaults(app, office, whole, asFound)));
  return faults;
}

/** Lets no act carry on what was written past the program: it would become a record. */
export async function demandAsWritten(
  app: App,
  query: Query,
  office: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const [fault] = await notAsWritten(app, query, office, ids, false);
  if (fault === undefined) return;
  app.log.error({ office, fault }, 'a kept row is not as it was written');
  throw new ProblemError(
    409,
    'row.not-as-written',
    '这一条与它的登记记录不符，可能被人越过本系统改动，已停止办理。请告知审计管理员运行核验，查明后再办。',
    'The row is not as the program wrote it; nothing is done with it until that is cleared up.',
  );
}
