import type { Answers } from '@zhitongche/form';
import { addDays } from '@zhitongche/base';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { tripMeasures } from './measures.ts';
import { approved, begun, firstRow, HANDLER, handIn, rowsOf } from './testing/roads.ts';

// The sample: ten days, 16 to 25 May 2026, six people.
const gone = (): Story => {
  const s = approved(begun());
  expect(effectiveTrip(s.state)).toMatchObject({ exitDate: '2026-05-16', entryDate: '2026-05-25' });
  return s.on('2026-06-10');
};
const NOTE = { deviation: true, redEye: false, deviationNote: '航班取消。' };
const PROOF = {
  deviationProof: [{ id: 'p', name: '航班.pdf', size: 9, type: 'application/pdf', digest: '3'.repeat(64) }],
};
const registering = (actualExit: string, actualEntry: string, more: Answers = {}) => ({
  act: 'register-return',
  data: { actualExit, actualEntry, actualPersons: 6, deviation: false, ...more },
});
const back = (exit: string, entry: string, more: Answers = {}): Story =>
  gone().act('filer', registering(exit, entry, more));
const evaluated = (s: Story): Story =>
  handIn(s).act('filer', {
    act: 'file-report',
    data: {
      summary: '完成任务。',
      followUp: '落实清单。',
      intents: 3,
      overspent: false,
      report: [{ id: 'r', name: '报告.pdf', size: 9, type: 'application/pdf', digest: '1'.repeat(64) }],
    },
  });
const close = (more: Answers = {}) => ({
  act: 'close',
  data: { purposeMet: 'full', asApproved: true, inOrder: true, ...more },
});
const told = (s: Story) =>
  s.events.flatMap(({ body }) =>
    body.type === 'effect' && body.effect.do === 'notify' && 'role' in body.effect.to
      ? [[body.effect.to.role, body.effect.text]]
      : [],
  );

describe('approved against actual', () => {
  test('twenty days abroad instead of ten are never silent: ten days over, in the register and to the handler', () => {
    const s = gone();
    expect(s.refused('filer', registering('2026-05-16', '2026-06-04')).map(({ code }) => code)).toContain(
      'A-05',
    );
    s.act('filer', registering('2026-05-16', '2026-06-04', NOTE));
    expect(firstRow('trips', s)).toMatchObject({ approvedDays: 10, days: 20, overstay: 10 });
    expect(told(s)).toContainEqual(['handler', expect.stringContaining('超期10天')]);
    expect(s.notes().join()).toContain('超期10天');
  });

  test('who evaluates reads the difference first, and does not say “as approved” against it without a reason', () => {
    const s = evaluated(back('2026-05-16', '2026-06-04', NOTE));
    expect(s.notes()[0]).toMatch(/批准10天.*实际20天.*超期10天/);
    expect(s.refused(HANDLER, close()).map(({ code, at }) => [code, at.join('.')])).toEqual([
      ['A-11', 'data.asApproved'],
    ]);
    s.fork().act(HANDLER, close({ asApproved: false }));
    s.act(HANDLER, close({ asApprovedReason: '当地封航，已报使馆。' }));
    expect(s.state.status).toBe('completed');
  });

  test('a trip as approved is evaluated without more', () => {
    const s = evaluated(back('2026-05-16', '2026-05-25'));
    expect(s.notes()[0]).toContain('与批准一致');
    expect(told(s).map(([role]) => role)).not.toContain('handler');
    s.act(HANDLER, close());
    expect(firstRow('trips', s)).toMatchObject({ approvedDays: 10, days: 10, overstay: 0 });
  });

  test('the border passed before midnight for a flight after it is reported, not held against anybody', () => {
    const red = { deviation: true, redEye: true, deviationNote: '0点25分起飞，前一日过境。' };
    const s = gone();
    expect(s.refused('filer', registering('2026-05-15', '2026-05-25', red)).map(({ code }) => code)).toEqual([
      'A-12',
    ]);
    s.act('filer', registering('2026-05-15', '2026-05-25', { ...red, ...PROOF }));
    expect(firstRow('trips', s)).toMatchObject({ days: 11, overstay: 0 });
    expect(s.notes().join()).toContain('行程偏差报备');
    evaluated(s).act(HANDLER, close());
    expect(s.state.status).toBe('completed');
  });

  test('only one day before the approved departure is such a midnight', () => {
    const red = { deviation: true, redEye: true, deviationNote: '提前。', ...PROOF };
    expect(
      gone()
        .refused('filer', registering('2026-05-14', '2026-05-25', red))
        .map(({ code }) => code),
    ).toEqual(['A-12']);
  });

  test('fewer people than approved are told too', () => {
    const s = back('2026-05-16', '2026-05-25', { ...NOTE, actualPersons: 5 });
    expect(evaluated(s).notes()[0]).toContain('批准6人，实际5人');
    expect(s.refused(HANDLER, close()).map(({ code }) => code)).toEqual(['A-11']);
  });

  test('an approved longer stay is no overstay', () => {
    const s = approved(begun());
    const data = { kind: 'stay', exitDate: '2026-05-16', entryDate: '2026-05-27', reason: '会谈延长' };
    s.act('filer', { act: 'ask-extension', data }).act('unit-finance', { act: 'agree', opinion: '同意。' });
    s.act('signer', { act: 'agree' })
      .act(HANDLER, { act: 'agree' })
      .act('division-head@outbound', { act: 'agree' });
    s.act('deputy-director', { act: 'agree' }).issueAll();
    s.on('2026-06-10').act('filer', registering('2026-05-16', '2026-05-27'));
    expect(firstRow('trips', s)).toMatchObject({ approvedDays: 12, days: 12, overstay: 0 });
  });

  test('overstays are counted: how many delegations, and how many went as approved', () => {
    const rows = [back('2026-05-16', '2026-06-04', NOTE), back('2026-05-16', '2026-05-25')].flatMap((s) =>
      rowsOf('trips', s),
    );
    const of = (code: string) =>
      tripMeasures.measures
        .find((one) => one.code === code)
        ?.lines({ rows: () => rows } as never)
        .map(({ n }) => n);
    expect(of('out.overstay')).toEqual(['1']);
    expect(of('out.days.as_approved')).toEqual(['0', '1']);
    expect(addDays('2026-05-16', 19)).toBe('2026-06-04');
  });
});

test('who left before the trip was approved (未批先行) is seen by whoever judges it', () => {
  const early = back('2026-02-20', '2026-03-01', NOTE);
  expect(early.notes().join()).toContain('批准之前已经出境');
  expect(back('2026-05-16', '2026-05-25').notes().join()).not.toContain('批准之前');
});
