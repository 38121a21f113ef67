import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { printedMatter } from '../../../../catalogue/stock/printed-matter/index.ts';
import { notices } from '@zhitongche/case/server';
import { newId } from '@zhitongche/host';
import type { CommandSent } from '@zhitongche/register';
import { stageCounts } from './count-rows.ts';
import { keepRow } from './keep-row.ts';
import { noteForKeepers } from './keeper-notes.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [printedMatter] });
  for (const who of ['handler', 'division-head', 'window'] as const) await t.actor(who);
});
afterAll(() => t.drop());

const acts = async (cast: Cast, command: CommandSent, of: object = {}) =>
  (await keepRow(t.app, await t.actor(cast), { register: 'printed-matter', key: newId(), command, ...of }))
    .id;
const inStock = async (name: string, batch: string, arrived: number) => {
  const day = '2026-03-02';
  const id = await acts('handler', {
    act: 'enter',
    answers: {
      name,
      sort: 'journal',
      batch,
      ordered: arrived,
      words: 10_000,
      printer: '印务公司',
      orderedOn: day,
      dueOn: day,
      place: 'store',
      least: 100,
    },
  });
  const found = { receivedOn: day, arrived, checked: 1, errors: 0 };
  await acts('handler', { act: 'move', move: 'accept', data: found }, { id, revision: 1 });
  await acts('division-head', { act: 'agree' }, { id, revision: 2 });
  return id;
};
const hands = (id: string, revision: number, copies: number) =>
  acts(
    'handler',
    { act: 'move', move: 'hand', data: { on: '2026-03-02', unit: '省商务厅', copies } },
    { id, revision },
  );
const told = async (who: Cast) =>
  (await notices(t.app, await t.actor(who), undefined)).items.flatMap(({ text }) =>
    text.includes('最低库存') ? [text] : [],
  );
const looks = async () => {
  await noteForKeepers(t.app, t.office);
  await noteForKeepers(t.app, t.office);
};

it('copies of one title are counted over its batches; a title that runs out is told once a fall, by its name', async () => {
  t.at('2026-03-02');
  const first = await inStock('外事动态', '第1期', 90);
  await inStock('外事动态', '第2期', 60);
  await inStock('办事手册', '一版', 500);
  await looks();
  expect(await told('handler')).toEqual([]);
  await hands(first, 3, 51);
  await looks();
  const line = '外事动态剩99，低于最低库存100，请及时补充';
  expect(await told('handler')).toEqual([`印刷品和内部刊物：${line}`]);
  expect((await stageCounts(t.app, await t.actor('handler'), 'printed-matter')).notes).toEqual([line]);
  expect(await told('window')).toEqual([]);
  const third = await inStock('外事动态', '第3期', 10);
  await looks();
  expect((await stageCounts(t.app, await t.actor('handler'), 'printed-matter')).notes).toEqual([]);
  await hands(third, 3, 10);
  await looks();
  expect(await told('handler')).toHaveLength(2);
});
