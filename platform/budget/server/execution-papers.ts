import { record } from '@zhitongche/audit/server';
import { progressPaper, publicExpensePaper } from '@zhitongche/budget';
import { type App, type FileReply, type OfficeActor, unsound } from '@zhitongche/core/server';
import { execution } from './execution.ts';

const PAPERS = {
  progress: { title: '支出进度表', build: progressPaper },
  'public-expenses': { title: '三公经费月报', build: publicExpensePaper },
} as const;

/** The books of a year as a paper to sign and file; that it was made is on record. */
export async function executionPaper(
  app: App,
  actor: OfficeActor,
  paper: keyof typeof PAPERS,
  asked: Parameters<typeof execution>[2],
): Promise<FileReply> {
  const told = await execution(app, actor, asked);
  const { title, build } = PAPERS[paper];
  const name = `${told.year}年${title}（截至${told.day}）`;
  const at = app.clock();
  const made = await app.papers.make(
    {
      kind: 'list',
      name,
      issuer: told.office,
      issuedOn: told.day,
      orientation: 'landscape',
      blocks: build(told),
    },
    { docx: false, signer: null, at, issuer: told.office },
  );
  if (!made.ok) throw unsound(made.problems);
  await record(app.db.query, actor, at, 'budget.paper', `budget:${told.year}`, { paper });
  return { body: Buffer.from(made.value.pdf), type: 'application/pdf', name: `${name}.pdf` };
}
