import type { RowOrder } from '@zhitongche/case';
import { newId } from '@zhitongche/host';
import { carryOut, keepRow, verifyKept } from '@zhitongche/register/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { outboundTrip } from '../../outbound/trip/server/index.ts';
import { ledgerLines, ledgerRules } from '../ledger-line/index.ts';
import { tripHolds, tripSettlements } from './index.ts';

let t: TestOffice;
let caseId = '';
let matter = '';
beforeAll(async () => {
  t = await testOffice({
    services: [toyService, outboundTrip],
    registers: [tripSettlements, tripHolds, ledgerLines, ledgerRules],
  });
  t.at('2026-06-20');
  caseId = await submitted(t, 'toy', { subject: '友城交流', copies: 1 });
  const [row] = await t.app.db.query<{ number: string }>('select number from case_file where id = $1', [
    caseId,
  ]);
  matter = row?.number ?? '';
});
afterAll(() => t.drop());

const GROUP = '赴日本友城交流小组';
const trip = () => ({
  matter,
  group: GROUP,
  exit: '2026-06-01',
  entry: '2026-06-05',
  stays: [{ country: '日本', city: '东京', arrive: '2026-06-01', leave: '2026-06-05', hostCovers: [] }],
  people: [{ name: '顾思齐', rank: 'division' }],
});
const BILLS = {
  rates: [{ currency: 'JPY', day: '2026-06-05', rate: '0.047', source: '中国外汇交易中心' }],
  claims: [
    { who: '顾思齐', item: 'air', currency: 'CNY', amount: '5200.00' },
    { who: '顾思齐', item: 'lodging', city: '东京', currency: 'JPY', amount: '78000.00' },
  ],
};
const PAID = { paidOn: '2026-06-18', fund: 'general', function: '2010302' };

/** What the case of the trip orders in the commit of its act. */
const orders = async (register: string, all: readonly RowOrder[]) => {
  const { id, name, org } = await t.actor('handler');
  const acting = {
    office: t.office,
    at: t.app.clock(),
    doer: { id, name, org },
    source: '',
    of: { caseId, number: matter },
    home: t.orgs.root,
  };
  await t.app.db.tx((query) => carryOut(t.app, query, acting, register, all));
};
const rows = async (register: string) =>
  await t.app.db.query<{ id: string; stage: string; revision: number; answers: Record<string, string> }>(
    `select id, stage, revision, state->'answers' as answers from kept_row where office = $1 and register = $2 order by created_at, id`,
    [t.office, register],
  );
const settlement = async () => {
  const [row] = await rows('trip-settlement');
  if (!row) throw new Error('no settlement');
  return row;
};
const acts = async (cast: Cast, command: object) => {
  const { id, revision } = await settlement();
  return await keepRow(t.app, await t.actor(cast), {
    register: 'trip-settlement',
    id,
    revision,
    key: newId(),
    command: command as never,
  });
};
const refusal = async (doing: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await doing;
    return [];
  } catch (error) {
    const { code, more } = error as { code: string; more?: { problems?: readonly { code: string }[] } };
    return more?.problems?.map((one) => one.code) ?? [code];
  }
};
/** A row the case wrote to a register of its own. */
const onRecord = async (register: string, data: object) =>
  await t.base.owner.query(
    `insert into register_row (office, register, id, case_id, unit, day, keys, data) values ($1, $2, $3, $4, $5, '2026-06-01', '{}', $6)`,
    [t.office, register, newId(), caseId, t.orgs.root, JSON.stringify(data)],
  );

