import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import {
  type TableField,
  choice,
  choices,
  date,
  decimal,
  identifier,
  integer,
  options,
  table,
  text,
  yesNo,
} from '@zhitongche/form';
import { repeatedTextWorkbook } from '../../../apps/server/testing/hostile/denial-files.ts';
import { importRows } from './import-rows.ts';
import { readSheets } from './sheet.ts';
import { listWorkbook, templateOf } from './workbook.ts';

const members: TableField = table(
  '团组人员',
  {
    name: text('姓名', { max: 20, required: true }),
    sex: choice('性别', options({ m: '男', f: '女' })),
    idNumber: identifier('citizen-id', '身份证号', { en: 'ID number' }),
    birth: date('出生日期'),
    days: integer('天数', { unit: '天' }),
    cost: decimal('费用', { scale: 2, unit: '元' }),
    leader: yesNo('是否团长'),
    languages: choices('语种', options({ en: '英语', fr: '法语' })),
  },
  { maxRows: 5, rowName: '人', importable: true },
);
const context = {
  today: '2026-11-21',
  facts: { table: () => [], lookup: () => undefined, draws: () => true },
};

async function importing(name: string, bytes: Uint8Array) {
  const sheet = await readSheets(name, bytes);
  if (!sheet.ok) throw new Error(sheet.problems.map((p) => p.message).join());
  return importRows('members', members, sheet.value, context);
}
const csv = (source: string) => Buffer.from(source);
const xlsx = async (rows: SheetData) => await writeXlsxFile(rows).toBuffer();

test('a workbook of some kilobytes whose every cell repeats one long text is refused before its rows are handed on', async () => {
  const read = await readSheets('名单.xlsx', await repeatedTextWorkbook());
  expect(read.ok ? [] : read.problems.map((problem) => problem.message)).toEqual([
    '表格太大，无法一次导入。',
  ]);
  expect((await readSheets('名单.csv', csv(`姓名,备注\n${'甲'.repeat(2_000_000)}`))).ok).toBe(false);
  expect((await readSheets('名单.csv', csv(`姓名,备注\n${'甲'.repeat(20_000)}`))).ok).toBe(true);
});

describe('a workbook whose cells stand absurdly far out is refused before it is built', () => {
  test.each([
    ['a row', '<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'],
    ['a column', '<row r="1000"><c r="XFD1000"><v>1</v></c></row>'],
    ['a row in disguise', '<row r="&#50;000000000"><c r="A1"><v>1</v></c></row>'],
  ])('%s', async (_, row) => {
    const files = unzipSync(new Uint8Array(await xlsx([[{ value: '姓名', type: String }]])));
    const name = Object.keys(files).find((path) => path.endsWith('worksheets/sheet1.xml')) ?? '';
    const sheet = strFromU8(files[name] ?? new Uint8Array());
    const far = sheet.replace('</sheetData>', `${row}</sheetData>`);
    expect(far).not.toBe(sheet);
    const read = await readSheets('名单.xlsx', zipSync({ ...files, [name]: strToU8(far) }));
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'import.unreadable' }] });
  });
});

