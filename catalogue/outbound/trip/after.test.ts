import { addDays } from '@zhitongche/base';
import { fold } from '@zhitongche/case';
import type { Happened } from '../../../platform/case/model/fold.ts';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import {
  agreedTo,
  approved,
  asked,
  begun,
  day,
  firstRow,
  handIn,
  HANDLER,
  HEAD,
  membersOf,
  rowsOf,
} from './testing/roads.ts';

const closed = (outcome: 'cancelled'): Happened => ({
  at: '2026-03-02T02:00:00.000Z',
  doer: { id: 'filer', name: '专办员', org: 'unit' },
  body: { type: 'closed', outcome },
});

const CHANGE = { parts: ['dates'], reason: '对方会议推迟两天' };

const changed = (s: Story): Story => {
  const { exitDate, entryDate, legs } = effectiveTrip(s.state);
  const later = {
    exitDate: addDays(exitDate ?? '', 2),
    entryDate: addDays(entryDate ?? '', 2),
    legs: (legs ?? []).map((leg) => ({
      ...leg,
      arrive: addDays(leg.arrive ?? '', 2),
      leave: addDays(leg.leave ?? '', 2),
    })),
  };
  return s.act('filer', { act: 'ask-change', data: { ...CHANGE, ...later } });
};

describe('after the approval', () => {
  test('the clerk cannot cancel alone what was approved, whoever approved it; only a decided revocation ends it', () => {
    const s = approved(begun());
    expect(s.state.path.map(({ step }) => step)).not.toContain('director');
    expect(s.open('filer').map((act) => act.kind)).not.toContain('cancel');
    expect(s.open('filer').map((act) => act.act)).toContain('ask-revocation');
    changed(s).act('signer', { act: 'agree' }).act(HANDLER, { act: 'decline', opinion: '理由不充分。' });
    expect(s.open('filer').map((act) => act.kind)).not.toContain('cancel');
  });

  test('a change is signed, reviewed, decided and issued as an amendment; due days follow the new dates', () => {
    const s = approved(begun());
    const before = firstRow('passport-custody', s)?.due;
    changed(s);
    expect(s.state.step).toBe('change-sign');
    s.act('signer', { act: 'agree' }).act(HANDLER, { act: 'agree' }).act(HEAD, { act: 'agree' });
    expect(firstRow('passport-custody', s)?.due).toBe(before);
    s.act('deputy-director', { act: 'agree' });
    expect(s.state.step).toBe('amending');
    s.issueAll();
    expect(s.state.step).toBe('abroad');
    expect(asked(s).slice(-2)).toEqual(['amendment', 'roster']);
    expect(firstRow('passport-custody', s)?.due).toBe(addDays(day(before), 2));
  });

  test('a change that is declined leaves the approval as it was', () => {
    const s = changed(approved(begun())).act('signer', { act: 'agree' });
    s.act(HANDLER, { act: 'decline', opinion: '理由不充分。' });
    expect(s.state.step).toBe('abroad');
    expect(effectiveTrip(s.state).exitDate).toBe(s.state.answers.exitDate);
  });

  test('a change the head declines does not count, though it was asked for', () => {
    const s = changed(approved(begun())).act('signer', { act: 'agree' }).act(HANDLER, { act: 'agree' });
    s.act(HEAD, { act: 'decline', opinion: '不宜变更。' });
    expect(s.state.step).toBe('abroad');
    expect(effectiveTrip(s.state).exitDate).toBe(s.state.answers.exitDate);
  });

  test('a second change builds on the first', () => {
    const s = approved(begun());
    for (let i = 0; i < 2; i += 1) {
      // Acts on one case never share an instant.
      s.later(1);
      agreedTo(changed(s).later(1).act('signer', { act: 'agree' })).issueAll();
    }
    expect(effectiveTrip(s.state).exitDate).toBe(addDays(day(s.state.answers.exitDate), 4));
  });

  test('a later departure moves the stops along', () => {
    const s = approved(begun());
    const { exitDate, entryDate, legs } = effectiveTrip(s.state);
    const data = {
      kind: 'depart',
      exitDate: addDays(exitDate ?? '', 7),
      entryDate: addDays(entryDate ?? '', 7),
      reason: '航班取消',
    };
    s.act('filer', { act: 'ask-extension', data }).act('signer', { act: 'agree' });
    agreedTo(s).issueAll();
    expect(effectiveTrip(s.state).legs?.[0]?.arrive).toBe(addDays(legs?.[0]?.arrive ?? '', 7));
  });

  test('a trip that is given up ends revoked once the passports are back', () => {
    const s = approved(begun()).act('filer', {
      act: 'ask-revocation',
      data: { reason: '邀请方取消活动', passportsOut: true },
    });
    agreedTo(s.act('signer', { act: 'agree' }));
    expect(s.state.step).toBe('hand-in');
    expect(firstRow('passport-custody', s)).toMatchObject({ due: '2026-03-09', returnedOn: '' });
    // The papers fall with the decision, before the passports are back.
    expect(s.state.papers.every((paper) => paper.revoked)).toBe(true);
    expect(firstRow('trips', s)).toMatchObject({ status: 'revoked' });
    handIn(s);
    expect(s.state.status).toBe('cancelled');
    expect(firstRow('trips', s)).toMatchObject({ status: 'revoked' });
  });

  test('the passports are due from the day the revocation was decided, not from the day it was asked for', () => {
    const s = approved(begun()).act('filer', {
      act: 'ask-revocation',
      data: { reason: '邀请方取消活动', passportsOut: true },
    });
    s.on('2026-03-06').act('signer', { act: 'agree' });
    agreedTo(s.on('2026-03-09'));
    // Decided on 9 March, seven days to hand in.
    expect(firstRow('passport-custody', s)?.due).toBe('2026-03-16');
  });

  test('custody asks for official documents only: no private passport, but the permit for Hong Kong', () => {
    const sample = begun().answers();
    const members = membersOf(sample).map((member, i) =>
      member instanceof Object && i === 0
        ? { ...member, passportKind: 'private', privateGrounds: 'resident' }
        : member,
    );
    const own = approved(begun(), { members });
    expect(rowsOf('passport-custody', own).map((row) => row.document)).toEqual(Array(5).fill('passport'));
    const legs = Array.isArray(sample.legs) ? sample.legs : [];
    const viaHongKong = legs.map((leg, i) =>
      leg instanceof Object && i === 2 ? { ...leg, country: '香港', city: '香港' } : leg,
    );
    const mixed = approved(begun(), { legs: viaHongKong, bothPermits: false });
    const rows = rowsOf('passport-custody', mixed);
    expect(rows.filter((row) => row.document === 'permit')).toHaveLength(6);
    expect(rows.filter((row) => row.document === 'passport')).toHaveLength(6);
    expect(new Set(rows.map((row) => row.id)).size).toBe(12);
  });

  test('a trip that was cancelled after its approval, as could happen once, leaves neither a trip nor duties in the registers', () => {
    const s = approved(begun());
    expect(rowsOf('passport-custody', s)).toHaveLength(6);
    s.state = fold([...s.events, closed('cancelled')]);
    expect(rowsOf('trips', s).map((row) => row.status)).toEqual(Array(6).fill('revoked'));
    expect(rowsOf('passport-custody', s).map((row) => row.due)).toEqual(Array(6).fill(''));
    const back = returned();
    expect(rowsOf('trip-reports', back)).toHaveLength(1);
    back.state = fold([...back.events, closed('cancelled')]);
    expect(rowsOf('trip-reports', back)).toEqual([]);
  });

  test('nobody registers a return that is still to come', () => {
    const s = approved(begun());
    const data = { actualExit: '2026-03-20', actualEntry: '2026-03-29', actualPersons: 6, deviation: false };
    expect(s.refused('filer', { act: 'register-return', data }).map((p) => p.code)).toContain('A-03');
  });
});

