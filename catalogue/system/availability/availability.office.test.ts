import { newId, outwardRules } from '@zhitongche/host';
import { projectMeasures } from '@zhitongche/measure/server';
import type { Found } from '@zhitongche/probe';
import { askProbes, countMonths } from '@zhitongche/probe/server';
import { keepRow, verifyKept } from '@zhitongche/register/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { notices } from '@zhitongche/case/server';
import { measureHistory } from '../../../platform/measure/server/read-measures.ts';
import { verifyMonths } from '@zhitongche/probe/server';
import { incidents } from '../incident/index.ts';
import { itSystems } from '../it-system/index.ts';
import { availabilities, availabilityMeasures, outages, systemProbe } from './index.ts';

let t: TestOffice;
let up = true;
let asked: string[] = [];
/** Names of the open network and of the office's own; what answers is told by the test. */
const by = {
  ask: async ({ url }: { readonly url: URL }): Promise<Found> => {
    asked.push(url.host);
    return up ? { ok: true, said: '' } : { ok: false, said: '连接被拒绝' };
  },
};
const open = {
  ...by,
  rules: { resolve: async () => ['223.5.5.5'], standing: () => 'public' as const },
};
const node = () => askProbes(t.app, t.office, open);
/** A connection that is lost before it commits. */
const dead = () => {
  const tx: typeof t.app.db.tx = async (work) =>
    await t.app.db.tx(async (query) => {
      await work(query);
      throw new Error('killed');
    });
  return askProbes({ ...t.app, db: { ...t.app.db, tx } }, t.office, open);
};

beforeAll(async () => {
  t = await testOffice({
    services: [],
    registers: [itSystems, incidents, outages, availabilities],
    probes: [systemProbe],
    measures: [availabilityMeasures],
  });
  t.at('2026-01-31T16:00:00Z');
});
afterAll(() => t.drop());

const enter = async (register: string, answers: object, cast: Cast = 'handler'): Promise<string> =>
  (
    await keepRow(t.app, await t.actor(cast), {
      register,
      key: newId(),
      command: { act: 'enter', answers: answers as never },
    })
  ).id;
const revisionOf = async (id: string) =>
  (await t.app.db.query<{ revision: number }>('select revision from kept_row where id = $1', [id]))[0]
    ?.revision ?? 0;
const moves = async (register: string, id: string, move: string, data?: object) =>
  await keepRow(t.app, await t.actor('handler'), {
    register,
    id,
    revision: await revisionOf(id),
    key: newId(),
    command: { act: 'move', move, ...(data ? { data: data as never } : {}) },
  });
const system = (name: string, address?: string) =>
  enter('it-system', { name, level: '3', hours: 'always', ...(address === undefined ? {} : { address }) });
const rows = (register: string) =>
  t.app.db.query<{ id: string; title: string; stage: string; answers: Record<string, unknown> }>(
    `select id, title, stage, state->'answers' as answers from kept_row where register = $1 order by title`,
    [register],
  );

describe('the program’s own probe', () => {
  it('writes each turn down once, whatever nodes ask and die, and an outage from its first question without an answer', async () => {
    await system('一号系统', 'https://one.example/');
    const watched = () =>
      t.app.db.query<{ from_at: Date; until_at: Date }>('select from_at, until_at from probe_watched');
    // Every five minutes from midnight in Beijing: up, up, out three times, up again.
    for (const [minute, answers] of [
      ['00', true],
      ['05', true],
      ['10', false],
      ['15', false],
      ['20', false],
      ['25', true],
      ['30', true],
    ] as const) {
      up = answers;
      t.at(`2026-01-31T16:${minute}:07Z`);
      await dead().catch(() => 0);
      // The turn of a node that died is another's once its lease is over.
      t.at(`2026-01-31T16:${minute}:47Z`);
      await Promise.all([node(), node(), node()]);
      await node();
    }
    expect(
      (await rows('availability-outage')).map(({ title, stage, answers }) => [
        title,
        stage,
        answers.until,
        answers.said,
      ]),
    ).toEqual([['一号系统 2026-02-01 00:10', 'over', '2026-02-01T00:25', '连接被拒绝']]);
    expect((await watched()).map((one) => [one.from_at.toISOString(), one.until_at.toISOString()])).toEqual([
      ['2026-01-31T16:00:00.000Z', '2026-01-31T16:30:00.000Z'],
    ]);
    const { items } = await notices(t.app, await t.actor('handler'), undefined);
    expect(items.filter(({ text }) => text.includes('没有应答：连接被拒绝'))).toHaveLength(1);
  });

  it('does not ask inside, at other doors, or in somebody’s name, says so once, and is not told wrong addresses', async () => {
    await system('二号系统', 'http://127.0.0.1:8080/');
    await system('三号系统', 'https://10.0.0.8/');
    await system('四号系统', 'https://223.5.5.5:5432/');
    await expect(system('五号系统', 'https://user:secret@one.example/')).rejects.toMatchObject({
      more: { problems: [{ code: 'S-01', at: ['address'] }] },
    });
    asked = [];
    for (const minute of ['35', '40']) {
      t.at(`2026-01-31T16:${minute}:07Z`);
      await askProbes(t.app, t.office, {
        ...by,
        rules: { ...outwardRules([]), resolve: async () => ['223.5.5.5'] },
      });
    }
    expect(asked.filter((host) => host !== 'one.example')).toEqual([]);
    const { items } = await notices(t.app, await t.actor('handler'), undefined);
    const told = items
      .filter(({ text }) => text.includes('没有探测'))
      .map(({ text }) => /“(.+?)”/.exec(text)?.[1]);
    expect(new Set(told)).toEqual(new Set(['二号系统', '三号系统', '四号系统']));
    expect(told).toHaveLength(3);
    expect(await rows('availability-outage')).toHaveLength(1);
  });

  it('is nobody’s to enter or change by hand, but its keeper says what does not count', async () => {
    const answers = { of: { id: '', title: '一号系统' }, day: '2026-02-01', from: '2026-02-01T03:00' };
    await expect(enter('availability-outage', answers)).rejects.toMatchObject({ code: 'row.not-open' });
    const [found = { id: '' }] = await rows('availability-outage');
    const away = keepRow(t.app, await t.actor('handler'), {
      register: 'availability-outage',
      id: found.id,
      revision: await revisionOf(found.id),
      key: newId(),
      command: { act: 'retire', reason: '不算' },
    });
    await expect(away).rejects.toMatchObject({ code: 'row.not-open' });
    await moves('availability-outage', found.id, 'spare', { why: '计划维护' });
    await moves('availability-outage', found.id, 'count');
  });
});

