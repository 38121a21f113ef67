import { describe, expect, test } from 'vitest';
import { minutesInWords } from '@zhitongche/base';
import { dateTime, form, instantOf } from '@zhitongche/form';
import type { Service } from '../service.ts';
import { story } from '../testing.ts';
import { toy } from '../testing/toy-service.ts';
import { caseTimers, partsToTell } from './case-timer.ts';

const desk = { role: 'window', at: 'office' } as const;
const answered = form({ all: { title: '答复', fields: { at: dateTime('答复时间', { required: true }) } } });

/** A call for help: answered in a quarter of an hour by day and night, by the office's hours beside it, and its paper fetched in 180 days. */
const call: Service = {
  ...toy,
  forms: { answer: { title: '答复', form: answered } },
  policies: [
    ...toy.policies,
    { key: 'call.minutes', label: '响应时限', type: 'number', default: 15, unit: '分钟' },
    { key: 'call.hours', label: '办公时间', type: 'list', default: ['09:00-12:00', '14:00-18:00'] },
    { key: 'call.fetch', label: '领取期限', type: 'number', default: 180, unit: '天' },
    { key: 'call.tell', label: '提醒', type: 'list', default: ['80', '100:director', '200'] },
    { key: 'call.tell-fetch', label: '提醒', type: 'list', default: ['90:filer'] },
  ],
  timers: {
    response: {
      label: '响应',
      runs: ({ state }) => state.step === 'answer' || state.status === 'correcting',
      limit: { minutes: 'call.minutes' },
      tell: 'call.tell',
      until: ({ state }) => instantOf(state.records['answer']?.at(-1)?.data['at']),
    },
    office: {
      label: '响应（办公时间）',
      runs: ({ state }) => state.step === 'answer' || state.status === 'correcting',
      limit: { minutes: 'call.minutes' },
      hours: 'call.hours',
      tell: 'call.tell-fetch',
      until: ({ state }) => instantOf(state.records['answer']?.at(-1)?.data['at']),
    },
    fetch: {
      label: '领取',
      runs: ({ state, flags }) => state.step === 'fetch' && !flags.includes('gone'),
      limit: { days: 'call.fetch' },
      tell: 'call.tell-fetch',
      over: [{ do: 'flag', flag: 'lapsed', on: true }],
    },
  },
  papers: [],
  registers: [],
  flow: {
    start: 'answer',
    flags: { lapsed: '逾期未领', gone: '已领' },
    steps: {
      answer: {
        kind: 'work',
        title: '答复',
        phase: '外办',
        who: desk,
        next: 'fetch',
        acts: [
          { kind: 'advance', key: 'answer', label: '答复', form: 'answer' },
          { kind: 'correct' },
          { kind: 'suspend' },
        ],
      },
      fetch: {
        kind: 'work',
        title: '待领取',
        phase: '领取',
        who: desk,
        next: 'done',
        acts: [{ kind: 'agree', label: '领取' }],
      },
      done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
    },
  },
};

const begun = (at: string) =>
  story(call, { today: at.slice(0, 10) })
    .at(at)
    .submit({ foreign: false, size: 'small' });
const took = (s: ReturnType<typeof begun>) =>
  Object.fromEntries(
    caseTimers(s.state, s.setting.calendar, s.setting.now).map(({ timer, ms }) => [
      timer,
      minutesInWords(ms),
    ]),
  );
const answer = (s: ReturnType<typeof begun>, at: string) =>
  s.act('window', { act: 'answer', data: { at: at.replace(' ', 'T') } });

