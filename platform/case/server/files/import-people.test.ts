import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type TableField, choice, date, identifier, options, table, text } from '@zhitongche/form';
import { dayOfNumber } from '@zhitongche/base';
import { dayNumber } from '@zhitongche/base';
import { importRows, templateOf } from '@zhitongche/file/server';
import { readSheets } from '../../../file/server/sheet.ts';

const people: TableField = table(
  '团组人员',
  {
    name: text('姓名', { max: 20, required: true }),
    sex: choice('性别', options({ m: '男', f: '女' })),
    birth: date('出生日期', { also: ['出生年月', '出生年月日'] }),
    idNumber: identifier('citizen-id', '身份证号', { also: ['身份证号码', '公民身份号码'] }),
    employer: text('工作单位', { max: 60, also: ['单位', '所在单位'] }),
    post: text('职务（职称）', { max: 60, also: ['职务'] }),
    passport: identifier('passport', '护照号', { also: ['护照号码'] }),
    until: date('护照有效期至', { also: ['有效期'] }),
  },
  { maxRows: 50, rowName: '人', importable: true },
);
const context = {
  today: '2026-11-21',
  facts: { table: () => [], lookup: () => undefined, draws: () => true },
};

async function importing(name: string, bytes: Uint8Array) {
  const sheets = await readSheets(name, bytes);
  if (!sheets.ok) throw new Error(sheets.problems.map((p) => p.message).join());
  return importRows('members', people, sheets.value, context);
}
const csv = (source: string) => Buffer.from(source);
const words = (rows: readonly (readonly string[])[]): SheetData =>
  rows.map((row) => row.map((value) => ({ value, type: String })));
const xlsx = async (rows: SheetData) => await writeXlsxFile(rows).toBuffer();

describe('an incomplete date is a problem at its cell, never a guessed day', () => {
  const typed = [
    '1991.02',
    '1991-12',
    '199112',
    '2029.08',
    '1991',
    '1991年2月',
    '1991/2',
    '91.02.03',
    '0203',
  ];

  test.each(typed)('%s typed as text', async (own) => {
    const fromBook = await importing(
      'a.xlsx',
      await xlsx(
        words([
          ['姓名', '出生日期'],
          ['甲', own],
        ]),
      ),
    );
    const fromText = await importing('a.csv', csv(`姓名,出生日期\n甲,${own}\n`));
    for (const { rows, problems } of [fromBook, fromText]) {
      expect(rows).toEqual([{ name: '甲', birth: own }]);
      expect(problems.map(({ code, at }) => [code, ...at])).toEqual([['field.date', 'members', 0, 'birth']]);
    }
  });

  test.each([1991.02, 199112, 2029.08, 1991])('%s typed as a number', async (value) => {
    const { rows, problems } = await importing(
      'a.xlsx',
      await xlsx([
        [{ value: '姓名' }, { value: '护照有效期至' }],
        [{ value: '甲' }, { value }],
      ]),
    );
    expect(rows).toEqual([{ name: '甲', until: String(value) }]);
    expect(problems.map(({ at }) => at)).toEqual([['members', 0, 'until']]);
  });

  // A spreadsheet makes a day of "1991-02" and shows the month alone.
  test.each(['mmm-yy', 'yyyy"年"m"月"', 'yyyy.mm', 'm"月"d"日"'])('a cell that shows %s', async (format) => {
    const { rows, problems } = await importing(
      'a.xlsx',
      await xlsx([
        [{ value: '姓名' }, { value: '出生日期' }],
        [{ value: '甲' }, { value: new Date('1991-02-01T00:00:00Z'), type: Date, format }],
      ]),
    );
    expect(rows[0]?.['birth']).not.toBe('1991-02-01');
    expect(problems.map(({ code, at }) => [code, ...at])).toEqual([['field.date', 'members', 0, 'birth']]);
  });

  test.each(['1991.02.03', '1991-2-3', '1991/02/03', '19910203', '1991年2月3日', '１９９１．２．３'])(
    '%s is whole',
    async (own) => {
      const { rows, problems } = await importing('a.csv', csv(`姓名,出生日期\n甲,${own}\n`));
      expect([rows, problems]).toEqual([[{ name: '甲', birth: '1991-02-03' }], []]);
    },
  );

  test('every day a spreadsheet keeps as a number between 1930 and 2100 is that day', async () => {
    for (let day = dayNumber('1930-01-01'); day < dayNumber('2100-01-01'); day += 97) {
      const { rows } = await importing('a.csv', csv(`姓名,出生日期\n甲,${day + 25_569}\n`));
      expect(rows[0]?.['birth']).toBe(dayOfNumber(day));
    }
  });
});

