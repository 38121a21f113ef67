import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import type { ProblemError } from '@zhitongche/core/server';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';
import { picksFor } from './picks.ts';
import { showRow } from './show-row.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
});
afterAll(() => t.drop());

const enter = async (answers: object, cast: Cast = 'handler'): Promise<string> =>
  (
    await keepRow(t.app, await t.actor(cast), {
      register: 'toy-keys',
      key: newId(),
      command: { act: 'enter', answers: answers as never },
    })
  ).id;
const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) =>
      error.more.problems?.map(({ code, at }) => `${code} ${at.join('.')}`) ?? [error.code],
  );
const titles = async (cast: Cast, from: string, q: string) =>
  (await picksFor(t.app, await t.actor(cast), from, q)).map(({ title }) => title);

describe('something picked from what is on record', () => {
  it('is offered as far as whoever picks may see it', async () => {
    expect(await titles('handler', 'org', '商务')).toEqual(['某某省商务厅', '某某市商务局']);
    expect(await titles('city-reviewer', 'org', '商务')).toEqual(['某某市商务局']);
    expect(await titles('filer', 'org', '')).toEqual(['某某省商务厅']);
    await enter({ tag: 'K-1', room: '省库', kind: 'door' });
    expect(await titles('handler', 'toy-keys', '省库')).toEqual(['K-1 省库']);
    expect(await titles('city-reviewer', 'toy-keys', '省库')).toEqual([]);
    await expect(picksFor(t.app, await t.actor('finance-officer'), 'toy-keys', '')).rejects.toMatchObject({
      status: 404,
    });
  });

  it('is kept by its id with its name of record, whatever name was sent, and refused where it is not there for the picker', async () => {
    const province = await enter({ tag: 'K-2', room: '机要库', kind: 'door' });
    const id = await enter({
      tag: 'K-3',
      room: '副本库',
      kind: 'door',
      unit: { id: t.orgs.unit, title: '随便写的名字' },
      twin: { id: province, title: '别的' },
    });
    const { answers } = await showRow(t.app, await t.actor('handler'), 'toy-keys', id);
    expect(answers).toMatchObject({
      unit: { id: t.orgs.unit, title: '某某省商务厅' },
      twin: { id: province, title: 'K-2 机要库' },
    });
    const city = { tag: 'C-1', room: '市库', kind: 'door' };
    expect(
      await codes(enter({ ...city, twin: { id: province, title: 'K-2 机要库' } }, 'city-reviewer')),
    ).toEqual(['field.unknown-pick twin']);
    expect(await codes(enter({ ...city, twin: { id: newId(), title: '没有' } }))).toEqual([
      'field.unknown-pick twin',
    ]);
    expect(await codes(enter({ ...city, unit: '某某省商务厅' }))).toEqual([]);
    expect(await codes(enter({ ...city, tag: 'C-2', room: '外', unit: '没有的单位' }))).toEqual([
      'field.unknown-pick unit',
    ]);
  });
});
