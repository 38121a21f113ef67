import type { Check, CheckContext } from '@zhitongche/case';
import { academic17, opinion16 } from '../basis.ts';
import { MISSION_KINDS, labelOf } from '../choices.ts';
import { countryFacts } from '../../../shared/travel-standards.ts';
import { countriesVisited } from '../../../shared/travel-stays.ts';
import { daysAbroad } from '../../../shared/days-abroad.ts';
import { isTraining } from '../fields/itinerary.ts';
import type { TripAnswers } from '../form.ts';
import { key } from '../policy.ts';
import { academicTrip, citing, decidedByCase, NONE, one, rule } from './rule.ts';

interface DayLimit {
  readonly days: number;
  /** Which of the three limits applies: 1, 2 or 3 countries; 3 while no country is filled in yet. */
  readonly bracket: 1 | 2 | 3;
  readonly limit: number;
  /** Days added for far-away countries with poor connections. */
  readonly extra: number;
}

const dayLimit = (answers: TripAnswers, context: CheckContext): DayLimit | undefined => {
  const days = daysAbroad(answers.exitDate, answers.entryDate);
  if (days === undefined) return undefined;
  const countries = countriesVisited(answers.legs ?? []);
  const bracket = countries.length === 1 ? 1 : countries.length === 2 ? 2 : 3;
  const far = countries.some((name) => countryFacts(context.facts, name).farAway);
  return {
    days,
    bracket,
    limit: context.policy.number(key(`max-days.${bracket}`)),
    extra: far ? context.policy.number(key('extra-days.far')) : 0,
  };
};

const requested = (answers: TripAnswers, context: CheckContext): boolean =>
  (answers.longerStay ?? []).length > 0 && context.policy.flag(key('longer-stay-by-request'));

const dayRule = (code: string, bracket: 1 | 2 | 3, shipped: number): Check =>
  rule({
    code,
    title: `出访${bracket}国的，在外天数不超过规定（出境、入境日均计入；一般为${shipped}天）`,
    level: 'block',
    basis: opinion16(`出访${bracket}个国家在外停留不超过${shipped}天`),
    reads: ['exitDate', 'entryDate'],
    run(answers, context) {
      const found = dayLimit(answers, context);
      if (!found || found.bracket !== bracket || decidedByCase(answers)) return NONE;
      const allowed = found.limit + found.extra;
      if (found.days <= allowed || requested(answers, context)) return NONE;
      return one({
        at: ['entryDate'],
        message: `在外${found.days}天，出访${bracket}国最多${allowed}天，超出${found.days - allowed}天`,
        en: `${found.days} days abroad; at most ${allowed} for ${bracket} ${bracket === 1 ? 'country' : 'countries'}`,
        todo: '请缩短行程；确需延长的，在“申报材料”中附书面请示',
        ...citing(context, `max-days.${bracket}`),
      });
    },
  });

