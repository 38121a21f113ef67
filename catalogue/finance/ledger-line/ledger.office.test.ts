import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@zhitongche/host';
import { keepRow, verifyKept } from '@zhitongche/register/server';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { importKept } from '../../../platform/register/server/kept/import-kept.ts';
import { listRows } from '../../../platform/register/server/kept/list-rows.ts';
import { PROJECTS } from '../../shared/demo/projects.ts';
import { ledgerLines, ledgerRules } from './index.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [], registers: [ledgerLines, ledgerRules] });
  t.at('2026-04-10');
});
afterAll(() => t.drop());

const read = async (text: string, confirm?: string, name = '支付明细.csv') =>
  await importKept(t.app, await t.actor('finance-officer'), {
    register: 'ledger-line',
    key: newId(),
    file: { name, stream: Readable.from([Buffer.from(text)]), limit: 10_000_000 },
    ...(confirm ? { confirm } : {}),
  });
const brought = async (text: string) => await read(text, (await read(text)).digest);
const all = async (register = 'ledger-line', q = '') =>
  (await listRows(t.app, await t.actor('finance-officer'), register, { q, limit: 200 })).items;
const revisionOf = async (id: string) =>
  (await t.app.db.query<{ revision: number }>('select revision from kept_row where id = $1', [id]))[0]
    ?.revision ?? 0;
const moves = async (id: string, move: string, data: object, cast: Cast = 'finance-officer') =>
  await keepRow(t.app, await t.actor(cast), {
    register: 'ledger-line',
    id,
    revision: await revisionOf(id),
    key: newId(),
    command: { act: 'move', move, data: data as never },
  });
const events = async () =>
  (await t.app.db.query<{ n: number }>('select count(*)::int as n from kept_event'))[0]?.n;

const PAYMENTS =
  '支付日期,支付凭证号,支付金额（元）,功能分类科目,部门经济分类科目,项目编码,资金性质,收款人全称,用途摘要';
const BOOK = '记账日期,凭证字号,摘要,借方,贷方,往来单位';
const wrong = `${PROJECTS.network.slice(0, 20)}${PROJECTS.network.endsWith('1') ? '2' : '1'}`;

describe('a sheet of the finance system', () => {
  it('is told all its faults at once, each at its cell, and writes nothing while there is one', async () => {
    const sheet = [
      '国库集中支付明细',
      PAYMENTS,
      `2026-03-05,ZF1,"1,200.00",2010302 一般行政管理事务,30227 委托业务费,${PROJECTS.network},一般公共预算拨款,某测评公司,等保测评`,
      `2025-03-05,ZF2,800.00,2010302,30227,${PROJECTS.network},一般公共预算拨款,某测评公司,去年的`,
      `2026-03-06,ZF3,500.00,2010302,30227,${wrong},一般公共预算拨款,某公司,代码错一位`,
      '2026-03-07,ZF4,约三百,2010302,30227,,一般公共预算拨款,某公司,金额不是数',
      '2026-03-08,ZF5,(20.00),9999999,30227,,一般公共预算拨款,某公司,没有这个科目',
      `2026-03-05,ZF1,"1,200.00",2010302,30227,${PROJECTS.network},一般公共预算拨款,某测评公司,等保测评`,
      '合计,,2480.00,,,,,,',
    ].join('\n');
    const { problems, ...told } = await brought(sheet);
    expect(problems.map(({ cell, problem }) => [cell, problem.code])).toEqual([
      ['A4', 'Z-02'],
      ['F5', 'Z-01'],
      ['C6', 'field.type'],
      ['D7', 'field.not-an-option'],
      ['A8', 'import.twice'],
    ]);
    expect(told).toMatchObject({ written: false, faulty: 5, passedOver: ['合计 2480.00'] });
    expect(await all()).toEqual([]);
  });

  it('read twice adds nothing the second time; what comes back in brackets is below nothing', async () => {
    const sheet = [
      PAYMENTS,
      `2026-03-05,ZF11,"1,200.00",2010302 一般行政管理事务,30227,${PROJECTS.network},一般公共预算拨款,某测评公司,等保测评`,
      `2026-03-09,ZF12,（200.00）,2010302,30227,${PROJECTS.network},一般公共预算拨款,某测评公司,退回多付`,
    ].join('\n');
    expect(await brought(sheet)).toMatchObject({ written: true, fresh: 2, same: 0 });
    const before = await events();
    expect(await brought(sheet)).toMatchObject({ written: true, fresh: 0, changed: 0, same: 2 });
    expect(await events()).toBe(before);
    expect((await all()).map(({ stage, answers }) => [stage, answers['amount']])).toEqual([
      ['booked', '-200.00'],
      ['booked', '1200.00'],
    ]);
  });

  it('leaves what it does not say in a queue, which learns from what is decided', async () => {
    const entry = (n: number, amount: string) => `2026-03-1${n},记-${n},租赁设备,${amount},,某租赁公司`;
    await brought([BOOK, entry(1, '300.00')].join('\n'));
    const [waiting] = await all('ledger-line', '租赁设备');
    expect(waiting?.stage).toBe('queue');
    const place = { fund: 'general', function: '2010302', economic: '30214', sort: 'basic', remember: true };
    await moves(waiting?.id ?? '', 'place', place);
    expect((await all('ledger-line-rule')).map(({ answers }) => answers)).toMatchObject([
      { payee: '某租赁公司', economic: '30214' },
    ]);
    expect(await brought([BOOK, entry(1, '300.00'), entry(2, '450.00')].join('\n'))).toMatchObject({
      fresh: 1,
      changed: 0,
      same: 1,
    });
    expect(
      (await all('ledger-line', '租赁设备')).map(({ stage, answers }) => [stage, answers['economic']]),
    ).toEqual([
      ['booked', '30214'],
      ['booked', '30214'],
    ]);
    // Decided otherwise the rule follows; it stays one.
    await moves(waiting?.id ?? '', 'place-anew', { economic: '30213', remember: true });
    expect((await all('ledger-line-rule')).map(({ answers }) => answers['economic'])).toEqual(['30213']);
  });

  it('never takes back what somebody decided', async () => {
    const sheet = [PAYMENTS, `2026-03-20,ZF21,99.00,2010302,30299,,一般公共预算拨款,某商行,杂项`].join('\n');
    await brought(sheet);
    const [line] = await all('ledger-line', '杂项');
    await moves(line?.id ?? '', 'place', { economic: '30201', sort: 'basic' });
    expect(await brought(sheet)).toMatchObject({ fresh: 0, changed: 0, same: 1 });
    expect((await all('ledger-line', '杂项'))[0]?.answers['economic']).toBe('30201');
  });

  it('keeps a chain that proves, line by line', async () => {
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