describe('a list is read as clerks keep it', () => {
  test('on the second sheet, behind a cover, and on a third', async () => {
    const bytes = await writeXlsxFile([
      { sheet: '封面', data: words([['某市教育局'], ['出访人员名单']]) },
      {
        sheet: '一处',
        data: words([
          ['姓名', '性别'],
          ['甲', '男'],
        ]),
      },
      {
        sheet: '二处',
        data: words([
          ['性别', '姓名'],
          ['女', '乙'],
        ]),
      },
    ]).toBuffer();
    const { rows, problems } = await importing('名单.xlsx', bytes);
    expect([rows, problems]).toEqual([
      [
        { name: '甲', sex: 'm' },
        { name: '乙', sex: 'f' },
      ],
      [],
    ]);
  });

  test('a second column of the same head is named, its cells are not lost in silence', async () => {
    const side = await importing('a.csv', csv('姓名,性别,姓名,性别\n甲,男,乙,女\n'));
    expect(side.unknownHeads).toEqual(['姓名', '性别']);
    const twice = await importing('a.csv', csv('姓名,单位,工作单位\n甲,教育局,商务局\n'));
    expect(twice.unknownHeads).toEqual(['工作单位']);
  });

  test('nobody is called by what stands under or between the list', async () => {
    const apart = [
      '审核人（签字）：李,',
      '联系人：张,',
      '联系电话：0311-1234,',
      '主管领导：,',
      '分管领导签字：王,',
      '2026年11月21日,',
      '以下空白,',
      '——以下无——,',
      '第1页 共2页,',
      '一、市教育局,',
      '（二）市商务局,',
    ];
    const { rows, passedOver } = await importing(
      'a.csv',
      csv(`姓名,性别\n甲,男\n${apart.join('\n')}\n乙,女\n`),
    );
    expect(rows).toEqual([
      { name: '甲', sex: 'm' },
      { name: '乙', sex: 'f' },
    ]);
    expect(passedOver).toHaveLength(apart.length);
    // One printed cell is no reason: a clerk may not know more of a person yet.
    expect((await importing('a.csv', csv('姓名,性别\n联大卫,\n'))).rows).toEqual([{ name: '联大卫' }]);
  });

  test('under the heads they write', async () => {
    const { rows, unknownHeads } = await importing(
      'a.csv',
      csv('序号,姓 名,身份证号码,单位,职务,出生年月\n1,甲,11010519491231002X,教育局,处长,1949-12-31\n'),
    );
    expect(rows).toEqual([
      { name: '甲', idNumber: '11010519491231002X', employer: '教育局', post: '处长', birth: '1949-12-31' },
    ]);
    expect(unknownHeads).toEqual(['序号']);
  });

  test('with cells merged over several rows, and a heading of two lines', async () => {
    const { rows, problems, unknownHeads } = await importing(
      'a.xlsx',
      await xlsx([
        [
          { value: '单位', rowSpan: 2 },
          { value: '姓名', rowSpan: 2 },
          { value: '护照', columnSpan: 2 },
          null,
        ],
        [null, null, { value: '护照号码' }, { value: '有效期' }],
        [{ value: '教育局', rowSpan: 2 }, { value: '甲' }, { value: 'PE1234567' }, { value: '2030-05-06' }],
        [null, { value: '乙' }, { value: 'PE7654321' }, { value: '2031-05-06' }],
      ]),
    );
    expect([problems, unknownHeads]).toEqual([[], []]);
    expect(rows).toEqual([
      { employer: '教育局', name: '甲', passport: 'PE1234567', until: '2030-05-06' },
      { employer: '教育局', name: '乙', passport: 'PE7654321', until: '2031-05-06' },
    ]);
  });

  test('with sums, signatures and the heading of a second page, which are named and not taken for people', async () => {
    const { rows, passedOver } = await importing(
      'a.csv',
      csv(
        '出访人员名单\n姓名,性别,职务\n甲,男,处长\n小 计,1人,\n姓名,性别,职务\n乙,女,科长\n合计：2人,,\n填表人：丙,,审核人：丁\n注：以上人员均已政审,,\n',
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(passedOver).toEqual([
      '小 计 1人',
      '姓名 性别 职务',
      '合计：2人',
      '填表人：丙 审核人：丁',
      '注：以上人员均已政审',
    ]);
  });

  test('whatever marks stand in the title of a text file', async () => {
    for (const title of ['赴法国;德国团组', '赴日\t韩团组', '"名单"'])
      expect((await importing('a.csv', csv(`${title}\n姓名,性别\n甲,男\n`))).rows).toEqual([
        { name: '甲', sex: 'm' },
      ]);
  });

  test('in UTF-16 of either order', async () => {
    const little = Buffer.from('\ufeff姓名\t性别\r\n甲\t男\r\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, big.subarray(2)])
      expect((await importing('a.csv', bytes)).rows).toEqual([{ name: '甲', sex: 'm' }]);
  });

  test('a web page called xls is named as one', async () => {
    for (const page of [
      '<html><table><tr><td>姓名</td></tr></table></html>',
      '\ufeff <!DOCTYPE html>\n<html>',
    ]) {
      const read = await readSheets('名单.xls', csv(page));
      expect(read.ok ? '' : read.problems[0]?.message).toContain('网页');
    }
  });
});

describe('the template helps to choose', () => {
  test('a column with options offers them as a list, and so does a yes or no', async () => {
    const files = unzipSync(await templateOf(people));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(
      /<dataValidation [^>]*type="list"[^>]*sqref="B2:B51"[^>]*>\s*<formula1>"男,女"<\/formula1>/,
    );
  });

  test('a list too long for a cell of its own stands on a hidden sheet', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `第${at + 1}种很长的选择`);
    const field = table(
      '表',
      { kind: choice('种类', options(Object.fromEntries(many.map((own, at) => [`k${at}`, own])))) },
      { maxRows: 5, rowName: '项' },
    );
    const bytes = await templateOf(field);
    const files = unzipSync(bytes);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<formula1>选项!\$A\$1:\$A\$60<\/formula1>/);
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toMatch(/name="选项"[^>]*state="hidden"/);
    const read = await readSheets('a.xlsx', bytes);
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['表', '填写说明']);
  });

  test('a wrong option is told with those there are', async () => {
    const { problems } = await importing('a.csv', csv('姓名,性别\n甲,先生\n'));
    expect(problems.map(({ code, todo }) => [code, todo])).toEqual([
      ['field.not-an-option', '请填其一：男、女'],
    ]);
  });
});
