import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import type { ProblemError } from '@zhitongche/core/server';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepMany, type ManyRequest } from './keep-many.ts';
import { keepRow } from './keep-row.ts';
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

it('nobody acts on rows that are not his, by two persons or on what names one thing', async () => {
  const id = await enter();
  expect(
    await problems(many([id], { act: 'move', move: 'lend', data: { to: '丙' } }, { cast: 'window' })),
  ).toEqual(['row.not-open rows.0']);
  expect(
    await problems(many([id], { act: 'move', move: 'lend', data: { to: '丙' } }, { cast: 'city-reviewer' })),
  ).toEqual(['row.unknown rows.0']);
  expect(await problems(many([id], { act: 'move', move: 'destroy' }))).toEqual(['row.one-by-one']);
  expect(await problems(many([id], { act: 'set', field: 'tag', value: 'X' }))).toEqual(['row.one-by-one']);
});
