import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PaperDoc } from '@zhitongche/base';
import { demoOffice } from '@zhitongche/offices';
import { sheetFacts } from '../packages/typeset/test/sheets.ts';
import { openDb, APP_ROLE } from '@zhitongche/host';
import { seedDemo } from '../apps/server/src/first-run/seed-demo.ts';
import { JOB_HANDLERS } from '../apps/server/src/job/handlers.ts';
import { runNextJob } from '../apps/server/src/job/outbox.ts';
import { makePapers } from '../platform/document/server/paper-maker.ts';
import type { MadePaper, PaperMaker } from '@zhitongche/core/server';
import { benchApp } from './lib/app.ts';
import { paperKinds } from './lib/paper-kinds.ts';
import { startServer } from './lib/postgres.ts';

/** The day the demo office is opened on; the same papers come out whenever the run is made. */
const NOW = new Date('2026-11-19T06:00:00Z');

interface Drawn {
  readonly doc: PaperDoc;
  readonly made: MadePaper;
}

/**
 * Draws every paper of the demo office by the jobs that draw them in operation, into a folder, and measures each from
 * the outside. Argument: the folder, which is emptied first.
 */
export default async function drawn([into = 'papers-drawn']: readonly string[]): Promise<
  Record<string, unknown>
> {
  const folder = resolve(into);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const papers: Drawn[] = [];
  const server = await startServer();
  const db = openDb(server.target, { size: 4, role: APP_ROLE, broken: () => undefined });
  try {
    const maker = makePapers();
    const app = await benchApp({
      db,
      folder: server.folder,
      office: demoOffice.code,
      clock: () => NOW,
      papers: keeping(maker, papers),
    });
    await seedDemo(app);
    while (await runNextJob(app, JOB_HANDLERS));
  } finally {
    await db.close();
    await server.stop();
  }
  const rows = [];
  for (const [index, { doc, made }] of papers.entries()) {
    const name = `${doc.kind}-${String(index + 1).padStart(3, '0')}`;
    await writeFile(join(folder, `${name}.pdf`), made.pdf);
    if (made.docx) await writeFile(join(folder, `${name}.docx`), made.docx);
    rows.push({ name, kind: doc.kind, ...sheetFacts(made.pdf, doc) });
  }
  await writeFile(join(folder, 'sheets.json'), JSON.stringify(rows, null, 2));
  const sheets = rows.reduce((sum, { sheets: own }) => sum + own.length, 0);
  return { papers: papers.length, sheets, kinds: paperKinds(rows) };
}

const keeping = (maker: PaperMaker, papers: Drawn[]): PaperMaker => ({
  ...maker,
  async make(doc, wish) {
    const made = await maker.make(doc, wish);
    if (made.ok) papers.push({ doc, made: made.value });
    return made;
  },
});
