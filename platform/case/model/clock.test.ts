import { describe, expect, it } from 'vitest';
import { CHINA_COVERS, CHINA_EXCEPTIONS, makeCalendar } from '@zhitongche/base';
import { clockDue } from './clock.ts';
import { decideRating } from './decide-notes.ts';
import { decideTick } from './decide-system.ts';
import { actorOf, story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);
const due = (startedOn: string, days: number, ...pauses: readonly (readonly [string, string?])[]) =>
  clockDue(
    { startedOn, days, pauses: pauses.map(([from, to]) => (to === undefined ? { from } : { from, to })) },
    calendar,
  ).due;

describe('a deadline is a date plus pauses', () => {
  it('skips the National Day week and works its make-up Saturday', () => {
    // 28–30 September are three days, 8 and 9 October two more; the 10th is a working Saturday.
    expect(due('2026-09-27', 5)).toBe('2026-10-09');
    expect(due('2026-09-27', 6)).toBe('2026-10-10');
  });

  it('does not move when paused and resumed on one day', () => {
    expect(due('2026-03-02', 5, ['2026-03-04', '2026-03-04'])).toBe(due('2026-03-02', 5));
  });

  it('keeps the working days that were left, whatever the pause spanned', () => {
    // Paused with three days left, over a weekend and more.
    expect(due('2026-03-02', 5, ['2026-03-04', '2026-03-17'])).toBe('2026-03-20');
    expect(due('2026-03-02', 5, ['2026-03-03', '2026-03-10'], ['2026-03-11', '2026-03-23'])).toBe(
      '2026-03-26',
    );
  });

  it('resumes on a rest day without landing on one', () => {
    expect(due('2026-03-02', 1, ['2026-03-02', '2026-03-07'])).toBe('2026-03-09');
    expect(due('2026-03-02', 2, ['2026-03-04', '2026-03-08'])).toBe('2026-03-09');
  });

  it('is not revived by a pause that begins after it', () => {
    expect(due('2026-03-02', 2, ['2026-03-09', '2026-03-20'])).toBe('2026-03-04');
  });
});

describe('what time brings', () => {
  const ticked = (days: readonly string[], world = {}) => {
    const s = story(toy, world).submit().act('window', { act: 'agree' });
    const told: Record<string, string[]> = {};
    for (const day of days) {
      const before = s.events.length;
      s.on(day).tick();
      told[day] = s.events.slice(before).map(({ body }) => {
        return 'clock' in body ? `${body.type} ${body.clock}` : body.type;
      });
    }
    return told;
  };

  it('reminds at four fifths of the promise and is overdue once, the day after', () => {
    // Promise of five days from Monday the 2nd: the 6th is the fourth day, the 9th the last. The step has two days.
    const days = [
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
    ];
    expect(ticked(days)).toEqual({
      '2026-03-03': [],
      '2026-03-04': ['reminded step'],
      '2026-03-05': ['overdue step'],
      '2026-03-06': ['reminded promise'],
      '2026-03-09': [],
      '2026-03-10': ['overdue promise'],
      '2026-03-11': [],
    });
  });

  it('reports a deadline missed unwatched as overdue only', () => {
    expect(ticked(['2026-04-01', '2026-04-02'])).toEqual({
      '2026-04-01': ['overdue promise', 'overdue step'],
      '2026-04-02': [],
    });
  });

  it('reminds where the office says', () => {
    expect(ticked(['2026-03-03'], { policies: { 'clock.remind-at': 20 } })).toEqual({
      '2026-03-03': ['reminded promise', 'reminded step'],
    });
  });

  it('makes a provisional deadline certain once the notice is loaded, around a holiday nobody knew of', () => {
    const s = story(toy, { today: '2026-12-30' }).submit().act('window', { act: 'agree' });
    expect(s.state.promise).toMatchObject({ due: '2027-01-06', provisional: true });
    expect(decideTick(toy, s.state, s.setting)).toMatchObject({ ok: true, value: { events: [] } });
    const loaded = makeCalendar(
      [...CHINA_EXCEPTIONS, { date: '2027-01-01', kind: 'off', notice: '2027年通知' }],
      { from: '2024-01-01', to: '2027-12-31' },
    );
    const tick = decideTick(toy, s.state, { ...s.setting, calendar: loaded });
    expect(tick.ok ? tick.value.events : []).toEqual([
      { type: 'clock-revised', clock: 'promise', due: '2027-01-07', provisional: false },
      { type: 'clock-revised', clock: 'step', due: '2027-01-04', provisional: false },
    ]);
  });

  it('says late when the decision came after the deadline, not when the wait was someone else’s', () => {
    const finish = (from: string, to: string) => {
      const s = story(toy).submit({ size: 'small' }).act('window', { act: 'agree' }).on(from);
      s.act('handler@outbound', { act: 'escalate' }).on(to);
      const reply = { result: 'approved', number: '1号', date: to, authority: '外交部' } as const;
      s.act('handler@outbound', { act: 'report', reply });
      return s.act('division-head@outbound', { act: 'refuse', opinion: '不予同意' }).state.promise?.late;
    };
    expect(finish('2026-03-03', '2026-05-20')).toBe(false);
    expect(finish('2026-03-12', '2026-05-20')).toBe(true);
  });
});

describe('好差评', () => {
  const done = () => story(toy).submit().act('filer', { act: 'withdraw' });
  const rate = (s: ReturnType<typeof done>, score: number) =>
    decideRating(toy, s.state, { score, comment: ' 很快 ' }, { ...s.setting, actor: actorOf('filer') });

  it('is given once, by the applicant, after the end', () => {
    const s = story(toy).submit();
    expect(rate(s, 5)).toMatchObject({ ok: false });
    s.act('window', { act: 'refuse', opinion: '不属受理范围' });
    expect(rate(s, 6)).toMatchObject({ ok: false, problems: [{ code: 'act.score' }] });
    expect(rate(s, 5)).toMatchObject({
      ok: true,
      value: { events: [{ type: 'rated', score: 5, comment: '很快' }] },
    });
  });
});
