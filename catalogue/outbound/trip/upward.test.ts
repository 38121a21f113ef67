import { expect, test } from 'vitest';
import { spanLeader } from './samples.ts';
import { begun, countersigned, HEAD } from './testing/roads.ts';

test('a 双跨 delegation the province organises goes to the provincial government over the director’s signature', () => {
  // 党政机关公文处理工作条例 第二十二条: 上行文由机关主要负责人签发.
  const s = countersigned(begun(), spanLeader({ today: '2026-03-02' }));
  s.act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' });
  expect(s.state.step).toBe('director');
  s.act('director', { act: 'agree' });
  expect(s.state).toMatchObject({ step: 'report-up', status: 'outside' });
});

test('one the office does not report is not brought before the director', () => {
  const world = { policies: { 'outbound-trip.route.report-span': false } };
  const s = countersigned(begun(world), spanLeader({ today: '2026-03-02' }));
  s.act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' });
  expect(s.state.step).toBe('issuing');
});
