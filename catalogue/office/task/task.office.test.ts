import { withTool } from '../../../packages/typeset/test/measure.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@zhitongche/host';
import { projectMeasures } from '@zhitongche/measure/server';
import { keepRow, openDuties, remindOfRows, verifyKept } from '@zhitongche/register/server';
import { notices } from '@zhitongche/case/server';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { measureHistory, measureLines } from '../../../platform/measure/server/read-measures.ts';
import { exportKept } from '../../../platform/register/server/kept/export-kept.ts';
import { listRows } from '../../../platform/register/server/kept/list-rows.ts';
import { showRow } from '../../../platform/register/server/kept/show-row.ts';
import { taskReports, tasks } from './index.ts';
import { taskMeasures } from './measures.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({
    services: [],
    registers: [tasks],
    duties: [taskReports],
    measures: [taskMeasures],
  });
  t.at('2026-03-02');
  for (const cast of ['handler', 'division-head', 'deputy-director'] as const) await t.actor(cast);
  await openDuties(t.app, t.office);
});
afterAll(() => t.drop());

const revisionOf = async (id: string) =>
  (await t.app.db.query<{ revision: number }>('select revision from kept_row where id = $1', [id]))[0]
    ?.revision ?? 0;
const moves = async (cast: Cast, id: string, move: string, data?: object) =>
  await keepRow(t.app, await t.actor(cast), {
    register: 'task',
    id,
    revision: await revisionOf(id),
    key: newId(),
    command: { act: 'move', move, ...(data ? { data: data as never } : {}) },
  });
const opened = async (
  what: string,
  due: string,
  often = 'none',
  lead: string = t.orgs.outbound,
): Promise<string> => {
  const handler = await t.actor('handler');
  const { id } = await keepRow(t.app, await t.actor('division-head'), {
    register: 'task',
    key: newId(),
    command: {
      act: 'enter',
      answers: {
        what,
        source: 'other',
        lead: { id: lead, title: '' },
        owner: { id: handler.id, title: handler.name },
        due,
        often,
        proof: '印发',
        money: '3000.00',
      },
    },
  });
  await moves('deputy-director', id, 'approve');
  await moves('handler', id, 'sign');
  return id;
};
const ended = async (id: string, doneOn: string) => {
  await moves('handler', id, 'complete', { doneOn, result: '已印发', evidenceAt: '卷宗' });
  await moves('deputy-director', id, 'accept');
};
/** Acts count once nobody older can still commit, and other tests share the server. */
const project = () =>
  vi.waitFor(
    async () => {
      expect(await projectMeasures(t.app, t.office)).toBe(0);
      const [left] = await t.base.owner.query<{ n: number }>(
        `select count(*)::int as n from audit a left join follower f on f.office = a.office and f.name = 'measures'
         where a.office = $1 and a.xid > coalesce(f.upto_xid, '0'::xid8)`,
        [t.office],
      );
      expect(left?.n).toBe(0);
    },
    { timeout: 20_000 },
  );

describe('supervised tasks of an office', () => {
  it('ask for their reports as often as ordered, and a missing one turns the lamp yellow', async () => {
    const id = await opened('每周报告的事', '2026-05-29', 'week');
    t.at('2026-03-03');
    await Promise.all([
      openDuties(t.app, t.office),
      openDuties(t.app, t.office),
      openDuties(t.app, t.office),
    ]);
    const light = async () =>
      (await listRows(t.app, await t.actor('deputy-director'), 'task', {})).items.find((one) => one.id === id)
        ?.figures;
    expect(await light()).toMatchObject({ light: '绿', 'reports-missing': '' });
    t.at('2026-03-07');
    expect(await light()).toMatchObject({ light: '黄', 'reports-missing': '1' });
    await moves('handler', id, 'report', { text: '初稿已成' });
    expect(await light()).toMatchObject({ light: '绿' });
    const { row } = { row: await showRow(t.app, await t.actor('handler'), 'task', id) };
    expect(row.answers['reports']).toEqual([
      { period: '2026年3月2日当周', due: '2026-03-06', filedOn: '2026-03-07', text: '初稿已成' },
    ]);
  });

  it('tell their owner when they are urged, with who and when', async () => {
    const id = await opened('要催的事', '2026-03-20');
    await moves('division-head', id, 'urge', { text: '请抓紧' });
    const { items } = await notices(t.app, await t.actor('handler'), undefined);
    expect(items.some(({ text }) => text.includes('要催的事') && text.includes('催办'))).toBe(true);
    const shown = await showRow(t.app, await t.actor('handler'), 'task', id);
    const head = await t.actor('division-head');
    expect(shown.answers['slips']).toEqual([{ number: 1, on: '2026-03-07', by: head.name, text: '请抓紧' }]);
    await ended(id, '2026-03-07');
  });

  it('are counted by division and quarter as done in time ÷ due, and each figure opens its tasks', async () => {
    const late = await opened('误了期的事', '2026-03-31');
    const asia = await opened('另一处的事', '2026-04-20', 'none', t.orgs.finance);
    t.at('2026-04-01');
    await remindOfRows(t.app);
    await ended(late, '2026-04-01');
    t.at('2026-04-15');
    await ended(asia, '2026-04-14');
    await project();
    const director = await t.actor('deputy-director');
    const { places } = await measureHistory(t.app, director, 'sla.task');
    expect(places.map(({ org, quarter, words, lines }) => [org, quarter, words, lines])).toEqual(
      [
        [t.orgs.outbound, '2026-01-01', '50.0%', 2],
        [t.orgs.finance, '2026-04-01', '100.0%', 1],
      ].toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    );
    const { items } = await measureLines(t.app, director, 'sla.task', {
      from: '2026-01-01',
      until: '2026-03-31',
      org: t.orgs.outbound,
    });
    expect(items.map(({ title, words }) => `${title} ${words}`)).toEqual(['误了期的事 否', '要催的事 是']);
  });

  it('print as the ledger of a quarter, with the money beside each', async () => {
    const head = await t.actor('division-head');
    const asked = { from: '2026-01-01', until: '2026-03-31' };
    const csv = (await exportKept(t.app, head, 'task', { ...asked, format: 'csv' })).body.toString();
    expect(csv).toContain('误了期的事');
    expect(csv).toContain('3000.00');
    expect(csv).not.toContain('另一处的事');
    const pdf = await exportKept(t.app, head, 'task', { ...asked, format: 'pdf' });
    const printed = withTool(pdf.body, 'pdftotext', ['-layout', '%', '-']).toString().replaceAll(/\s/g, '');
    for (const said of ['督办事项台账（2026-01-01至2026-03-31）', '误了期的事', '3000.00'])
      expect(printed).toContain(said);
  });

  it('leave nothing that verify would call broken', async () => {
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
