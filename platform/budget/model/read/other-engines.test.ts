import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layouts } from '../layout/layouts.ts';
import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../money/figure.ts';
import { type Fixture, has, readBytes, readFixture } from '../testing.ts';
import { disclosureDocument } from '../write/build.ts';
import type { Block, GridCell } from '../write/document.ts';
import type { Finding } from './finding.ts';

const fixtures: readonly Fixture[] = ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'engines-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replaceAll('\n', '<br>');

function cell({ text, columns = 1, rows = 1, align = 'left' }: GridCell): string {
  return `<td colspan="${columns}" rowspan="${rows}" align="${align}">${plain(text)}</td>`;
}

function block(own: Block): string {
  if (own.kind !== 'grid')
    return own.kind === 'title' ? `<h2>${plain(own.text)}</h2>` : `<p>${plain(own.text)}</p>`;
  const row = (cells: readonly GridCell[]) => `<tr>${cells.map(cell).join('')}</tr>`;
  const head = own.rows.slice(0, own.headRows).map(row).join('');
  const body = own.rows.slice(own.headRows).map(row).join('');
  return `<table border="1" cellspacing="0"><thead>${head}</thead><tbody>${body}</tbody></table>`;
}

/** The disclosure as an office's website prints it. */
function website(model: Disclosure): string {
  const style = 'table{border-collapse:collapse;width:100%;font-size:9pt}h2{page-break-before:always}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${disclosureDocument(model).blocks.map(block).join('')}`;
}

/** Figures, codes and words of tables and forms; a layout engine may print other blanks and the other kind of angle bracket. */
function content(model: Disclosure): unknown {
  const bare = (value: unknown) =>
    typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/g, '') : value;
  return JSON.parse(
    JSON.stringify(
      [model.department, model.year, model.tables, model.projects, model.departmentForm],
      (_, value) => bare(value),
    ),
  );
}

function office(file: string, to: string, filter: string[] = []): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', ...filter, '--convert-to', to, '--outdir', folder, file], {
    stdio: 'ignore',
    timeout: 180_000,
  });
}

/** Each way another program makes a file of the website, and the file it makes. */
const ways: readonly { what: string; needs: string; make: (page: string, name: string) => string }[] = [
  {
    what: 'a PDF printed by a browser, with its header and footer',
    needs: 'chromium',
    make: (page, name) => {
      const pdf = join(folder, `${name}.browser.pdf`);
      const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/browser`];
      execFileSync('chromium', [...flags, `--print-to-pdf=${pdf}`, `file://${page}`], { stdio: 'ignore' });
      return pdf;
    },
  },
  {
    what: 'a PDF made by LibreOffice',
    needs: 'soffice',
    make: (page, name) => {
      office(page, 'odt:writer8', ['--infilter=HTML (StarWriter)']);
      office(join(folder, `${name}.odt`), 'pdf');
      return join(folder, `${name}.pdf`);
    },
  },
  {
    what: 'a Word file made by LibreOffice of an OpenDocument text',
    needs: 'soffice',
    make: (page, name) => {
      office(page, 'odt:writer8', ['--infilter=HTML (StarWriter)']);
      office(join(folder, `${name}.odt`), 'docx');
      return join(folder, `${name}.docx`);
    },
  },
];

/** The columns a person is told the file does not have. */
function missingColumns(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ kind, message }) => kind === 'missing' && message.startsWith('表头没有'))
    .map(({ subject }) => subject);
}

/** LibreOffice prints a website upright and cuts off the last columns of Hebei's procurement table: the figures are not on the paper. */
const cutOff = ['单位资金', '上年结转结余', '年预留中小微企业份额'];

/** The disclosure with these columns of the procurement table blank. */
function without(model: Disclosure, lost: readonly string[]): Disclosure {
  const columns = layouts.hebei.tables.find(({ id }) => id === 'T11')?.columns ?? [];
  const blank = (row: readonly Figure[]) =>
    row.map((figure, at) => (lost.includes(columns[at]?.label ?? '') ? null : figure));
  const tables = model.tables.map((table) =>
    table.id === 'T11' ? { ...table, rows: table.rows.map(blank) } : table,
  );
  return { ...model, tables };
}

/** Starting other programs takes its time: each way is tried on one text, on all of them with `BUDGET_ALL=1`. */
for (const [order, { what, needs, make }] of ways.entries()) {
  describe.skipIf(!has(needs))(what, () => {
    for (const [at, name] of fixtures.entries()) {
      if (at !== order && process.env['BUDGET_ALL'] === undefined) continue;
      test(`of ${name} reads as the same tables and forms`, { timeout: 300_000 }, async () => {
        const { model } = await readFixture(name);
        const page = join(folder, `${name}.html`);
        writeFileSync(page, website(model));
        const again = await readBytes(new Uint8Array(readFileSync(make(page, name))));
        const lost = what === 'a PDF made by LibreOffice' && name === 'hebei-fao-2024' ? cutOff : [];
        expect(content(again.model)).toEqual(content(without(model, lost)));
        expect(missingColumns(again.findings)).toEqual(lost.map((column) => `部门政府采购预算·${column}`));
        // What the office itself prints as about so many is doubtful in every copy.
        expect(
          again.findings.filter(
            ({ kind, raw }) => (kind === 'unread' || kind === 'doubtful') && !raw.endsWith('左右'),
          ),
        ).toEqual([]);
      });
    }
  });
}
