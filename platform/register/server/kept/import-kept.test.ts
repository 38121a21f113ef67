import { Readable } from 'node:stream';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { readZip } from '@zhitongche/formats';
import { newId } from '@zhitongche/host';
import { toyKeys } from '../../testing/toy-register.ts';
import { exportKept } from './export-kept.ts';
import { importKept } from './import-kept.ts';
import { listRows } from './list-rows.ts';

let t: TestOffice;
let folder: string;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
  folder = await mkdtemp(join(tmpdir(), 'kept-import-'));
});
afterAll(async () => {
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

interface More {
  readonly confirm?: string;
  readonly despite?: string;
  readonly cast?: Cast;
  readonly name?: string;
}
async function read(bytes: Uint8Array | string, { cast = 'handler', name = '钥匙.csv', ...more }: More = {}) {
  const stream = Readable.from([Buffer.from(bytes)]);
  return await importKept(t.app, await t.actor(cast), {
    register: 'toy-keys',
    key: newId(),
    file: { name, stream, limit: 10_000_000 },
    ...more,
  });
}
/** Looks and then writes what was looked at. */
async function brought(bytes: Uint8Array | string, more: More = {}) {
  const looked = await read(bytes, more);
  return await read(bytes, { ...more, confirm: looked.digest });
}
const all = async (q: string) =>
  (await listRows(t.app, await t.actor('handler'), 'toy-keys', { q, limit: 200 })).items;

const HEAD = '编号,房间,种类,有效期至,保管人,状态';

describe('a list brought into a register', () => {
  it('tells every fault with its cell and writes nothing while there is one', async () => {
    const list = `钥匙清册\n${HEAD}\nA1,甲库,门,2026-06-30,,在库\nA2,乙库,窗,2026-02-30,,\nA3,,保险柜,2026年7月1日,,飞了\nA1,丁库,门,,,\n合计,4,,,,\n`;
    const { problems, ...told } = await brought(list);
    expect(problems.map(({ cell, problem }) => [cell, problem.code])).toEqual([
      ['C4', 'field.not-an-option'],
      ['D4', 'field.date'],
      ['B5', 'field.required'],
      ['E5', 'K-01'],
      ['F5', 'import.stage'],
      ['A6', 'import.twice'],
    ]);
    expect(told).toMatchObject({ written: false, fresh: 1, faulty: 3, passedOver: ['合计 4'] });
    expect(await all('甲库')).toEqual([]);
  });

  it('the same file twice changes nothing, and a changed line changes its row alone, with its origin in the story', async () => {
    const list = (room: string) => `${HEAD}\nB1,一号库,门,2026-06-30,,在库\nB2,${room},门,2026-07-31,,借出\n`;
    expect(await brought(list('二号库'))).toMatchObject({ written: true, fresh: 2, changed: 0, same: 0 });
    const [events] = await t.app.db.query<{ n: number }>('select count(*)::int as n from kept_event');
    expect(await brought(list('二号库'))).toMatchObject({ written: true, fresh: 0, changed: 0, same: 2 });
    expect((await t.app.db.query('select count(*)::int as n from kept_event'))[0]).toEqual(events);
    expect(await brought(list('新二号库'))).toMatchObject({ written: true, fresh: 0, changed: 1, same: 1 });
    expect((await all('新二号库'))[0]?.stage).toBe('out');
  });

  it('moves nothing from stage to stage, and takes nothing for another that looks like a known one without a reason', async () => {
    await brought(`${HEAD}\nC1,西库,门,,,在库\n`);
    const jumped = await brought(`${HEAD}\nC1,西库,门,,,已销毁\n`);
    expect(jumped.problems[0]?.problem.message).toContain('不能由导入改成');
    expect((await brought(`${HEAD}\nC2,西 库,门,,,\n`)).problems[0]?.problem.code).toBe('row.near');
    expect(await brought(`${HEAD}\nC2,西 库,门,,,\n`, { despite: '两扇门' })).toMatchObject({
      written: true,
      fresh: 1,
    });
  });

  it('of another register is told by its heads, and another file than the one looked at is not written', async () => {
    await expect(read('姓名,护照号\n甲,E12345678\n')).rejects.toMatchObject({ status: 422 });
    const looked = await read(`${HEAD}\nD1,北库,门,,,\n`);
    await expect(read(`${HEAD}\nD2,北库,门,,,\n`, { confirm: looked.digest })).rejects.toMatchObject({
      code: 'import.other-file',
    });
    await expect(read(`${HEAD}\nD1,北库,门,,,\n`, { cast: 'window' })).rejects.toMatchObject({ status: 403 });
  });
});

describe('a list taken out of a register', () => {
  it('reads back as it is, in both formats, formulas as text', async () => {
    await brought(`${HEAD}\nE1,"=SUM(A1)，东",门,2026-06-30,林见山,在库\nE2,"回字""库",保险柜,,顾思齐,\n`);
    const actor = await t.actor('handler');
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await exportKept(t.app, actor, 'toy-keys', { format });
      expect(Buffer.from(file.body).toString('latin1')).not.toMatch(/[,>]=SUM/);
      const back = await brought(file.body, { name: `钥匙.${format}` });
      expect([format, back]).toMatchObject([format, { written: true, fresh: 0, changed: 0, problems: [] }]);
      expect(back.same).toBeGreaterThan(4);
    }
  });

  it('holds what its reader may see and no more', async () => {
    const file = await exportKept(t.app, await t.actor('window'), 'toy-keys', { format: 'csv' });
    const text = Buffer.from(file.body).toString('utf8');
    expect(text).not.toContain('林见山');
    expect(text).toContain('E1');
  });
});

describe('a workbook that another program wrote', () => {
  it('of ten thousand lines LibreOffice saved, two in a hundred faulty, has each fault told at its cell, and without them comes in once', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n): Line => {
      const faulty = n % 50 === 7;
      const day = faulty && n % 100 === 7 ? '2026-13-45' : `2027-0${(n % 9) + 1}-15`;
      return { n, room: `库房${n}`, kind: faulty && n % 100 === 57 ? '窗' : '门', day };
    });
    const looked = await read(await saved('清册', lines, USUAL), { name: '清册.xlsx' });
    expect(looked).toMatchObject({ fresh: 9800, faulty: 200, written: false });
    const expected = lines.flatMap((_, n) => (n % 50 === 7 ? [`${n % 100 === 57 ? 'C' : 'D'}${n + 2}`] : []));
    expect(looked.problems.map(({ cell }) => cell)).toEqual(expected);
    const sound = lines.filter(({ n }) => n % 50 !== 7);
    // A program that counts its days from 1904 says the same days: nothing changes.
    const [usual, late] = [await saved('合格', sound, USUAL), await saved('合格1904', sound, LATE)];
    expect(partOf(late, 'xl/workbook.xml')).toMatch(/date1904="(1|true)"/);
    expect(partOf(usual, 'xl/worksheets/sheet1.xml')).toContain('<f');
    expect(await brought(usual, { name: '合格.xlsx' })).toMatchObject({
      written: true,
      fresh: 9800,
      changed: 0,
    });
    const again = { written: true, fresh: 0, changed: 0, same: 9800 };
    expect(await brought(late, { name: '合格1904.xlsx' })).toMatchObject(again);
    expect((await all('库房9999'))[0]?.answers).toMatchObject({ tag: 'L9999', until: '2027-01-15' });
    expect(await all('不该读到')).toEqual([]);
    const handler = await t.actor('handler');
    const { body } = await exportKept(t.app, handler, 'toy-keys', { q: '库房9', format: 'xlsx' });
    expect(await brought(body, { name: '导出.xlsx' })).toMatchObject({ fresh: 0, changed: 0, faulty: 0 });
  }, 180_000);
});

