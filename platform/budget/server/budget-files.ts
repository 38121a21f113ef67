import { zipSync } from 'fflate';
import { tableDefinition, comparisonCsv } from '@zhitongche/budget';
import { dayInShanghai } from '@zhitongche/base';
import { type App, type FileReply, notFound, ProblemError } from '@zhitongche/core/server';
import { BOM, dataFiles } from './data-files.ts';
import { budgetPolicy } from './budget-policies.ts';
import { type DisclosureRow, publishedDisclosures } from './disclosures.ts';
import { runThread } from './run-thread.ts';
import { makeLimiter } from '@zhitongche/host';

const TYPESET = {
  'budget.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'budget.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'budget.pdf': 'application/pdf',
} as const;
const CSV = 'text/csv; charset=utf-8';

const inTurn = makeLimiter(1);

/** What a file is made from: a disclosure, or a version under preparation. */
export type FileSource = Pick<
  DisclosureRow,
  'id' | 'revision' | 'department' | 'year' | 'name' | 'digest' | 'model' | 'reconciliation'
>;

/**
 * A file made from a disclosure: typeset ones are made once per version, data files each time.
 * @throws ProblemError: `budget.no-file`.
 */
export async function budgetFile(
  app: App,
  office: string,
  row: FileSource,
  file: string,
): Promise<FileReply> {
  const stem = `${row.department ?? '部门'}${row.year ?? ''}年预算`;
  if (isTypeset(file))
    return {
      body: await typesetOnce(app, office, row, file),
      type: TYPESET[file],
      name: `${stem}.${file.slice(7)}`,
    };
  if (file === 'budget.json')
    return {
      body: Buffer.from(JSON.stringify(openData(row))),
      type: 'application/json; charset=utf-8',
      name: `${stem}.json`,
    };
  const data = dataFiles(row.model, row.reconciliation);
  if (file === 'data.zip')
    return {
      body: zipSync(
        Object.fromEntries([...data].map(([name, { text }]) => [name, new TextEncoder().encode(BOM + text)])),
        // The same data give the same bytes.
        { mtime: new Date('2000-01-01T00:00:00') },
      ),
      type: 'application/zip',
      name: `${stem}数据.zip`,
    };
  const found = data.get(file);
  if (!found) throw notFound('budget.no-file', '没有这个文件。', 'There is no such file.');
  return { body: Buffer.from(BOM + found.text), type: CSV, name: `${stem}·${found.title}.csv` };
}

/** Published departments side by side. */
export async function comparisonFile(app: App): Promise<FileReply> {
  const rows = await publishedDisclosures(app);
  return {
    body: Buffer.from(BOM + comparisonCsv(rows.map(({ profile }) => profile))),
    type: CSV,
    name: '部门预算对比.csv',
  };
}

const isTypeset = (file: string): file is keyof typeof TYPESET => Object.hasOwn(TYPESET, file);

/** The disclosure as open data: what was printed, its proof, and where it came from. */
const openData = (row: FileSource) => ({
  department: row.department,
  year: row.year,
  source: { name: row.name, sm3: row.digest },
  revision: row.revision,
  columns: Object.fromEntries(
    row.model.tables.map(({ id }) => [
      id,
      (tableDefinition(row.model.layout, id)?.columns ?? []).map(({ key, label, group }) => ({
        key,
        label,
        group,
      })),
    ]),
  ),
  model: row.model,
  reconciliation: row.reconciliation,
});

async function typesetOnce(
  app: App,
  office: string,
  row: FileSource,
  file: keyof typeof TYPESET,
): Promise<Uint8Array> {
  const kept = async (): Promise<Uint8Array | null> => {
    const [made] = await app.db.query<{ digest: string }>(
      'select digest from budget_file where office = $1 and disclosure = $2 and no = $3 and file = $4',
      [office, row.id, row.revision, file],
    );
    return made ? await app.blobs.read(made.digest) : null;
  };
  const early = await kept();
  if (early) return early;
  return await inTurn(async () => {
    // Whoever waited for the same file finds it made.
    const meanwhile = await kept();
    if (meanwhile) return meanwhile;
    const book = await app.offices.get(office);
    const limits = budgetPolicy(book.policyRows, dayInShanghai(app.clock().toISOString()));
    const end = await runThread({ do: 'write', format: formatOf(file), model: row.model }, limits);
    if (end.word !== 'written') {
      const [zh, en] =
        end.word === 'refused'
          ? [end.message, end.en]
          : ['文件没有做成，请改下载其他格式。', 'The file could not be made; take another format.'];
      app.log.warn({ budget: row.id, file, end: end.word }, 'a budget file could not be made');
      throw new ProblemError(422, 'budget.no-file', zh, en);
    }
    const bytes = new Uint8Array(end.bytes);
    const { digest } = await app.blobs.put(bytes);
    await app.db.query(
      `insert into budget_file (office, disclosure, no, file, digest, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [office, row.id, row.revision, file, digest, app.clock()],
    );
    return bytes;
  });
}

const formatOf = (file: keyof typeof TYPESET): 'xlsx' | 'docx' | 'pdf' =>
  file === 'budget.xlsx' ? 'xlsx' : file === 'budget.docx' ? 'docx' : 'pdf';