const BACK = { actualPersons: 6, deviation: false };
const REPORT = {
  summary: '按计划完成任务，签署备忘录三份。',
  followUp: '落实项目清单。',
  intents: 3,
  overspent: false,
  report: [{ id: 'r', name: '报告.pdf', size: 9, type: 'application/pdf', digest: '1'.repeat(64) }],
};

/** Back home: the trip of the sample leaves 75 days after filing and takes ten days. */
const returned = (): Story => {
  const s = approved(begun());
  const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
  return s.on(addDays(entryDate, 1)).act('filer', {
    act: 'register-return',
    data: { ...BACK, actualExit: exitDate, actualEntry: entryDate },
  });
};
describe('after the return', () => {
  test('passports and report come in either order, then the trip is evaluated and filed', () => {
    for (const passportsFirst of [true, false]) {
      const s = returned();
      if (passportsFirst) handIn(s);
      s.act('filer', { act: 'file-report', data: REPORT });
      if (!passportsFirst) handIn(s);
      expect(s.state.step).toBe('evaluation');
      s.act(HANDLER, { act: 'close', data: { purposeMet: 'full', asApproved: true, inOrder: true } });
      expect(s.state).toMatchObject({ status: 'completed', step: 'done' });
      expect(firstRow('trip-reports', s)).toMatchObject({ onTime: true, inOrder: true, intents: 3 });
      expect(firstRow('passport-custody', s)?.returnedOn).toBe(s.today);
    }
  });

  test('a report that will not do goes back and comes again', () => {
    const s = handIn(returned()).act('filer', { act: 'file-report', data: REPORT });
    s.act(HANDLER, { act: 'report-again', opinion: '请补充后续措施。' });
    expect(s.state.step).toBe('after-trip');
    s.act('filer', { act: 'file-report', data: REPORT });
    expect(s.state.step).toBe('evaluation');
  });

  test('a return other than approved is registered only with what made it so', () => {
    const s = approved(begun());
    const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
    const late = { actualExit: exitDate, actualEntry: addDays(entryDate, 1), actualPersons: 6 };
    s.on(addDays(entryDate, 2));
    expect(s.refused('filer', { act: 'register-return', data: { ...late, deviation: false } })).toMatchObject(
      [{ code: 'A-05', at: ['data', 'deviation'] }],
    );
    const fewer = { actualExit: exitDate, actualEntry: entryDate, actualPersons: 5, deviation: false };
    expect(s.refused('filer', { act: 'register-return', data: fewer })).toMatchObject([{ code: 'A-05' }]);
    s.act('filer', {
      act: 'register-return',
      data: { ...late, deviation: true, redEye: false, deviationNote: '航班取消，次日返回。' },
    });
  });

  test('the report is due fifteen working days after the return', () => {
    const s = returned();
    // Back on Monday 25 May 2026; the Dragon Boat day, Friday 19 June, lies beyond.
    expect(effectiveTrip(s.state).entryDate).toBe('2026-05-25');
    expect(firstRow('trip-reports', s)?.due).toBe('2026-06-15');
  });
});
