import { Readable } from 'node:stream';
import { demoBudgets, ownBudget } from '@zhitongche/offices';
import { openFindings } from '@zhitongche/budget';
import { sm3Hex } from '@zhitongche/formats';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { readingsDone, showReading, startReading, saveDisclosure } from '@zhitongche/budget/server';
import { newId } from '@zhitongche/host';
import { bindIndicators, listIndicators } from '@zhitongche/indicator/server';

/** Binds what is proposed for the office's own budget as its finance officer would; what was bound before is proposed no more. */
export async function bindTargets(app: App, finance: OfficeActor): Promise<void> {
  const { budget, lines } = await listIndicators(app, finance, undefined);
  const proposed = lines.filter(({ takes }) => takes);
  if (!budget?.own || proposed.length === 0) return;
  await bindIndicators(app, finance, {
    id: budget.id,
    key: newId(),
    lines: proposed.map(({ project, code, name }) => ({ project, code, name })),
  });
}

const LIMIT = 50 * 1024 * 1024;

/** Reads and publishes the demo's collected budgets as its finance officer would, leaving what could not be read blank; skips what an earlier start has done. */
export async function seedBudgets(app: App, finance: OfficeActor): Promise<void> {
  const year = app.clock().getFullYear();
  for (const budget of [...demoBudgets, ownBudget(year)]) {
    const bytes = await budget.read();
    const [known] = await app.db.query(
      `select d.id from disclosure d join budget_reading r on r.office = d.office and r.id = d.id
       where d.office = $1 and r.digest = $2`,
      [finance.office, sm3Hex(bytes)],
    );
    if (known) continue;
    const id = await read(app, finance, budget.name, bytes);
    const { result, problems } = await showReading(app, finance, id);
    if (result === null)
      throw new Error(`${budget.name} was not read: ${problems.map((problem) => problem.message).join()}`);
    const settled = openFindings(result.findings, []).map((finding) => ({
      finding,
      how: 'as-read' as const,
    }));
    await saveDisclosure(
      app,
      finance,
      { id, key: newId() },
      { revision: 0, status: 'published', model: result.model, settled, note: budget.source },
    );
  }
  // Last year's is read and no more: its preparation begins with it, and publishes it.
  const last = ownBudget(year - 1);
  const bytes = await last.read();
  const [known] = await app.db.query('select 1 from budget_reading where office = $1 and digest = $2', [
    finance.office,
    sm3Hex(bytes),
  ]);
  if (!known) await read(app, finance, last.name, bytes);
}

async function read(app: App, finance: OfficeActor, name: string, bytes: Uint8Array): Promise<string> {
  const arriving = { key: newId(), name, stream: Readable.from([Buffer.from(bytes)]), limit: LIMIT };
  const { id } = await startReading(app, finance, arriving);
  await readingsDone();
  return id;
}
