import { type Block, type Cell, dayInChinese, dayInShanghai } from '@zhitongche/base';
import type { PaperFacts, Seat } from '@zhitongche/case';
import { type Role, roleLabel } from '@zhitongche/access';
import { rules } from '../rules/index.ts';
import { sentence } from '../../../shared/papers.ts';
import type { TripWords } from './parts.ts';

const label = (text: string): Cell => ({ text, label: true });

/** What the form asks of the task, and the rules that answer it. */
const COMPLIANCE = [
  { asks: '时间', codes: ['R-01', 'R-02', 'R-03', 'R-04', 'R-05', 'R-06'] },
  { asks: '国别', codes: ['R-07'] },
  { asks: '路线', codes: ['R-32', 'R-34'] },
  { asks: '人数', codes: ['R-08'] },
] as const;

/**
 * What the rules found of one point: nothing, or what the unit had to explain. What stops a filing cannot be found here,
 * for the case would not have been filed.
 */
const foundOf = ({ explanations }: PaperFacts['state'], codes: readonly string[]): string => {
  const explained = codes.flatMap((code) => {
    const why = explanations[code];
    const title = rules.find((rule) => rule.code === code)?.title ?? code;
    return why ? [`${title}：${sentence(why)}`] : [];
  });
  return explained.length === 0 ? '经按规定核对，未发现不符合的情形。' : `须说明：${explained.join('')}`;
};

const pledgeOf = ({ trip }: TripWords): string =>
  (trip.secrecyPledge ?? []).length > 0
    ? '有涉密人员，已附保密义务承诺书和单位同意派出函。'
    : '未申报涉密人员。';

/** What the rules found of a trip that was filed. */
export const found =
  (state: PaperFacts['state']) =>
  (codes: readonly string[]): string =>
    foundOf(state, codes);

/** 任务审核 and 保密审核: plan, aim and need, and what is said of time, countries, route and number by the codes of their rules. */
export const taskReview = (
  words: TripWords,
  says: (codes: readonly string[]) => string,
  secrecy: string = pledgeOf(words),
): readonly Block[] => {
  const { trip } = words;
  const figures = {
    时间: `${words.dates}，在外停留${words.days}天。`,
    国别: `${words.countries}${words.via}。`,
    路线: sentence(trip.route),
    人数: `${words.members.length}人。`,
  };
  return [
    { kind: 'heading', level: 2, text: '任务审核和保密审核' },
    {
      kind: 'table',
      size: 'list',
      widths: [10, 40],
      rows: [
        [
          label('是否列入年度计划'),
          trip.inPlan ? `列入，${trip.planNumber ?? ''}` : `未列入。${trip.planSwap ?? ''}`,
        ],
        [label('出访目标和必要性'), `${sentence(trip.necessity)}${sentence(trip.results)}`],
        ...COMPLIANCE.map(({ asks, codes }) => [label(`${asks}是否合规`), `${figures[asks]}${says(codes)}`]),
        [label('保密审核'), secrecy],
      ],
    },
  ];
};

/** Steps at which the unit speaks, and the department above it. */
const OF_UNIT: Readonly<Record<string, string>> = {
  'unit-opinions': '部门意见',
  'unit-sign': '单位签批',
  'again-finance': '补正后的预算审核',
  'again-sign': '单位签批补正',
  'again-superior': '主管部门审核补正',
  'change-finance': '变更后的预算审核',
  'change-sign': '单位签批变更',
  'extension-finance': '延期后的预算审核',
  'extension-sign': '单位签批延期',
  superior: '主管部门审核',
};

/** True for what the unit said of its own trip, which is the basis of the offices' decision and no part of it. */
const saidByUnit = ({ step }: Pick<Seat, 'step'>): boolean => Object.hasOwn(OF_UNIT, step);

/** 同意 or 不同意, as a seat of the unit decided. */
export const verdictOf = ({ verdict }: Seat): string => (verdict === 'agree' ? '同意' : '不同意');

/** A seat as a line of the record: at which desk, who, what, when. */
const seatLine = (seat: Seat, desk: string): readonly string[] => [
  desk,
  seat.doer?.name ?? '',
  seat.opinion ?? verdictOf(seat),
  seat.at ? dayInChinese(dayInShanghai(seat.at)) : '',
];

/** Departments that sign in a half of the form of their own. */
const HALVES: readonly Role[] = ['unit-affairs', 'unit-finance'];

/** 单位意见: what else was said in the unit and who signed for it, latest word of each. */
export const unitOpinions = (seats: readonly Seat[]): readonly Block[] => {
  const own = seats.filter(
    ({ step, role }) =>
      saidByUnit({ step }) && !(step === 'unit-opinions' && role !== undefined && HALVES.includes(role)),
  );
  if (own.length === 0) return [];
  const last = new Map(own.map((seat) => [`${seat.step}/${seat.role ?? ''}`, seat]));
  return [
    { kind: 'heading', level: 2, text: '单位意见' },
    {
      kind: 'table',
      size: 'list',
      widths: [14, 8, 20, 12],
      header: [['部门', '姓名', '意见', '日期']],
      rows: [...last.values()].map((seat) =>
        seatLine(
          seat,
          seat.step === 'unit-opinions' && seat.role ? roleLabel(seat.role) : (OF_UNIT[seat.step] ?? ''),
        ),
      ),
    },
  ];
};
