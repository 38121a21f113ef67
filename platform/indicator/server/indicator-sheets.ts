import { record } from '@zhitongche/audit/server';
import { type App, type FileReply, type OfficeActor, unsound } from '@zhitongche/core/server';
import { listWorkbook, XLSX } from '@zhitongche/file/server';
import { indicatorHeads, indicatorPaper, indicatorRows } from '@zhitongche/indicator';
import { readIndicators } from './read-indicators.ts';

/** The indicators of a budget as a paper to print or a workbook; that it was made is on record. */
export async function indicatorSheet(
  app: App,
  actor: OfficeActor,
  id: string,
  format: 'pdf' | 'xlsx',
): Promise<FileReply> {
  const { budget, standings } = await readIndicators(app, actor, id);
  const at = app.clock();
  const name = `${budget.year}年绩效指标（截至${budget.day}）`;
  await record(app.db.query, actor, at, 'indicator.sheet', `budget:${id}`, { format });
  if (format === 'xlsx') {
    const body = await listWorkbook({
      title: name,
      heads: indicatorHeads,
      rows: indicatorRows(standings),
      watermark: `${budget.department}，截至${budget.day}。${actor.name}导出，数按导出人看得到的件计`,
    });
    return { body: Buffer.from(body), type: XLSX, name: `${name}.xlsx` };
  }
  const made = await app.papers.make(
    {
      kind: 'list',
      name,
      issuer: budget.department,
      issuedOn: budget.day,
      orientation: 'landscape',
      blocks: indicatorPaper(budget, standings),
    },
    { docx: false, signer: null, at, issuer: budget.department },
  );
  if (!made.ok) throw unsound(made.problems);
  return { body: Buffer.from(made.value.pdf), type: 'application/pdf', name: `${name}.pdf` };
}
