import { blocking, type Json, type Problem } from '@zhitongche/base';
import { date, form, text } from '@zhitongche/form';
import { type KeptRow, type Move, type RowContext, type Stages, STAYS } from '@zhitongche/register';
import { meeting, set } from './form.ts';

const rows = ({ answers }: KeptRow, key: string): readonly Json[] => (answers[key] ?? []) as readonly Json[];
const stop = (code: string, at: string, message: string, en: string, todo: string): readonly Problem[] => [
  blocking(`friend.${code}`, [at], message, en, { todo }),
];
const asked = (title: string, fields: Parameters<typeof form>[0][string]['fields']) =>
  form({ asked: { title, fields } });
const LEADERS = ['deputy-director', 'director'] as const;
const why = asked('理由', { why: text('理由', { max: 300, required: true }) });
const decided = { decision: text('文号', { max: 60, required: true, width: 6 }) };
const until = (required: boolean) =>
  date('聘期至', { required, width: 6, help: '有聘期的填，到期前提醒续聘' });

/** Nothing happens on a day to come, nor ends before the day it is held against. */
const days = (
  on: Json | undefined,
  end: Json | undefined,
  after: Json | undefined,
  { today }: RowContext,
) => [
  ...(typeof on === 'string' && on > today
    ? stop('to-come', 'on', '日期还没有到', 'Still to come', '请核对日期')
    : []),
  ...(typeof end === 'string' && typeof after === 'string' && end <= after
    ? stop('term', 'until', `聘期要晚于${after}`, 'Ends before it begins', '请核对聘期')
    : []),
];

/** What stands in the way of an honour: too few meetings, or nobody who knows the friend. */
const worthy = (row: KeptRow, { policy }: RowContext): readonly Problem[] => {
  const least = policy.number('friend-abroad.meetings');
  const had = rows(row, 'meetings').length;
  return [
    ...(had < least
      ? stop('meetings', 'meetings', `往来只有${had}次，要${least}次`, 'Met too rarely', '先登记往来')
      : []),
    ...(rows(row, 'known').length === 0
      ? stop('unknown', 'known', '没有熟悉的人', 'Nobody knows the friend', '先填“谁熟悉”，由其推荐')
      : []),
  ];
};

const move = (
  key: string,
  label: string,
  from: readonly string[],
  to: string,
  more: Partial<Move> = {},
): Move => ({ ...more, key, label, from, to });

/** The road of honours: met, proposed, sent up, granted for a term or for good, renewed, lapsed or taken back. */
export const stages: Stages = {
  first: 'known',
  list: {
    known: { label: '结识' },
    proposed: { label: '拟荐' },
    sent: { label: '已报请' },
    honoured: { label: '已授予', edits: true },
    asleep: { label: '久未往来' },
    ended: { label: '不再往来', ends: true },
  },
  moves: [
    move('meet', '记一次往来', ['known', 'proposed', 'sent', 'honoured'], STAYS, {
      form: asked('往来', meeting),
      fits: (_row, { on }, context) => days(on, undefined, undefined, context),
      sets: (row, data) => ({ meetings: [...rows(row, 'meetings'), { ...data }] }),
    }),
    move('propose', '提出推荐', ['known'], 'proposed', {
      form: asked('推荐', {
        honour: { ...set.fields.honour, required: true },
        grounds: text('主要贡献', { max: 500, lines: 3, required: true }),
      }),
      needs: worthy,
      sets: (_row, { honour }) => ({ honour }),
    }),
    move('send', '报请', ['proposed'], 'sent', { roles: LEADERS, form: asked('请示', decided) }),
    move('grant', '登记授予', ['sent'], 'honoured', {
      second: true,
      form: asked('授予', {
        ...decided,
        on: date('授予日期', { required: true, width: 6 }),
        until: until(false),
      }),
      fits: (_row, data, context) => days(data['on'], data['until'], data['on'], context),
      sets: (_row, data) => ({
        decision: data['decision'],
        honouredOn: data['on'],
        until: data['until'] ?? null,
      }),
    }),
    move('renew', '续聘', ['honoured'], STAYS, {
      form: asked('续聘', { ...decided, until: until(true) }),
      needs: ({ answers }) =>
        typeof answers['until'] === 'string'
          ? []
          : stop('for-good', 'until', '没有聘期', 'No term', '长期有效的不必续聘'),
      fits: (row, data, context) => days(undefined, data['until'], row.answers['until'], context),
      sets: (_row, data) => ({ decision: data['decision'], until: data['until'] }),
    }),
    move('lapse', '聘期届满', ['honoured'], 'known', { roles: [] }),
    move('refuse', '未予授予', ['proposed', 'sent'], 'known', { form: why, sets: () => ({ honour: null }) }),
    move('revoke', '撤销荣誉', ['honoured'], 'known', {
      roles: LEADERS,
      second: true,
      form: why,
      sets: () => ({ until: null }),
    }),
    move('sleep', '久未往来', ['known'], 'asleep'),
    move('wake', '恢复往来', ['asleep'], 'known'),
    move('end', '不再往来', ['known', 'asleep', 'honoured'], 'ended', { form: why }),
  ],
};
