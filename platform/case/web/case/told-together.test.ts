import { expect, test } from 'vitest';
import type { CaseEvent } from '@zhitongche/case';
import type { TimelineEntry } from '@zhitongche/contract';
import { toldTogether } from './told-together.ts';

const entry = (seq: number, body: CaseEvent, text: string): TimelineEntry => ({
  seq,
  at: '2026-11-23T01:00:00.000Z',
  doer: { id: 'system', name: '系统', org: '' },
  body,
  text,
  digest: '',
});
const BY_HAND = { type: 'rated', score: 5 } as const;
const register = { type: 'effect', id: '1', effect: { do: 'register', register: 'trips' } } as const;
const notify = {
  type: 'effect',
  id: '2',
  effect: { do: 'notify', to: { role: 'filer', at: 'unit' }, text: '请交回' },
} as const;

test('what the system does by itself after one act stands in one line, said once, newest first', () => {
  const story = toldTogether([
    entry(1, BY_HAND, '顾念安回国登记'),
    entry(2, register, '登记入台账'),
    entry(3, register, '登记入台账'),
    entry(4, notify, '发送通知'),
    entry(5, BY_HAND, '顾念安提交报告'),
    entry(6, register, '登记入台账'),
  ]);
  expect(story.map(({ text }) => text)).toEqual([
    '登记入台账',
    '顾念安提交报告',
    '登记入台账、发送通知',
    '顾念安回国登记',
  ]);
  expect(new Set(story.map(({ seq }) => seq)).size).toBe(4);
});
