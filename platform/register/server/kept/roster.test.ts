import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dutyRoster } from '../../../../catalogue/office/duty-roster/index.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import type { ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { keepRow } from './keep-row.ts';
import { picksFor } from './picks.ts';
import { rosterOf } from './roster-view.ts';
import { showRow } from './show-row.ts';
import { verifyKept } from './verify-kept.ts';

// 2 March 2026 is a Monday, 7 March a Saturday.
let t: TestOffice;
const names = new Map<Cast, { id: string; title: string }>();
beforeAll(async () => {
  t = await testOffice({ registers: [dutyRoster] });
  for (const cast of ['handler', 'window', 'countersigner', 'division-head'] as const) {
    const { id, name } = await t.actor(cast);
    names.set(cast, { id, title: name });
  }
});
afterAll(() => t.drop());

const keep = async (cast: Cast, command: object, id?: string) => {
  const actor = await t.actor(cast);
  const revision =
    id === undefined ? {} : { revision: (await showRow(t.app, actor, 'duty-roster', id)).revision };
  const of = id === undefined ? {} : { id, ...revision };
  return await keepRow(t.app, actor, {
    register: 'duty-roster',
    key: newId(),
    command: command as never,
    ...of,
  });
};
const turn = async (cast: Cast, day: string, shift: string, post: string) =>
  (
    await keep('division-head', {
      act: 'enter',
      answers: { day, shift, post, person: { id: names.get(cast)?.id ?? '', title: '' } },
    })
  ).id;
const move = (cast: Cast, id: string, key: string, data?: object) =>
  keep(cast, { act: 'move', move: key, ...(data ? { data } : {}) }, id);
const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) => error.more.problems?.map(({ code }) => code) ?? [error.code],
  );
const personOf = async (id: string) =>
  (await showRow(t.app, await t.actor('director'), 'duty-roster', id)).answers.person;
const told = async (cast: Cast) =>
  (
    await t.app.db.query<{ text: string }>('select text from notice where person = $1 order by at, id', [
      names.get(cast)?.id,
    ])
  ).map(({ text }) => text);
const gaps = async (from: string, until = from) =>
  (await rosterOf(t.app, await t.actor('window'), 'duty-roster', from, until)).gaps.map(
    ({ day, shift, post, missing }) => `${day.slice(8)} ${shift} ${post} ${missing}`,
  );

describe('a roster', () => {
  it('says which post of which shift is not held, by the office calendar', async () => {
    await turn('handler', '2026-03-06', 'day', 'main');
    await turn('window', '2026-03-06', 'day', 'second');
    await turn('handler', '2026-03-06', 'night', 'main');
    expect(await gaps('2026-03-06', '2026-03-07')).toEqual([
      '06 night second 1',
      '07 whole main 1',
      '07 whole second 1',
    ]);
  });

  it('takes nobody twice in one shift, no shift a day does not have, and nobody who may not stand in', async () => {
    expect(await codes(turn('handler', '2026-03-06', 'day', 'second'))).toEqual(['row.taken']);
    expect(await codes(turn('handler', '2026-03-07', 'night', 'main'))).toEqual(['Z-01']);
    const { id } = await t.actor('director');
    names.set('director', { id, title: '' });
    expect(await codes(turn('director', '2026-03-09', 'day', 'main'))).toEqual(['Z-02']);
  });

  it('offers colleagues by name, and a unit only its own people', async () => {
    const all = await picksFor(t.app, await t.actor('division-head'), 'account', '');
    expect(all.map(({ id }) => id)).toContain(names.get('window')?.id);
    const own = await picksFor(t.app, await t.actor('filer'), 'account', '');
    expect(own.map(({ id }) => id)).not.toContain(names.get('window')?.id);
  });

  it('holds nothing for whose account was locked', async () => {
    await turn('countersigner', '2026-03-10', 'day', 'main');
    expect(await gaps('2026-03-10')).not.toContain('10 day main 1');
    await t.base.owner.query("update person set status = 'disabled' where id = $1", [
      names.get('countersigner')?.id,
    ]);
    expect(await gaps('2026-03-10')).toContain('10 day main 1');
    await t.base.owner.query("update person set status = 'active' where id = $1", [
      names.get('countersigner')?.id,
    ]);
  });
});