const partOf = (book: Uint8Array, name: string): string => {
  const limits = { entries: 100, unpacked: 100_000_000, ratio: 1000 };
  const zip = readZip(book, { limits });
  const part = zip.ok ? zip.entries.find((entry) => entry.name === name)?.read() : undefined;
  return part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : '';
};

interface Line {
  readonly n: number;
  readonly room: string;
  readonly kind: string;
  readonly day: string;
}
/** Days from which a workbook counts. */
const USUAL = '1899-12-30';
const LATE = '1904-01-01';

const words = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const dayCell = (day: string): string =>
  Number.isNaN(Date.parse(day))
    ? words(day)
    : `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"><text:p>${day}</text:p></table:table-cell>`;
/** How a day is shown: what shows no day is a number. */
const DAY =
  '<number:date-style style:name="ymd"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="ymd"/>';
/** A number made of its line by a formula, as lists are numbered. */
const formula = (n: number): string =>
  `<table:table-cell table:formula="of:=&quot;L&quot;&amp;${n}" office:value-type="string" office:string-value="L${n}"><text:p>L${n}</text:p></table:table-cell>`;
const rowOf = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;

/** A list as LibreOffice saves it: formulas, dates that are dates, and a hidden sheet beside it. */
async function saved(name: string, lines: readonly Line[], from: string): Promise<Buffer> {
  const head = rowOf(HEAD.split(',').map(words).join(''));
  const body = lines.map(({ n, room, kind, day }) =>
    rowOf(`${formula(n)}${words(room)}${words(kind)}${dayCell(day)}${words('')}${words('在库')}`),
  );
  const space = (short: string, of = short): string =>
    `xmlns:${short}="urn:oasis:names:tc:opendocument:xmlns:${of}:1.0"`;
  const source = join(folder, `${name}.fods`);
  await writeFile(
    source,
    `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${space('office')} ${space('table')} ${space('text')} ${space('style')} ${space('number', 'datastyle')} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>${DAY}<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:calculation-settings><table:null-date table:date-value="${from}"/></table:calculation-settings>
<table:table table:name="清册">${head}${body.join('')}</table:table>
<table:table table:name="旧表" table:style-name="hidden">${head}${rowOf([words('H1'), words('不该读到'), words('门')].join(''))}</table:table>
</office:spreadsheet></office:body></office:document>`,
  );
  const [profile, outdir] = [`-env:UserInstallation=file://${folder}/profile`, ['--outdir', folder]];
  await promisify(execFile)('soffice', ['--headless', profile, '--convert-to', 'xlsx', ...outdir, source]);
  return await readFile(join(folder, `${name}.xlsx`));
}
