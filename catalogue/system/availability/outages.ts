import { addDays, dayInShanghai } from '@zhitongche/base';
import { date, dateTime, instantOf, onePage, pick, text } from '@zhitongche/form';
import { defineRegister, type GivenStages, type KeptRow, move } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';

const outageForm = onePage('探测中断', {
  of: pick('系统', 'it-system', { required: true, width: 8 }),
  day: date('日期', { required: true, width: 4 }),
  from: dateTime('没有应答起', { required: true, width: 6 }),
  said: text('探测结果', { max: 200, width: 6 }),
});

/** Answers to it, with what moves set. */
export interface Outage {
  readonly of?: { readonly id: string; readonly title: string };
  readonly from?: string;
  readonly until?: string | null;
}

/** An outage as its row keeps it. */
export const outageOf = ({ answers }: Pick<KeptRow, 'answers'>): Outage => answers;

/** A minute in Beijing of an instant, as forms keep it. */
export const minuteOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);

const stages: GivenStages = {
  first: 'down',
  list: {
    down: '没有应答',
    over: { label: '已恢复', ends: true },
    spared: { label: '不计', ends: true },
  },
  moves: [
    move('recover', '恢复应答', 'down', 'over', {
      roles: [],
      asks: { until: dateTime('恢复时间', { required: true }), why: text('说明', { max: 60 }) },
      sets: (_row, { until, why }) => ({ until, after: why ?? null }),
    }),
    move('spare', '不计入可用率', 'over', 'spared', {
      asks: {
        why: text('原因', { max: 200, required: true, help: '如：计划维护、探测一侧的网络故障' }),
      },
      sets: (_row, { why }) => ({ sparedFor: why }),
    }),
    move('count', '重新计入', 'spared', 'over', {
      sets: () => ({ sparedFor: null }),
    }),
  ],
};

/** 探测中断: what this program found when it asked the address of a system; nobody enters it by hand. */
export const outages = defineRegister({
  code: 'availability-outage',
  name: '探测中断',
  noun: '探测中断',
  en: 'Outages found by the probe',
  category: '系统运维',
  what: '本程序按系统卡片上的探测地址定时访问，连续没有应答记一次中断，恢复后记下时间；与人报的故障分开计。',
  basis: ['河北省外办2024年度部门预算：信息系统正常运行率'],
  measure: '次',
  byProgram: true,
  form: outageForm,
  set: {
    title: '恢复',
    fields: {
      until: dateTime('恢复应答'),
      after: text('恢复说明', { max: 60 }),
      sparedFor: text('不计的原因', { max: 200 }),
    },
  },
  title: ({ of, from }) => [of?.title, from?.replace('T', ' ')].filter(Boolean).join(' ') || '探测中断',
  columns: [
    { key: 'of' },
    { key: 'from' },
    { key: 'until' },
    { key: 'said' },
    { key: 'sparedFor', later: true },
  ],
  unique: ['of', 'from'],
  day: 'day',
  order: 'day',
  stages,
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples: (today) => {
    const found = (ago: number, from: string, until: string, said: string, spared?: string) => ({
      answers: {
        of: { id: '', title: '附加证明书业务系统' },
        day: addDays(today, -ago),
        from: `${addDays(today, -ago)}T${from}`,
        said,
      },
      ago,
      moves: [
        { move: 'recover', ago, data: { until: `${addDays(today, -ago)}T${until}` } },
        ...(spared === undefined ? [] : [{ move: 'spare', ago: ago - 1, data: { why: spared } }]),
      ],
    });
    return [
      found(33, '08:10', '09:25', '10秒内没有应答'),
      found(20, '22:00', '23:30', '连接被拒绝', '计划维护：数据库升级'),
      found(6, '15:15', '15:40', '应答 HTTP 503'),
    ];
  },
});

/** What an outage says of whose time. */
export const outageSpan = (row: KeptRow) => {
  const { of, from, until } = outageOf(row);
  const begin = instantOf(from);
  return of === undefined || begin === undefined
    ? undefined
    : { of: of.id, from: begin, to: instantOf(until) ?? null, counts: row.stage !== 'spared' };
};

/** What the program enters of one that begins. */
export const outageBegun = (
  of: { readonly id: string; readonly title: string },
  from: string,
  said: string,
) => ({
  of,
  day: dayInShanghai(from),
  from: minuteOf(from),
  said,
});
