import { story, type Story } from '@zhitongche/kernel/testing.ts';
import { expect, test } from 'vitest';
import { worldOf } from '../../shared/testing/context.ts';
import { effectiveTrip } from '../effective.ts';
import { approved, HANDLER, HEAD } from '../testing/roads.ts';
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
