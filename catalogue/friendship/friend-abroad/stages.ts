import { stop } from '@zhitongche/base';
import { text } from '@zhitongche/form';
import {
  type GivenStages,
  type KeptRow,
  linesOf,
  move,
  type Reasons,
  type RowContext,
  STAYS,
} from '@zhitongche/register';
import { set } from './form.ts';

const LEADERS = ['deputy-director', 'director'] as const;
const why = { why: text('理由', { max: 300, required: true }) };
const { honour, decision, until } = set.fields;

/** What stands in the way of an honour: too few meetings, or nobody who knows the friend. */
const worthy = (row: KeptRow, { policy }: RowContext): Reasons => {
  const least = policy.number('friend-abroad.meetings');
  const had = linesOf(row, 'meetings').length;
  return [
    had < least &&
      stop('friend.meetings', 'meetings', `往来只有${had}次，要${least}次`, 'Met too rarely', '先登记往来'),
    linesOf(row, 'known').length === 0 &&
      stop('friend.unknown', 'known', '没有熟悉的人', 'Nobody knows the friend', '先填“谁熟悉”，由其推荐'),
  ];
};

/** A term ends after the day it is held against. */
const later = (end: unknown, than: unknown): Reasons => [
  typeof end === 'string' &&
    typeof than === 'string' &&
    end <= than &&
    stop('friend.term', 'until', `聘期要晚于${than}`, 'Ends before it begins', '请核对聘期'),
];

/** The road of honours: met, proposed, sent up, granted for a term or for good, renewed, lapsed or taken back. */
export const stages: GivenStages = {
  list: {
    known: '结识',
    proposed: '拟荐',
    sent: '已报请',
    honoured: { label: '已授予', edits: true },
    asleep: '久未往来',
    ended: { label: '不再往来', ends: true },
  },
  moves: [
    move('meet', '记一次往来', ['known', 'proposed', 'sent', 'honoured'], STAYS, { adds: 'meetings' }),
    move('propose', '提出推荐', 'known', 'proposed', {
      asks: { honour, grounds: text('主要贡献', { max: 500, lines: 3, required: true }) },
      needs: worthy,
    }),
    move('send', '报请', 'proposed', 'sent', { roles: LEADERS, asks: ['decision'] }),
    move('grant', '登记授予', 'sent', 'honoured', {
      second: true,
      asks: ['decision', 'honouredOn', 'until'],
      fits: (_row, data) => later(data['until'], data['honouredOn']),
    }),
    move('renew', '续聘', 'honoured', STAYS, {
      asks: { decision, until: { ...until, required: true } },
      needs: ({ answers }) => [
        !answers['until'] && stop('friend.for-good', 'until', '没有聘期', 'No term', '长期有效的不必续聘'),
      ],
      fits: (row, data) => later(data['until'], row.answers['until']),
    }),
    move('lapse', '聘期届满', 'honoured', 'known', { roles: [] }),
    move('refuse', '未予授予', ['proposed', 'sent'], 'known', { asks: why, clears: ['honour', 'decision'] }),
    move('revoke', '撤销荣誉', 'honoured', 'known', {
      roles: LEADERS,
      second: true,
      asks: why,
      clears: ['until'],
    }),
    move('sleep', '久未往来', 'known', 'asleep', { asks: why }),
    move('wake', '恢复往来', 'asleep', 'known'),
    move('end', '不再往来', ['known', 'asleep', 'honoured'], 'ended', { asks: why }),
  ],
};
