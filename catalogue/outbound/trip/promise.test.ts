import { promiseGaps } from '../../../platform/case/model/promise-gaps.ts';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../shared/testing/context.ts';
import { outboundTrip } from './index.ts';
import { policies } from './policy.ts';
import { accepted, begun, countersigned, HEAD } from './testing/roads.ts';
import { built, textOf } from './testing/papers.ts';

const gaps = (set: Readonly<Record<string, number | boolean>> = {}) =>
  promiseGaps(outboundTrip, contextOf(policies, { policies: set }).policy);

describe('受理后各环节的时限与办结时限对得上（§4）', () => {
  test('as delivered, on every road, usual and urgent', () => {
    expect(gaps()).toEqual([]);
  });

  test('counting the wait for a leader would promise four or five days in three', () => {
    const found = gaps({ 'outbound-trip.promise-stands-for-leader': false });
    expect(found.map(({ urgent, promised, needed }) => [urgent, promised, needed])).toEqual(
      expect.arrayContaining([
        [false, 3, 4],
        [false, 3, 5],
      ]),
    );
    expect(found.every(({ steps }) => steps.some(({ step }) => /deputy|director|leader/.test(step)))).toBe(
      true,
    );
  });

  test('the promise stands still from the head’s signature until the leader has signed', () => {
    const s = countersigned(begun({ today: '2026-03-02' })).act(HEAD, { act: 'agree' });
    expect(s.state.promise?.pauses).toEqual([{ from: '2026-03-02' }]);
    s.later(10, 'working').act('deputy-director', { act: 'agree' });
    expect(s.state.promise).toMatchObject({ late: false, stoppedOn: s.today });
  });

  test('受理通知 says what is not counted', () => {
    expect(textOf(built(accepted(begun()), 'acceptance', '某外受字〔2026〕1号'))).toContain(
      '等候领导签批的时间不计算在内',
    );
  });
});
