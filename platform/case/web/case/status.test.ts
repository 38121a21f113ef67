import { expect, test } from 'vitest';
import { statusLook } from './status.ts';

const row = (status: string) => ({ status, stepTitle: '处室初审' });

test('a paper that could not be made is somebody’s work at the desk, and still being made to whoever filed', () => {
  expect(statusLook(row('stuck'), 'desk').tone).toBe('danger');
  expect(statusLook(row('stuck'), 'hall')).toEqual({
    tone: 'info',
    text: statusLook(row('issuing'), 'hall').text,
  });
});

test('a case under way is known by its step at the desk, and is under way in the hall', () => {
  expect(statusLook(row('running'), 'desk')).toEqual({ tone: 'idle', text: '处室初审' });
  expect(statusLook(row('running'), 'hall')).toEqual({ tone: 'info', text: '办理中' });
});

test('what no program of today calls by that name is shown by its step', () => {
  expect(statusLook(row('parked'), 'hall')).toEqual({ tone: 'idle', text: '处室初审' });
});
