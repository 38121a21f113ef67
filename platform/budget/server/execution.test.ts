import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@zhitongche/host';
import { keepRow } from '@zhitongche/register/server';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { ceilingsOf, holdsOf, linesOf } from '../testing/books.ts';
import { execution, executionLines } from './execution.ts';
import { executionPaper } from './execution-papers.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [], registers: [linesOf, holdsOf, ceilingsOf] });
  t.at('2026-06-30');
  const ceiling = { year: 2026, amount: '1000.00', economic: '30212' };
  await enter('toy-ceilings', { ...ceiling, name: '出国', plan: '60' });
  await enter('toy-ceilings', { ...ceiling, name: '去年', year: 2025 });
  await enter('toy-lines', { day: '2026-02-01', amount: '300.10', economic: '30212' });
  await enter('toy-lines', { day: '2026-06-30', amount: '99.90', economic: '30212' });
  await enter('toy-lines', { day: '2026-07-01', amount: '50.00', economic: '30212' });
  await enter('toy-lines', { day: '2026-03-01', amount: '77.00', economic: '30201' });
  await enter('toy-lines', { day: '2026-03-02', amount: '5.00' });
  await enter('toy-lines', { day: '2025-12-31', amount: '1.00', economic: '30212' });
  await enter('toy-holds', { day: '2026-09-01', amount: '200.00', economic: '30212' });
});
afterAll(() => t.drop());

const enter = async (register: string, answers: object) =>
  await keepRow(t.app, await t.actor('finance-officer'), {
    register,
    key: newId(),
    command: { act: 'enter', answers: answers as never },
  });
const books = async (more: Parameters<typeof execution>[2] = {}, cast: Cast = 'director') =>
  await execution(t.app, await t.actor(cast), more);

describe('the books of a year', () => {
  it('tell each ceiling with what is spent by the day, kept back for the year, left, and behind its plan', async () => {
    const told = await books();
    expect(told.ceilings).toMatchObject([
      {
        name: '出国',
        spent: '400.00',
        reserved: '200.00',
        left: '400.00',
        paid: '40.00',
        planned: '60.00',
        points: '-20.00',
        gap: '-200.00',
        light: 'yellow',
        dates: [
          {
            day: '2026-06-30',
            percent: '60',
            spent: '400.00',
            paid: '40.00',
            points: '-20.00',
            gap: '-200.00',
          },
        ],
      },
    ]);
    expect(told).toMatchObject({
      year: 2026,
      spent: '477.00',
      waiting: { count: 1, amount: '5.00' },
      uncovered: { count: 1, amount: '77.00' },
    });
    expect(told.publicExpenses[0]).toMatchObject({ key: 'abroad', spent: '400.00' });
    expect(told.publicExpenses[0]?.months.slice(0, 7)).toEqual([
      '0.00',
      '300.10',
      '0.00',
      '0.00',
      '0.00',
      '99.90',
      '0.00',
    ]);
  });

  it('stand as they stood on another day, and in another year', async () => {
    const [earlier] = (await books({ day: '2026-03-31' })).ceilings;
    expect(earlier).toMatchObject({
      spent: '300.10',
      dates: [{ day: '2026-06-30', spent: null, points: null }],
    });
    expect(await books({ year: 2025 })).toMatchObject({
      day: '2025-12-31',
      ceilings: [{ name: '去年', spent: '1.00' }],
    });
  });

  it('open to the lines that make a figure, whose sum it is', async () => {
    const [ceiling] = (await books()).ceilings;
    const { lines, holds } = await executionLines(t.app, await t.actor('director'), ceiling?.id ?? '', {});
    const sum = (all: readonly { readonly amount: string }[]) =>
      all.reduce((cents, { amount }) => cents + Math.round(Number(amount) * 100), 0);
    expect([sum(lines), sum(holds)]).toEqual([40_000, 20_000]);
    await expect(executionLines(t.app, await t.actor('director'), newId(), {})).rejects.toMatchObject({
      code: 'budget.no-ceiling',
    });
  });

  it('are papers to sign', async () => {
    for (const paper of ['progress', 'public-expenses'] as const) {
      const { body } = await executionPaper(t.app, await t.actor('finance-officer'), paper, {});
      expect(
        Buffer.from(body as Uint8Array)
          .subarray(0, 5)
          .toString('latin1'),
      ).toBe('%PDF-');
    }
  });

  it('are nobody’s who does not see the ledger', async () => {
    await expect(books({}, 'filer')).rejects.toMatchObject({ status: 404 });
  });
});