describe('a month of a system', () => {
  const month = async (title: string) => (await rows('availability')).find((row) => row.title === title);
  const counts = () => Promise.all([1, 2, 3].map(() => countMonths(t.app, t.office)));

  it('is counted once from what people reported and, apart, from what the program found', async () => {
    const fault = await enter('incident', {
      system: '一号系统',
      reported: '2026-02-01T08:00',
      what: '登录页打不开',
      down: 'down',
      hours: 'always',
    });
    t.at('2026-02-02T01:00:00Z');
    await moves('incident', fault, 'answer', { at: '2026-02-01T08:10' });
    await moves('incident', fault, 'restore', { at: '2026-02-01T09:12' });
    await counts();
    // One day is over: 1440 minutes, 72 of them reported; looked at for forty minutes, a quarter of an hour of it without an answer.
    expect((await month('一号系统 2026-02'))?.answers).toMatchObject({
      minutes: 1_440,
      reportedDown: 72,
      reportedUp: '95.00',
      watched: 40,
      watchedDown: 15,
      watchedUp: '62.50',
    });
    expect((await month('二号系统 2026-02'))?.answers).toMatchObject({
      reportedUp: '100.00',
      watchedUp: null,
    });
    const all = await rows('availability');
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(await counts()).toEqual([0, 0, 0]);
  });

  it('moves where the past is corrected, and what is on record by hand counts before it', async () => {
    const [fault = { id: '' }] = await rows('incident');
    t.at('2026-02-02T02:00:00Z');
    await moves('incident', fault.id, 'reopen');
    await moves('incident', fault.id, 'restore', { at: '2026-02-01T10:24' });
    const [outage = { id: '' }] = await rows('availability-outage');
    await moves('availability-outage', outage.id, 'spare', { why: '探测一侧断网' });
    await counts();
    expect((await month('一号系统 2026-02'))?.answers).toMatchObject({
      reportedDown: 144,
      reportedUp: '90.00',
      watched: 25,
      watchedUp: '100.00',
    });
    const { id = '' } = (await month('一号系统 2026-02')) ?? {};
    await moves('availability', id, 'by-hand', { byHand: '97.50', source: '2月运维报告' });
    await vi.waitFor(
      async () => {
        expect(await projectMeasures(t.app, t.office)).toBe(0);
        const figure = async (code: string) =>
          (await measureHistory(t.app, await t.actor('handler'), code)).months.find(
            (one) => one.month === '2026-02-01',
          )?.words;
        // 97.50 and three systems at 100.
        expect([
          await figure('ops.uptime'),
          await figure('ops.failure'),
          await figure('ops.uptime.probe'),
        ]).toEqual(['99.38%', '0.63%', '100%']);
      },
      { timeout: 20_000 },
    );
  });

  it('leaves nothing that verify would call broken', async () => {
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
    t.at('2026-02-02T03:00:00Z');
    await counts();
    const whole = await verifyMonths(t.app, t.office);
    expect(whole.checked).toBeGreaterThan(3);
    expect(whole.broken).toEqual([]);
    // Time that was looked at and somebody took away past the program.
    await t.base.owner.query("update probe_watched set until_at = until_at - interval '10 minutes'");
    expect((await verifyMonths(t.app, t.office)).broken).toEqual([
      '系统可用率“一号系统 2026-02”与按记录重新统计的结果不同',
    ]);
  });
});