describe('a swap', () => {
  it('is asked by one, agreed by the other, done for both turns at once, and seen by the keeper', async () => {
    const mine = await turn('handler', '2026-03-11', 'day', 'main');
    const theirs = await turn('window', '2026-03-12', 'day', 'main');
    const ask = { other: { id: theirs, title: '' }, why: '出差' };
    expect(await codes(move('window', mine, 'ask-swap', ask))).toEqual(['row.not-open']);
    await move('handler', mine, 'ask-swap', ask);
    expect(await personOf(mine)).toEqual(names.get('handler'));
    expect((await told('window')).at(-1)).toMatch(/^值班表“2026-03-11 白班 主班 .*”：.*提出换班$/);
    // Neither a third person nor the keeper agrees in the other's place.
    for (const cast of ['handler', 'countersigner', 'division-head'] as const)
      expect(await codes(move(cast, mine, 'agree-swap'))).toEqual(['row.not-open']);
    await move('window', mine, 'agree-swap');
    expect([await personOf(mine), await personOf(theirs)]).toEqual([
      names.get('window'),
      names.get('handler'),
    ]);
    expect((await told('division-head')).at(-1)).toContain('同意换班');
    // Whoever asked learns of it, though the turn is his no more.
    expect((await told('handler')).at(-1)).toContain('同意换班');
    const { story } = await showRow(t.app, await t.actor('division-head'), 'duty-roster', theirs);
    expect(JSON.stringify(story)).toContain('换班');
  });

  it('changes nothing when the other says no, or when the other turn has gone to a third meanwhile', async () => {
    const mine = await turn('handler', '2026-03-16', 'day', 'main');
    const theirs = await turn('window', '2026-03-17', 'day', 'main');
    const third = await turn('countersigner', '2026-03-18', 'day', 'main');
    const ask = { other: { id: theirs, title: '' }, why: '有事' };
    await move('handler', mine, 'ask-swap', ask);
    await move('window', mine, 'refuse-swap');
    expect(await personOf(mine)).toEqual(names.get('handler'));
    await move('handler', mine, 'ask-swap', ask);
    await move('window', theirs, 'ask-swap', { other: { id: third, title: '' }, why: '有事' });
    await move('countersigner', theirs, 'agree-swap');
    expect(await codes(move('window', mine, 'agree-swap'))).toEqual(['roster.swap']);
    expect([await personOf(mine), await personOf(theirs)]).toEqual([
      names.get('handler'),
      names.get('countersigner'),
    ]);
  });

  it('is not asked of one’s own turn, of one at the same time, or by hand at the far end', async () => {
    const mine = await turn('handler', '2026-03-19', 'day', 'main');
    const same = await turn('window', '2026-03-19', 'day', 'second');
    const own = await turn('handler', '2026-03-20', 'day', 'main');
    for (const other of [same, own])
      expect(
        await codes(move('handler', mine, 'ask-swap', { other: { id: other, title: '' }, why: '有事' })),
      ).toEqual(['roster.swap']);
    const data = { to: names.get('window'), from: names.get('handler') };
    for (const cast of ['handler', 'division-head'] as const)
      expect(await codes(move(cast, mine, 'swapped', data))).toEqual(['row.not-open']);
  });

  it('two who ask each other at once end with one swap or none, never with a person lost', async () => {
    const mine = await turn('handler', '2026-03-23', 'day', 'main');
    const theirs = await turn('window', '2026-03-24', 'day', 'main');
    await move('handler', mine, 'ask-swap', { other: { id: theirs, title: '' }, why: '有事' });
    await move('window', theirs, 'ask-swap', { other: { id: mine, title: '' }, why: '有事' });
    await Promise.allSettled([move('window', mine, 'agree-swap'), move('handler', theirs, 'agree-swap')]);
    const after = [await personOf(mine), await personOf(theirs)];
    expect(new Set(after.map((one) => JSON.stringify(one))).size).toBe(2);
  });
});

describe('a hand-over', () => {
  it('is signed by who goes and by who comes, with what is still open', async () => {
    const early = await turn('handler', '2026-03-25', 'day', 'main');
    const next = await turn('window', '2026-03-25', 'night', 'main');
    const other = await turn('countersigner', '2026-03-26', 'day', 'main');
    const over = (id: string) => ({
      next: { id, title: '' },
      note: '接电话两个',
      open: [{ matter: '回复领馆', who: '张领事' }],
    });
    expect(await codes(move('handler', early, 'hand-over', over(next)))).toEqual(['roster.early']);
    t.at('2026-03-25T09:25:00.000Z');
    expect(await codes(move('handler', early, 'hand-over', over(other)))).toEqual(['roster.next']);
    await move('handler', early, 'hand-over', over(next));
    expect(await codes(move('handler', early, 'take-over'))).toEqual(['row.not-open']);
    await move('window', early, 'take-over');
    const row = await showRow(t.app, await t.actor('director'), 'duty-roster', early);
    expect(row).toMatchObject({
      stage: 'done',
      answers: { handedAt: '2026-03-25 17:25', takenAt: '2026-03-25 17:25', note: '接电话两个' },
    });
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
