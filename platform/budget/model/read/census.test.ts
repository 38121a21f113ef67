import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import { type Fixture, fixtureBytes, readFixture } from '../testing.ts';
import type { Finding } from './finding.ts';

/**
 * Every number printed in a disclosure is in the model or in a finding, as often as it is printed: nothing is dropped silently and
 * nothing is made up. What carries no content of its own (column numbers, captions, month labels) is taken out first, by rules that
 * know nothing of the reader.
 */

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\[bookmark:[^\]]*\]/g, '')
    // Thousands in groups, and the blanks a scanner leaves around a point.
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)\. (?=\d\d(?!\d))/g, '.');

const numbersOf = (text: string) => plain(text).match(/\d+(?:\.\d+)?/g) ?? [];

/** Rows of cells and single lines of a text, where one cell per line is printed the cells of one row. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const single = /^\t[^\t]*$/.test(line);
    if (single && open) rows.at(-1)?.push(line.slice(1));
    else rows.push(single ? [line.slice(1)] : line.split('\t'));
    open = single;
  }
  return rows;
}

/** Printed numbers that say nothing of the budget. */
function withoutFurniture(rows: readonly (readonly string[])[], model: Disclosure): string[] {
  const { code, name } = model.department;
  return rows.flatMap((row) => {
    const cells = row.map((cell) => plain(cell).trim());
    const printed = cells.filter((cell) => cell !== '');
    const [first = ''] = printed;
    // The months over a payment plan, also where a scanner garbled some of them.
    if (printed.filter((cell) => cell.endsWith('月底')).length > 1) return [];
    // The title of a form repeats the name printed in it.
    const titled = /^(\d+)[、.].*绩效目标表$/.exec(first)?.[1];
    if (titled !== undefined && printed.length === 1) return [titled];
    if (first === '栏次' || (printed.length > 2 && printed.every((cell, at) => cell === String(at + 1))))
      return [];
    return (
      cells
        .filter((cell) => !/^(?:单位|预算年度|部门名称|截止时间):/.test(cell) || cell.startsWith('截止时间'))
        .filter((cell) => !/^\(?20\d\d\)?\s*年度?\)?$/.test(cell) && !/^(?:预算|部门)公开表\d+$/.test(cell))
        .filter(
          (cell) =>
            !(name !== null && cell.replace(/^\d+\s*/, '').startsWith(name) && cell.startsWith(code ?? '-')),
        )
        .map((cell) => cell.replace(new RegExp(`^${model.year}年?(?=预算数$|合计$|财政拨款$|$)`), ''))
        .map((cell) => cell.replace(/^20\d\d年\s*(?=预留中)/, ''))
        // A time stamp printed in two pieces.
        .map((cell) => cell.replace(/^(\d{8,12}) (\d{2,6})$/, '$1$2'))
    );
  });
}

/** All strings of the model that are printed somewhere: not what is derived from them. */
function printedIn(value: unknown, key = ''): string[] {
  if (['layout', 'id', 'level1', 'scope'].includes(key) && typeof value !== 'object') return [];
  if (key === 'target') return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((own) => printedIn(own));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([own, inner]) => (own === 'department' ? [] : printedIn(inner, own)));
}

/** What a finding answers for: spots not read, and printed pieces the model holds in another form. */
function answeredBy(findings: readonly Finding[]): { taken: string[]; back: string[] } {
  const taken: string[] = [];
  const back: string[] = [];
  for (const { kind, raw, message } of findings) {
    const repaired = /还原为(\w+)/.exec(message)?.[1];
    if (kind === 'unread' || kind === 'ignored' || message.startsWith('栏目名称印得不清')) taken.push(raw);
    // A code printed in pieces stands in the model as a whole.
    else if (repaired !== undefined || message.includes('编码中的空格')) {
      taken.push(raw);
      back.push(repaired ?? raw.replace(/\s+/g, ''));
    } else if (message.includes('一栏文字被拆在几个单元格里') && kind === 'cleaned') {
      // One piece repeated the beginning of the other; the model holds it once.
      const [start = ''] = raw.split(' | ');
      taken.push(start);
    }
  }
  return { taken, back };
}

function difference(
  text: string,
  model: Disclosure,
  findings: readonly Finding[],
  leftOut: readonly string[] = [],
) {
  const count = new Map<string, number>();
  const add = (texts: readonly string[], by: number) => {
    for (const number of texts.flatMap(numbersOf)) count.set(number, (count.get(number) ?? 0) + by);
  };
  const { taken, back } = answeredBy(findings);
  add(withoutFurniture(rowsOf(text), model), 1);
  add(printedIn({ ...model, year: null }), -1);
  add(taken, -1);
  add(leftOut, -1);
  add(back, 1);
  return Object.fromEntries([...count].filter(([, times]) => times !== 0));
}

describe('every number printed is accounted for', () => {
  const source = (name: Fixture) => new TextDecoder().decode(fixtureBytes(`${name}.txt`));

  for (const name of ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'] as const) {
    test(name, async () => {
      const { model, findings } = await readFixture(name);
      // Goals are kept without their running numbers, and goal 1 to n of each form are counted here.
      const running = model.projects.flatMap((form) =>
        form.layout === 'payment-plan' ? form.goals.map((_, at) => String(at + 1)) : [],
      );
      const goals = name.startsWith('hebei') ? running : [];
      const left = difference(source(name), model, findings, goals);
      expect(left).toEqual({});
    });
  }

  test('a figure lost or made up would show', async () => {
    const { model, findings } = await readFixture('shanxi-fao-2024');
    const lost = {
      ...model,
      tables: model.tables.map((table) =>
        table.id === 'T02'
          ? { ...table, rows: table.rows.map((row) => row.map((cell) => (cell === '448.19' ? null : cell))) }
          : table,
      ),
    };
    expect(difference(source('shanxi-fao-2024'), lost, findings)).toEqual({ '448.19': 2 });
    const more = {
      ...model,
      narrative: [...model.narrative, { no: null, title: null, paragraphs: ['77.77万元'] }],
    };
    expect(difference(source('shanxi-fao-2024'), more, findings)).toEqual({ '77.77': -1 });
  });
});
