import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import type { ProblemError } from '@zhitongche/core/server';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepMany, type ManyRequest } from './keep-many.ts';
import { keepRow } from './keep-row.ts';
import { listRows } from './list-rows.ts';
import { showRow } from './show-row.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
});
afterAll(() => t.drop());

let serial = 0;
const enter = async (more: object = {}, cast: Cast = 'handler'): Promise<string> => {
  serial += 1;
  const answers = { tag: `B-${serial}`, room: `房间${serial}`, kind: 'door', ...more };
  const command = { act: 'enter' as const, answers };
  return (await keepRow(t.app, await t.actor(cast), { register: 'toy-keys', key: newId(), command })).id;
};
const row = async (id: string) => await showRow(t.app, await t.actor('handler'), 'toy-keys', id);
const many = async (
  ids: readonly string[],
  act: ManyRequest['act'],
  { cast = 'handler', key = newId() }: { cast?: Cast; key?: string } = {},
) => {
  const rows = [];
  for (const id of ids) rows.push({ id, revision: (await row(id)).revision });
  return await keepMany(t.app, await t.actor(cast), { register: 'toy-keys', key, rows, act });
};
const problems = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) =>
      error.more.problems?.map(({ code, at }) => `${code} ${at.join('.')}`.trim()) ?? [error.code],
  );

it('one move is made with all of them, once, however often it is sent', async () => {
  const ids = [await enter(), await enter(), await enter()];
  const key = newId();
  const rows = [];
  for (const id of ids) rows.push({ id, revision: (await row(id)).revision });
  const request = {
    register: 'toy-keys',
    key,
    rows,
    act: { act: 'move', move: 'lend', data: { to: '林见山' } },
  } as const;
  expect(await keepMany(t.app, await t.actor('handler'), request)).toEqual({ done: 3 });
  expect(await keepMany(t.app, await t.actor('handler'), request)).toEqual({ done: 3 });
  for (const id of ids) expect((await row(id)).stage).toBe('out');
});

it('one answer is set for all of them; one that has it already is no obstacle', async () => {
  const ids = [await enter({ until: '2027-01-01' }), await enter()];
  await many(ids, { act: 'set', field: 'until', value: '2027-01-01' });
  for (const id of ids) expect((await row(id)).answers).toMatchObject({ until: '2027-01-01' });
});

it('all or none: every problem stands at its row, and nothing is half done', async () => {
  const [free, lent, safe] = [await enter(), await enter(), await enter()];
  await many([lent], { act: 'move', move: 'lend', data: { to: '甲' } });
  expect(await problems(many([free, lent, safe], { act: 'move', move: 'lend', data: { to: '乙' } }))).toEqual(
    ['row.not-open rows.1'],
  );
  expect((await row(free)).stage).toBe('in');
  expect(await problems(many([free, safe], { act: 'set', field: 'kind', value: 'safe' }))).toEqual([
    'K-01 rows.0.holder',
    'K-01 rows.1.holder',
  ]);
  expect((await row(free)).answers['kind']).toBe('door');
});

const told = async (cast: Cast): Promise<readonly string[]> =>
  (
    await t.base.owner.query<{ text: string }>('select text from notice where person = $1 order by at, id', [
      (await t.actor(cast)).id,
    ])
  ).map(({ text }) => text);
const lists = async (id: string): Promise<readonly string[]> =>
  (await listRows(t.app, await t.actor('handler'), 'toy-keys', { filters: [`$list=${id}`] })).items.map(
    (line) => line.id,
  );

it('what two decide is asked for by one list and agreed to once, whole; nobody takes a part of it', async () => {
  const ids = [await enter(), await enter(), await enter()];
  await t.actor('handler@security');
  await many(ids, { act: 'move', move: 'destroy' });
  // Who else keeps them is told once, for all of them.
  const words = [(await told('handler')).length, (await told('handler@security')).at(-1)];
  expect(words).toEqual([0, expect.stringMatching(/等3把的清册：.*提出“销毁”，等另一人整份确认$/)]);
  const { asked } = await row(ids[0] ?? '');
  const list = asked?.list?.id ?? '';
  expect(asked).toMatchObject({ label: '销毁', list: { of: 3 }, mine: true });
  expect(new Set(await lists(list))).toEqual(new Set(ids));
  const alone = await keepRow(t.app, await t.actor('handler@security'), {
    register: 'toy-keys',
    id: ids[0] ?? '',
    revision: 2,
    key: newId(),
    command: { act: 'agree' },
  }).catch(({ code, message }: ProblemError) => [code, message]);
  expect(alone).toEqual(['row.not-open', expect.anything()]);
  const agree = { act: 'agree', list } as const;
  const second = { cast: 'handler@security' } as const;
  expect(await problems(many(ids, agree))).toEqual([
    'row.not-open rows.0',
    'row.not-open rows.1',
    'row.not-open rows.2',
  ]);
  expect(await problems(many(ids.slice(1), agree, second))).toEqual([
    'row.list-incomplete rows.0',
    'row.list-incomplete rows.1',
  ]);
  expect(await problems(many(ids, { act: 'agree', list: newId() }, second))).toHaveLength(3);
  expect(await many(ids, agree, second)).toEqual({ done: 3 });
  for (const id of ids) expect(await row(id)).toMatchObject({ stage: 'gone', asked: null });
  expect(await told('handler')).toEqual([expect.stringMatching(/等3把的清册：.*确认“销毁”，已经办理$/)]);
  // What was decided by it is found by it afterwards.
  expect(new Set(await lists(list))).toEqual(new Set(ids));
});

it('a list some row of which was changed since is sent back whole, and asked for anew', async () => {
  const ids = [await enter(), await enter()];
  await many(ids, { act: 'move', move: 'destroy' });
  const list = (await row(ids[0] ?? '')).asked?.list?.id ?? '';
  const [kept, gone] = [ids[0] ?? '', ids[1] ?? ''];
  await keepRow(t.app, await t.actor('handler'), {
    register: 'toy-keys',
    id: gone,
    revision: 2,
    key: newId(),
    command: { act: 'retire', reason: '登记错了' },
  });
  const second = { cast: 'handler@security' } as const;
  expect(await problems(many([kept], { act: 'agree', list }, second))).toEqual([
    'row.list-incomplete rows.0',
  ]);
  await many([kept], { act: 'refuse', list, note: '少了一把' }, second);
  expect(await row(kept)).toMatchObject({ stage: 'in', asked: null });
  expect(await lists(list)).toEqual([]);
});

it('nobody acts on rows that are not his, or on what names one thing', async () => {
  const id = await enter();
  expect(
    await problems(many([id], { act: 'move', move: 'lend', data: { to: '丙' } }, { cast: 'window' })),
  ).toEqual(['row.not-open rows.0']);
  expect(
    await problems(many([id], { act: 'move', move: 'lend', data: { to: '丙' } }, { cast: 'city-reviewer' })),
  ).toEqual(['row.unknown rows.0']);
  expect(await problems(many([id], { act: 'set', field: 'tag', value: 'X' }))).toEqual(['row.one-by-one']);
});
