import type { Answers } from '@zhitongche/form';
import { addDays } from '@zhitongche/base';
import { story, type Story } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { worldOf } from '../../../shared/testing/context.ts';
import { effectiveTrip } from '../effective.ts';
import { approved, HANDLER, HEAD, rowsOf } from '../testing/roads.ts';
import { outboundTripV1 } from './index.ts';

const gone = (): Story => approved(story(outboundTripV1, worldOf()));
const decided = (s: Story): Story =>
  s.act('signer', { act: 'agree' }).act(HANDLER, { act: 'agree' }).act(HEAD, { act: 'agree' });

test('a trip filed under version 1 keeps the road its changes had: the head of division decides', () => {
  const s = gone().act('filer', {
    act: 'ask-extension',
    data: { kind: 'depart', exitDate: '2026-06-01', entryDate: '2026-06-10', reason: '航班取消' },
  });
  decided(s);
  expect(s.state).toMatchObject({ step: 'amending', flags: ['amended'] });
  expect(effectiveTrip(s.issueAll().state).exitDate).toBe('2026-06-01');
});

test('a revocation of a trip filed under version 1 ends it, and its papers count no more', () => {
  const s = decided(
    gone().act('filer', { act: 'ask-revocation', data: { reason: '活动取消', passportsOut: false } }),
  );
  expect(s.state).toMatchObject({ step: 'hand-in', flags: ['revoked'] });
  expect(s.state.papers.every((paper) => paper.revoked)).toBe(true);
  expect(s.act('passport-officer', { act: 'none-out' }).state.status).toBe('cancelled');
});

const back = (): Story => {
  const s = gone();
  const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
  return s.on(addDays(entryDate, 1)).act('filer', {
    act: 'register-return',
    data: { actualExit: exitDate, actualEntry: entryDate, actualPersons: 6, deviation: false },
  });
};
const COUNT = { returnedOn: '2026-05-26', count: 6, stampsChecked: true };
const handIn = (data: Answers) => ({ act: 'return-passports', data });

test('version 1 counts the passports once: no more than travellers left, fewer only with a word about the rest', () => {
  const codes = (data: Answers) =>
    back()
      .refused('passport-officer', handIn(data))
      .map((p) => [p.code, p.at]);
  expect(codes({ ...COUNT, count: 7 })).toEqual([['A-06', ['data', 'count']]]);
  expect(codes({ ...COUNT, count: 1 })).toEqual([['A-07', ['data', 'note']]]);
});

test('what version 1 counted is in the register for all of them, and the case moves on and ends', () => {
  const s = back().act('passport-officer', handIn(COUNT));
  expect(rowsOf('passport-custody', s).map(({ state, returnedOn }) => [state, returnedOn])).toEqual(
    Array(6).fill(['returned', '2026-05-26']),
  );
  expect(s.state.flags).toContain('passports-returned');
  const report = [{ id: 'r', name: '报告.pdf', size: 9, type: 'application/pdf', digest: '1'.repeat(64) }];
  const data = { summary: '完成任务。', followUp: '落实清单。', intents: 3, overspent: false, report };
  s.act('filer', { act: 'file-report', data });
  expect(s.state.step).toBe('evaluation');
  s.act(HANDLER, { act: 'close', data: { purposeMet: 'full', asApproved: true, inOrder: true } });
  expect(s.state.status).toBe('completed');
});

test('passports of version 1 still out wait in the passport desk’s inbox, until they are counted', () => {
  const waiting = (s: Story) =>
    s.state.seats.filter(({ status, ready }) => status === 'open' && ready).map(({ role }) => role);
  const s = back();
  expect(waiting(s)).toEqual(['filer', 'passport-officer']);
  s.act('passport-officer', handIn(COUNT));
  expect([s.state.step, waiting(s)]).toEqual(['after-trip', ['filer']]);
});