describe('a list of members is imported', () => {
  test('whatever the order, spacing, width and remarks of its heads', async () => {
    const { rows, problems, unknownHeads } = await importing(
      '名单.csv',
      csv('省教育厅出访人员名单,,,\n 性 别 ,姓名（必填）,天数*,备注\n男,李雷,３,无\n女,韩梅梅,10,\n,,,\n'),
    );
    expect(rows).toEqual([
      { sex: 'm', name: '李雷', days: 3 },
      { sex: 'f', name: '韩梅梅', days: 10 },
    ]);
    expect(problems).toEqual([]);
    expect(unknownHeads).toEqual(['备注']);
  });

  test('from a CSV that Excel in Chinese saved as GBK', async () => {
    // 姓名,性别 / 李雷,男 in GBK.
    const bytes = Buffer.from('d0d5c3fb2cd0d4b1f00d0ac0eec0d72cc4d00d0a', 'hex');
    expect((await importing('名单.csv', bytes)).rows).toEqual([{ name: '李雷', sex: 'm' }]);
  });

  test('from a CSV with a byte order mark, quotes, line ends and delimiters inside', async () => {
    const { rows } = await importing('a.csv', csv('\ufeff姓名;语种\r\n"李""雷;\n";英语、法语\r\n'));
    expect(rows).toEqual([{ name: '李"雷;', languages: ['en', 'fr'] }]);
  });

  test('from Excel, with its dates as dates, as serial numbers and as text', async () => {
    const { rows, problems } = await importing(
      'a.xlsx',
      await xlsx([
        [{ value: '姓名' }, { value: '出生日期' }, { value: '费用' }, { value: '是否团长' }],
        [
          { value: '甲' },
          { value: new Date('1985-03-04T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' },
          { value: 1234.5 },
          { value: true },
        ],
        // Excel writes 4 March 1985 as 31110.
        [{ value: '乙' }, { value: 31110 }, { value: '￥1,000.00' }, { value: '否' }],
        [{ value: '丙' }, { value: '1985年3月4日' }, { value: 8 }, { value: '√' }],
      ]),
    );
    expect(rows).toEqual([
      { name: '甲', birth: '1985-03-04', cost: '1234.5', leader: true },
      { name: '乙', birth: '1985-03-04', cost: '1000.00', leader: false },
      { name: '丙', birth: '1985-03-04', cost: '8', leader: true },
    ]);
    expect(problems).toEqual([]);
  });

  test('from a workbook that counts its days from 1904, a day in a cell without a format too', async () => {
    const files = unzipSync(
      new Uint8Array(
        await xlsx([
          [{ value: '姓名' }, { value: '出生日期' }, { value: '天数' }],
          // 4 March 1985 is 31110 days after 1899-12-30 and 29648 after 1904-01-01.
          [{ value: '甲' }, { value: 29648 }, { value: 29648 }],
        ]),
      ),
    );
    const part = 'xl/workbook.xml';
    const book = strFromU8(files[part] ?? new Uint8Array());
    const late = book.replace(/<workbookPr[^>]*\/?>|(<sheets>)/, '<workbookPr date1904="1"/>$1');
    expect(late).not.toBe(book);
    const { rows } = await importing('a.xlsx', zipSync({ ...files, [part]: strToU8(late) }));
    expect(rows).toEqual([{ name: '甲', birth: '1985-03-04', days: 29648 }]);
  });

  test('and an identity number kept as text comes through whole', async () => {
    // An example number of GB 11643-1999.
    const { rows, problems } = await importing(
      'a.xlsx',
      await xlsx([
        [{ value: '姓名' }, { value: '身份证号' }],
        [{ value: '甲' }, { value: '11010519491231002x', type: String }],
      ]),
    );
    expect(rows).toEqual([{ name: '甲', idNumber: '11010519491231002x' }]);
    expect(problems).toEqual([]);
  });
});

describe('what is wrong is told for every row at once', () => {
  test('with its row and column, and nothing typed is lost', async () => {
    const { rows, problems } = await importing(
      'a.csv',
      csv('姓名,性别,出生日期,天数\n李雷,男性,1985-02-30,三\n,女,1985-02-03,4\n'),
    );
    expect(rows[0]).toEqual({ name: '李雷', sex: '男性', birth: '1985-02-30', days: '三' });
    expect(problems.map((p) => p.at)).toEqual([
      ['members', 0, 'sex'],
      ['members', 0, 'birth'],
      ['members', 0, 'days'],
      ['members', 1, 'name'],
    ]);
  });

  test('an identity number that Excel took for a number is named as cut, not as wrong', async () => {
    const { problems, rows } = await importing(
      'a.xlsx',
      await xlsx([
        [{ value: '姓名' }, { value: '身份证号' }],
        [{ value: '甲' }, { value: Number('440524188001010014') }],
      ]),
    );
    expect(problems.map((p) => [p.code, ...p.at])).toEqual([
      ['import.digits-lost', 'members', 0, 'idNumber'],
    ]);
    expect(rows).toEqual([{ name: '甲' }]);
  });

  test('rows beyond the limit are refused, not dropped in silence', async () => {
    const { rows, problems } = await importing('a.csv', csv(`姓名\n${'李雷\n'.repeat(6)}`));
    expect(rows).toHaveLength(5);
    expect(problems.map((p) => p.code)).toEqual(['import.too-many-rows']);
  });

  test.each([
    ['no line of heads', 'a.csv', csv('1,2\n3,4\n'), 'import.no-head'],
    ['an old XLS', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.unreadable'],
    ['a picture', 'a.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'import.unreadable'],
    ['an archive that is no spreadsheet', 'a.xlsx', Buffer.from('PK\x03\x04garbage'), 'file.type'],
    ['nothing at all', 'a.csv', Buffer.alloc(0), 'import.unreadable'],
  ])('%s', async (_what, name, bytes, code) => {
    const sheet = await readSheets(name, bytes);
    const problems = sheet.ok
      ? importRows('members', members, sheet.value, context).problems
      : sheet.problems;
    expect(problems.map((p) => p.code)).toEqual([code]);
  });

  test('any bytes give an answer, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, zipped) => {
        const sheet = await readSheets('x.csv', zipped ? Buffer.concat([Buffer.from('PK'), bytes]) : bytes);
        if (sheet.ok) importRows('members', members, sheet.value, context);
      }),
    );
  });
});

describe('what is written', () => {
  test('the template imports again without a single unknown head', async () => {
    const result = await importing('模板.xlsx', await templateOf(members));
    expect(result).toEqual({
      rows: [],
      problems: [],
      unknownHeads: [],
      passedOver: [],
    });
  });

  test('a list cannot smuggle a formula, and says who took it', async () => {
    const bytes = await listWorkbook({
      title: '收件箱/2026',
      heads: ['事项', '申请人'],
      rows: [['=HYPERLINK("http://x","点这里")', '@SUM(A1)']],
      watermark: '张三于 2026-11-21 10:30 导出',
    });
    const sheet = await readSheets('a.xlsx', bytes);
    expect(sheet.ok && sheet.value[0]?.cells[0]?.[0]).toContain('张三于 2026-11-21 10:30 导出');
    expect(sheet.ok && sheet.value[0]?.cells[2]).toEqual([`'=HYPERLINK("http://x","点这里")`, `'@SUM(A1)`]);
    const parts = unzipSync(bytes);
    expect(
      Object.entries(parts).filter(
        ([name, part]) => name.includes('sheet') && strFromU8(part).includes('<f>'),
      ),
    ).toEqual([]);
  });
});
