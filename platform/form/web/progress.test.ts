import { form, text, yesNo } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';
import { describe, expect, it } from 'vitest';
import { progressOf } from './progress.ts';

const trip = form({
  basics: {
    title: '基本情况',
    fields: { group: text('团组', { max: 9, required: true }), plan: yesNo('列入计划', { required: true }) },
  },
  gifts: {
    title: '礼品',
    shown: (a) => a['plan'] === true,
    fields: { gift: text('礼品', { max: 9, required: true }) },
  },
});
const problem = (code: string, field: string): Problem => ({
  code,
  level: 'block',
  at: [field],
  message: '',
  en: '',
});

describe('the task list of a form', () => {
  it('leaves out a section that is not asked', () => {
    expect(progressOf(trip, {}, []).map((s) => s.title)).toEqual(['基本情况']);
    expect(progressOf(trip, { plan: true }, []).map((s) => s.title)).toEqual(['基本情况', '礼品']);
  });

  it('a section nobody has touched is empty, however much it will demand', () => {
    const [basics] = progressOf(trip, {}, [
      problem('field.required', 'group'),
      problem('field.required', 'plan'),
    ]);
    expect(basics).toMatchObject({ state: 'empty', missing: 2, faults: 0 });
  });

  it('a half-filled section is begun, a wrong one faulty, a full one done', () => {
    expect(progressOf(trip, { group: '甲' }, [problem('field.required', 'plan')])[0]?.state).toBe('begun');
    expect(progressOf(trip, { group: '甲' }, [problem('R-08', 'group')])[0]?.state).toBe('faulty');
    expect(progressOf(trip, { group: '甲', plan: false }, [])[0]?.state).toBe('done');
  });

  it('a warning alone does not make a section faulty', () => {
    const warning: Problem = { ...problem('R-20', 'group'), level: 'warn' };
    expect(progressOf(trip, { group: '甲', plan: false }, [warning])[0]?.state).toBe('done');
  });
});
