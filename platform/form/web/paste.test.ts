import { choice, date, integer, options, text, yesNo } from '@zhitongche/form';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCells } from '@zhitongche/base';
import { layPaste, readPaste } from './paste.ts';

const parseCells = (text: string) => csvCells(text, '\t');

const columns = {
  name: text('姓名', { max: 30 }),
  sex: choice('性别', options({ M: '男', F: '女' })),
  birth: date('出生日期'),
  trips: integer('本年度已出访次数'),
  leader: yesNo('领导班子成员'),
};

describe('pasting from a spreadsheet', () => {
  it('a clerk copies a block with its heads in another order, and each cell finds its column', () => {
    const pasted = readPaste(
      columns,
      '性别\t姓名（必填）\t备注\t出生日期\r\n女\t李娜\t随团翻译\t1985/3/7\r\n男\t王伟\t\t1979年11月2日\r\n',
    );
    expect(pasted).toEqual({
      withHeads: true,
      unknownHeads: ['备注'],
      rows: [
        { sex: 'F', name: '李娜', birth: '1985-03-07' },
        { sex: 'M', name: '王伟', birth: '1979-11-02' },
      ],
    });
  });

  it('a block without heads fills from the cell it was pasted into', () => {
    expect(readPaste(columns, '男\t1979-11-02\t２', 1).rows).toEqual([
      { sex: 'M', birth: '1979-11-02', trips: 2 },
    ]);
  });

  it('what cannot be understood is kept for the rules to judge, never dropped', () => {
    expect(readPaste(columns, '李娜\t不详\t去年\t两次\t也许').rows).toEqual([
      { name: '李娜', sex: '不详', birth: '去年', trips: '两次', leader: '也许' },
    ]);
  });

  it('是 and 否 become answers, empty cells stay unanswered', () => {
    expect(readPaste(columns, '王伟\t\t\t0\t否\n李娜\t\t\t\t是').rows).toEqual([
      { name: '王伟', trips: 0, leader: false },
      { name: '李娜', leader: true },
    ]);
  });

  it('cells with line breaks and quotes survive, as spreadsheets write them', () => {
    expect(parseCells('"第一行\n第二行"\t"他说""好"""\nb')).toEqual([['第一行\n第二行', '他说"好"'], ['b']]);
  });

  it('any cells written the way spreadsheets do are read back the same', () => {
    const cell = fc.string({ maxLength: 12 }).map((s) => s.replaceAll('\r', ''));
    const quote = (c: string): string => (/["\t\n]/.test(c) || c === '' ? `"${c.replaceAll('"', '""')}"` : c);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          expect(parseCells(`${rows.map((r) => r.map(quote).join('\t')).join('\n')}\n`)).toEqual(rows);
        },
      ),
    );
  });

  it('a paste over existing rows changes only what it brings, adds rows, and says how many found no room', () => {
    const rows = [{ name: '王伟', sex: 'M' }, { name: '李娜' }];
    const pasted = [{ name: '李娜娜' }, { name: '赵六' }, { name: '钱七' }];
    expect(layPaste(rows, 1, pasted, 3)).toEqual({
      rows: [{ name: '王伟', sex: 'M' }, { name: '李娜娜' }, { name: '赵六' }],
      dropped: 1,
    });
  });
});
