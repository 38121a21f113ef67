import { expect, test } from 'vitest';
import { timerLook, timerUsed } from './timer-words.ts';

const timer = {
  key: 'answer',
  label: '响应',
  hours: 'round-the-clock' as const,
  from: '2026-10-01T15:50:00.000Z',
  until: null,
  ms: 0,
  limit: 15,
  due: '2026-10-01T16:05:00.000Z',
  paused: false,
  late: false,
  provisional: false,
};
const minutes = (n: number) => n * 60_000;

test.each([
  ['fresh', { ms: minutes(3) }, 'green', '还剩 12分钟'],
  ['a fifth left', { ms: minutes(12) }, 'amber', '还剩 3分钟'],
  ['over', { ms: minutes(140), late: true }, 'red', '超 2小时5分钟'],
  ['over in the end', { ms: minutes(16), late: true, until: '2026-10-01T16:06:00.000Z' }, 'red', '超 1分钟'],
  ['answered', { ms: minutes(14), until: '2026-10-01T16:04:00.000Z' }, 'green', '按时'],
  ['waiting for somebody', { ms: minutes(3), paused: true, due: null }, 'amber', '暂停计时'],
  ['without a limit', { ms: minutes(3), limit: null, due: null }, 'green', '没有设时限'],
] as const)('a limit of a quarter of an hour, %s', (_name, more, light, words) => {
  expect(timerLook({ ...timer, ...more })).toEqual({ light, words });
});

test('what is used stands beside what is allowed', () => {
  expect([timerUsed({ ms: minutes(14), limit: 15 }), timerUsed({ ms: minutes(90), limit: null })]).toEqual([
    '14分钟 / 15分钟',
    '1小时30分钟',
  ]);
});
