import { addDays, daysInclusive, isJsonObject, type Json } from '@zhitongche/base';
import type { CaseState, CheckContext, Computed } from '@zhitongche/case';
import type { PolicyReader } from '@zhitongche/office';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { countIn, rowsAt, textIn, textsIn } from '../../shared/lookup-rows.ts';
import { PERMIT_SUSPENSION, RETURN_DAYS } from '../../shared/return-days.ts';
import { ENDORSEMENTS, PERMIT_STATES, PURPOSES } from './choices.ts';
import { type HkmAnswers, type HkmLeg, readHkm } from './form.ts';
import { type PermitStanding, permitStanding } from './permits.ts';
import { key } from './policy.ts';

/** Days of the longest single stay in a region: stops that follow one another there are one stay, whoever is visited. */
export const stayIn = (legs: readonly HkmLeg[], region: string): number => {
  let [since, until, longest] = ['', '', 0];
  for (const { country, arrive, leave } of legs) {
    if (country !== region || !arrive || !leave || leave < arrive) {
      until = '';
      continue;
    }
    if (until === '' || arrive < until || arrive > addDays(until, 1)) since = arrive;
    until = leave;
    longest = Math.max(longest, daysInclusive(since, until));
  }
  return longest;
};

/** Why the office may not approve it alone, each in words; nothing where it may. */
export const upReasons = (
  { legs = [], endorsement, aim }: HkmAnswers,
  policy: PolicyReader,
): readonly string[] => {
  const tooLong = (region: string, name: string): readonly string[] => {
    const [stay, most] = [stayIn(legs, region), policy.number(key(name))];
    return stay > most ? [`一次在${region}停留${stay}天，超过${most}天`] : [];
  };
  return [
    ...tooLong('香港', 'up.hongkong-days'),
    ...tooLong('澳门', 'up.macao-days'),
    ...(endorsement && policy.list(key('up.endorsements')).includes(endorsement)
      ? [`申请“${ENDORSEMENTS[endorsement]}”`]
      : []),
    ...(aim && policy.list(key('up.purposes')).includes(aim) ? [`任务类别为“${PURPOSES[aim]}”`] : []),
  ];
};

/** What a filing fixes. */
export interface HkmFigures {
  readonly [key: string]: Json;
  readonly days: number;
  readonly up: readonly string[];
  readonly permits: readonly PermitStanding[];
  /** Calendar days to hand permits in, and working days to report, as they were then. */
  readonly returnDays: number;
  readonly reportDays: number;
}

/** Days, what goes up, and how each traveller stands as to a permit. */
export const deriveHkm = (answers: HkmAnswers, { policy, facts, today }: CheckContext): HkmFigures => ({
  days: daysAbroad(answers.exitDate, answers.entryDate) ?? 0,
  up: [...upReasons(answers, policy)],
  permits: (answers.members ?? []).map((member) =>
    permitStanding(member, facts, {
      today,
      entryDate: answers.entryDate,
      suspendedDays: policy.number(PERMIT_SUSPENSION.key),
      monthsLeft: policy.number(key('permit-months')),
    }),
  ),
  returnDays: policy.number(RETURN_DAYS.key),
  reportDays: policy.number(key('report-days')),
});

const isState = (state: string): state is PermitStanding['state'] => Object.hasOwn(PERMIT_STATES, state);

/** Reads the figures a filing fixed. */
export const figuresOf = ({ derived }: Pick<CaseState, 'derived'>): HkmFigures => {
  const all = derived !== null && isJsonObject(derived) ? derived : {};
  return {
    days: countIn(all['days']),
    up: textsIn(all['up']),
    permits: rowsAt(all, 'permits').flatMap(({ state, number, until, due, suspendedTo }) => {
      const stands = textIn(state);
      return isState(stands)
        ? [
            {
              state: stands,
              number: textIn(number),
              until: textIn(until),
              due: textIn(due),
              suspendedTo: textIn(suspendedTo),
            },
          ]
        : [];
    }),
    returnDays: countIn(all['returnDays']),
    reportDays: countIn(all['reportDays']),
  };
};

/** The trip of a case. */
export const tripOf = ({ answers }: Pick<CaseState, 'answers'>): HkmAnswers => readHkm(answers);

const permitLine = ({ state, number, until, due, suspendedTo }: PermitStanding): string =>
  [
    PERMIT_STATES[state],
    number === '' ? '' : number,
    state === 'overdue' || state === 'suspended' ? `应于${due}交回` : until === '' ? '' : `有效期至${until}`,
    suspendedTo === '' ? '' : `暂停至${suspendedTo}`,
  ]
    .filter((part) => part !== '')
    .join('，');

/** Shown while one types: days, what goes up, and each traveller's permit. */
export const computed: readonly Computed[] = [
  {
    key: 'days',
    label: '在外天数',
    after: 'itinerary',
    show(derived) {
      const { days, up } = figuresOf({ derived });
      if (days === 0) return undefined;
      return {
        kind: 'text',
        text: `在外${days}天。${up.length === 0 ? '' : `须上报国务院港澳办：${up.join('；')}。`}`,
      };
    },
  },
  {
    key: 'permits',
    label: '通行证情况',
    after: 'members',
    show(derived) {
      const { permits } = figuresOf({ derived });
      if (permits.length === 0) return undefined;
      return {
        kind: 'table',
        columns: [
          { label: '人员', align: 'left' },
          { label: '通行证', align: 'left' },
        ],
        rows: permits.map((one, at) => [`第${at + 1}人`, permitLine(one)]),
        note: '按证照保管台账；没有登记在台账里的，按没有通行证处理',
      };
    },
  },
];