describe('a settlement in an office', () => {
  it('is begun by the case, once, beside the money kept back for it', async () => {
    await orders('trip-settlement-hold', [
      { row: 'propose', answers: { matter, group: GROUP, exit: '2026-06-01', amount: '18000.00' } },
    ]);
    await orders('trip-settlement', [{ row: 'propose', answers: trip() }]);
    await orders('trip-settlement', [{ row: 'propose', answers: trip() }]);
    expect((await rows('trip-settlement')).map(({ stage }) => stage)).toEqual(['draft']);
    expect((await rows('trip-settlement-hold')).map(({ stage }) => stage)).toEqual(['held']);
  });

  it('waits for return, documents and report, and enters nothing meanwhile', async () => {
    await acts('finance-officer', { act: 'edit', answers: { ...trip(), ...BILLS } });
    await acts('finance-officer', { act: 'move', move: 'compute' });
    const settle = () => refusal(acts('finance-officer', { act: 'move', move: 'settle', data: PAID }));
    expect(await settle()).toEqual(['settlement.no-trip']);
    await onRecord('trips', {
      first: true,
      status: 'returned',
      exitDate: '2026-06-01',
      entryDate: '2026-06-05',
    });
    expect(await settle()).toEqual(['settlement.report']);
    await onRecord('trip-reports', { filedOn: '2026-06-15' });
    expect(await settle()).toEqual([]);
    expect(await rows('ledger-line')).toEqual([]);
  });

  it('signed by the second person enters the ledger and takes the place of what was kept back, in one commit', async () => {
    expect(await refusal(acts('finance-officer', { act: 'agree' }))).toEqual(['row.not-open']);
    await acts('deputy-director', { act: 'agree' });
    const lines = await rows('ledger-line');
    expect(lines.map(({ stage, answers }) => [stage, answers['summary'], answers['amount']])).toEqual([
      ['booked', `${GROUP}国际旅费`, '5200.00'],
      ['booked', `${GROUP}住宿费`, '3666.00'],
      ['booked', `${GROUP}伙食费`, '2350.00'],
      ['booked', `${GROUP}公杂费`, '1175.00'],
    ]);
    expect([(await settlement()).stage, (await settlement()).answers['cny']]).toEqual([
      'settled',
      '12391.00',
    ]);
    expect((await rows('trip-settlement-hold')).map(({ stage }) => stage)).toEqual(['used']);
    const commits = await t.app.db.query<{ xmin: string }>(
      `select distinct xmin::text as xmin from kept_row where office = $1 and register = any($2)`,
      [t.office, ['ledger-line', 'trip-settlement', 'trip-settlement-hold']],
    );
    expect(commits).toHaveLength(1);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });

  it('that the ledger cannot take is not settled at all', async () => {
    t.at('2026-06-21');
    // The same trip under another number, paid on a day of a year that is closed.
    const other = await submitted(t, 'toy', { subject: '再访', copies: 1 });
    const [row] = await t.app.db.query<{ number: string }>('select number from case_file where id = $1', [
      other,
    ]);
    [caseId, matter] = [other, row?.number ?? ''];
    await onRecord('trips', {
      first: true,
      status: 'returned',
      exitDate: '2026-06-01',
      entryDate: '2026-06-05',
    });
    await onRecord('trip-reports', { filedOn: '2026-06-15' });
    const { id } = await keepRow(t.app, await t.actor('finance-officer'), {
      register: 'trip-settlement',
      key: newId(),
      command: { act: 'enter', answers: { ...trip(), ...BILLS } },
    });
    const revision = async () => (await rows('trip-settlement')).find((one) => one.id === id)?.revision ?? 0;
    const acts2 = async (cast: Cast, command: object) =>
      await keepRow(t.app, await t.actor(cast), {
        register: 'trip-settlement',
        id,
        revision: await revision(),
        key: newId(),
        command: command as never,
      });
    await acts2('finance-officer', { act: 'move', move: 'compute' });
    await acts2('finance-officer', { act: 'move', move: 'settle', data: { ...PAID, paidOn: '2025-12-30' } });
    expect(await refusal(acts2('deputy-director', { act: 'agree' }))).toContain('Z-02');
    expect((await rows('trip-settlement')).find((one) => one.id === id)?.stage).toBe('draft');
    expect(await rows('ledger-line')).toHaveLength(4);
  });
});