/** R-01 …: days, countries and size of a delegation. */
export const limitRules: readonly Check[] = [
  dayRule('R-01', 1, 5),
  dayRule('R-02', 2, 8),
  dayRule('R-03', 3, 10),
  rule({
    code: 'R-04',
    title: '前往拉美、非洲航班衔接不便国家的，可增加天数并说明理由',
    level: 'warn',
    basis: opinion16('拉美、非洲航班衔接不便的国家可增加1天'),
    reads: ['exitDate', 'entryDate', 'legs'],
    run(answers, context) {
      const found = dayLimit(answers, context);
      if (!found || found.extra === 0 || decidedByCase(answers)) return NONE;
      if (found.days <= found.limit || found.days > found.limit + found.extra) return NONE;
      return one({
        at: ['entryDate'],
        message: `在外${found.days}天，用到了拉美、非洲国家可增加的${found.extra}天`,
        en: `${found.days} days use the ${found.extra} extra day allowed for Latin America and Africa`,
        todo: '请说明航班衔接情况',
        ...citing(context, 'extra-days.far'),
      });
    },
  }),
  rule({
    code: 'R-05',
    title: '确需超过规定天数的，须附书面请示',
    level: 'warn',
    basis: opinion16('确需增加天数的应书面说明'),
    reads: ['exitDate', 'entryDate'],
    run(answers, context) {
      const found = dayLimit(answers, context);
      if (!found || decidedByCase(answers) || !requested(answers, context)) return NONE;
      if (found.days <= found.limit + found.extra) return NONE;
      return one({
        at: ['longerStay'],
        message: `在外${found.days}天超出规定，已附书面请示，由审批部门个案审定`,
        en: `${found.days} days exceed the limit; a written request is attached and will be decided case by case`,
        todo: '请简要说明延长理由',
        ...citing(context, 'longer-stay-by-request'),
      });
    },
  }),
  rule({
    code: 'R-06',
    title: '国际会议、机制性磋商、特殊使命、突发事件、体育、演出、大型展览、培训团组的人数和天数按个案审定',
    level: 'info',
    basis: opinion16('国际会议、机制性磋商、特殊使命、突发事件、体育、演出、大型招商展览、培训团组个案审定'),
    reads: ['missionKind'],
    run(answers, context) {
      if (!decidedByCase(answers) || academicTrip(answers)) return NONE;
      const found = dayLimit(answers, context);
      const members = (answers.members ?? []).length;
      const overDays = found !== undefined && found.days > found.limit + found.extra;
      if (!overDays && members <= context.policy.number(key('max-members'))) return NONE;
      const kind = isTraining(answers) ? MISSION_KINDS.training : labelOf(MISSION_KINDS, answers.missionKind);
      return one({
        at: ['missionKind'],
        message: `任务性质为“${kind}”，人数和天数由审批部门按个案审定`,
        en: 'Size and days of this kind of mission are decided case by case',
      });
    },
  }),
  rule({
    code: 'R-07',
    title: '每次出访的国家和地区（含经停）不超过规定个数，未离开机场的过境不计',
    level: 'block',
    basis: opinion16('每次出访不超过3个国家和地区，含经停'),
    reads: ['legs'],
    run(answers, context) {
      const countries = countriesVisited(answers.legs);
      const limit = context.policy.number(key('max-countries'));
      if (countries.length <= limit) return NONE;
      return one({
        at: ['legs'],
        message: `共出访${countries.length}个国家和地区（${countries.join('、')}），最多${limit}个`,
        en: `${countries.length} countries and regions; at most ${limit} in one trip`,
        todo: '请减少出访国家；只在机场转机的，请勾选“仅过境”并注明未离开机场',
        ...citing(context, 'max-countries'),
      });
    },
  }),
  rule({
    code: 'R-08',
    title: '团组人数（含翻译）不超过规定人数',
    level: 'block',
    basis: opinion16('每个团组总人数不超过6人，含翻译'),
    reads: ['members'],
    run(answers, context) {
      const limit = context.policy.number(key('max-members'));
      const own = answers.members.length;
      const { groupTotal } = answers;
      if (groupTotal !== undefined && groupTotal < own)
        return one({
          at: ['groupTotal'],
          message: `所参加团组的总人数${groupTotal}人，少于本申报的${own}人`,
          en: 'The group as a whole is smaller than the people sent to it',
          todo: '请填写整个团组的人数，含本申报人员',
        });
      const count = groupTotal ?? own;
      if (count <= limit || decidedByCase(answers)) return NONE;
      const joins = groupTotal !== undefined;
      return one({
        at: [joins ? 'groupTotal' : 'members'],
        message: `${joins ? '所参加的' : ''}团组共${count}人，最多${limit}人（含翻译），超出${count - limit}人`,
        en: `${count} members; at most ${limit} including interpreters`,
        todo: joins
          ? '请与组团单位核对；属于国际会议、演出、展览等任务的，请核对“任务性质”'
          : '请减少人员；属于国际会议、演出、展览等任务的，请核对“任务性质”',
        ...citing(context, 'max-members'),
      });
    },
  }),
  rule({
    code: 'R-20',
    title: '教学科研人员学术交流合作的次数、人数、天数按实际需要安排',
    level: 'info',
    basis: academic17('教学科研人员出国开展学术交流合作，不计入因公临时出国批次限量管理范围'),
    reads: ['missionKind', 'members'],
    run(answers) {
      if (answers.missionKind !== 'academic') return NONE;
      if (academicTrip(answers))
        return one({
          at: ['missionKind'],
          message: '按学术交流合作管理，次数、人数和天数由派出单位按实际需要安排',
          en: 'Academic exchange: trips, size and days follow actual need',
        });
      return answers.members.flatMap((member, i) =>
        member.academic === false
          ? [
              {
                at: ['members', i, 'academic'],
                message: `${member.name ?? '该人员'}不是教学科研人员，本团组按一般因公出访的人数和天数管理`,
                en: 'Not teaching or research staff: the ordinary limits apply to the group',
              },
            ]
          : [],
      );
    },
  }),
];
