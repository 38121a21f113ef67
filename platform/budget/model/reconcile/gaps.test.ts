import { expect, test } from 'vitest';
import { fixtureBytes, readBytes } from '../testing.ts';
import { reconcile } from './reconcile.ts';

const printed = new TextDecoder().decode(fixtureBytes('hebei-fao-2024.txt'));

async function proof(text: string) {
  const reading = await readBytes(new TextEncoder().encode(text));
  return { ...reading, ...reconcile(reading.model, reading.findings) };
}

/** The text with the budget of the first form ten higher than its parts and its sum. */
function withWrongBudget(): string {
  const at = printed.indexOf('\t预算数\n', printed.indexOf('\t项目编码\n'));
  const amount = /\t(\d+\.\d\d)\n/.exec(printed.slice(at))?.[1] ?? '';
  const higher = (Number(amount) + 10).toFixed(2);
  return printed.slice(0, at) + printed.slice(at).replace(`\t${amount}\n`, `\t${higher}\n`);
}

test('a wrong budget is reported though an indicator of the same form was not read', async () => {
  const wrong = withWrongBudget();
  const at = wrong.indexOf('指标值确定依据', wrong.indexOf('\t项目编码\n'));
  const cell = wrong.indexOf('\n\n', at);
  const torn = `${wrong.slice(0, cell)}\n\n\t乱\n\t码${wrong.slice(cell)}`;
  const { findings, checks } = await proof(torn);
  expect(findings.some(({ kind, owner }) => kind === 'unread' && owner === 'project:1')).toBe(true);
  expect(
    checks.filter(({ verdict, rule }) => verdict === 'does-not-hold' && rule === 'B11').length,
  ).toBeGreaterThanOrEqual(2);
});

test('a wrong sum of a column is reported though a cell of another column was not read', async () => {
  const start = printed.indexOf('部门预算支出总表\n');
  const row = printed.indexOf('\t2010301\n', start);
  const rows = printed.slice(row).split('\n\n');
  const [first = ''] = rows;
  // Code, name, total, basic: the second figure is made wrong, the first unreadable.
  const figures = [...first.matchAll(/\t(\d+)(\.\d\d)(?=\n|$)/g)];
  const [total, basic] = figures;
  if (total === undefined || basic === undefined) throw new Error('no figures');
  const broken =
    first.slice(0, basic.index) +
    `\t${Number(basic[1]) + 10}${basic[2]}` +
    first.slice(basic.index + basic[0].length);
  const damaged = broken.replace(total[0], `${total[0]}?`);
  const { findings, checks } = await proof(printed.slice(0, row) + [damaged, ...rows.slice(1)].join('\n\n'));
  expect(findings.some(({ kind, owner }) => kind === 'unread' && owner === 'T03')).toBe(true);
  expect(
    checks.some(
      ({ verdict, left, right }) =>
        verdict === 'does-not-hold' &&
        [...left.cells, ...right.cells].some(
          ({ where }) => where.includes('2010301') && where.includes('基本支出'),
        ),
    ),
  ).toBe(true);
});

test('where the table a sentence speaks of was not read, no other table is held against it', async () => {
  const words = new TextDecoder().decode(fixtureBytes('shanxi-fao-2024.txt'));
  const title = '2024年财政拨款安排机关运行经费预算表';
  expect(words).toContain(`\n${title}\n`);
  const { checks } = await proof(words.replace(`\n${title}\n`, '\n机关运行经费\n'));
  const stated = checks.filter(({ title: own }) => own === '文字“机关运行经费”＝表');
  expect(stated.map(({ verdict }) => verdict)).toEqual(['cannot-be-checked']);
});