describe('a call at ten to midnight on a holiday, answered at four past', () => {
  test('took 14 minutes by the clock and none by the hours of the office', () => {
    const s = begun('2026-10-01 23:50').at('2026-10-02 00:10');
    answer(s, '2026-10-02 00:04');
    expect(took(s)).toMatchObject({ response: '14分钟', office: '0分钟' });
    expect(s.types.filter((type) => type === 'timer-stopped')).toHaveLength(2);
  });

  test('is told at four fifths to whoever has it, at the limit to the director, afterwards again, each once', () => {
    const s = begun('2026-10-01 23:50');
    const told = () =>
      s.events.flatMap(({ body }) =>
        body.type === 'effect' && body.effect.do === 'notify'
          ? [[JSON.stringify(body.effect.to), body.effect.text]]
          : [],
      );
    s.at('2026-10-02 00:01').tick();
    expect(told()).toEqual([]);
    s.at('2026-10-02 00:02').tick().tick();
    const toDesk = '{"role":"window","at":"office"}';
    expect(told()).toEqual([[toDesk, '“响应”时限15分钟，还剩3分钟']]);
    s.at('2026-10-02 00:05').tick();
    expect(told().at(-1)).toEqual(['{"role":"director","at":"office"}', '“响应”时限15分钟已到']);
    s.at('2026-10-02 00:20').tick().tick();
    expect(told().at(-1)).toEqual([toDesk, '“响应”时限15分钟，已超过15分钟']);
    expect(told()).toHaveLength(3);
    expect(partsToTell(call, s.state, s.setting).filter(({ timer }) => timer === 'response')).toEqual([]);
  });
});

describe('what stands in the way of an answer', () => {
  test('is not counted: while the applicant corrects, and while the case is suspended', () => {
    const s = begun('2026-03-02 09:00').at('2026-03-02 09:05');
    s.act('window', { act: 'correct', faults: [{ at: 'title', message: '请写明' }], opinion: '补' });
    s.at('2026-03-02 11:00').submit({ foreign: false, size: 'small' });
    s.at('2026-03-02 11:02').act('window', { act: 'suspend', opinion: '等对方来电' });
    s.at('2026-03-02 15:00').act('window', { act: 'resume' });
    s.at('2026-03-02 15:03');
    answer(s, '2026-03-02 15:03');
    expect(took(s)).toMatchObject({ response: '10分钟', office: '10分钟' });
  });

  test('an instant before the call or still to come is refused, and nothing is written', () => {
    const s = begun('2026-03-02 09:00').at('2026-03-02 09:10');
    const says = (at: string) =>
      s.refused('window', { act: 'answer', data: { at } }).map(({ message }) => message);
    expect(says('2026-03-02T08:59')).toContain('“响应”完成的时间早于开始的时间');
    expect(says('2026-03-02T09:11')).toContain('“响应”完成的时间还没有到');
    expect(s.state.step).toBe('answer');
  });
});

test('a limit set anew leaves what began before as it was', () => {
  const s = begun('2026-03-02 09:00').given({ policies: { 'call.minutes': 5 } });
  expect(s.at('2026-03-02 09:14').state.timers?.['response']?.minutes).toBe(15);
  expect(begun('2026-03-03 09:00').state.timers?.['response']?.minutes).toBe(15);
  const later = story(call, { policies: { 'call.minutes': 5 } }).submit({ foreign: false, size: 'small' });
  expect(later.state.timers?.['response']?.minutes).toBe(5);
});

test('what is not fetched for 180 days is told and marked, once, and time moves it nowhere', () => {
  const s = begun('2026-03-02 09:00').at('2026-03-02 09:10');
  answer(s, '2026-03-02 09:10');
  // The 2nd of March does not count; the 180th day is the 29th of August, to its end.
  s.at('2026-08-29 23:59').tick();
  expect(s.state.flags).toEqual([]);
  s.at('2026-08-30 00:00').tick().tick();
  expect(s.state.flags).toEqual(['lapsed']);
  expect([s.state.step, s.state.status]).toEqual(['fetch', 'running']);
  expect(s.types.filter((type) => type === 'flagged')).toHaveLength(1);
});

describe('an answer taken back', () => {
  test('leaves the limit as it ran: nobody wins time by a press and its undoing', () => {
    const s = begun('2026-03-02 09:00').at('2026-03-02 09:13').tick();
    answer(s, '2026-03-02 09:13');
    s.at('2026-03-02 09:14').act('window', { act: 'withdraw' });
    expect(s.state.step).toBe('answer');
    expect(took(s)).toMatchObject({ response: '14分钟', office: '14分钟' });
    expect(s.state.timers?.['response']?.told).toEqual([80]);
    // What the answer began never was.
    expect(s.state.timers?.['fetch']).toBeUndefined();
    s.at('2026-03-02 09:16');
    answer(s, '2026-03-02 09:16');
    expect(took(s)).toMatchObject({ response: '16分钟' });
    expect(s.state.timers?.['response']?.late).toBe(true);
  });
});
