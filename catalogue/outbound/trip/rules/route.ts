import { addDays } from '@zhitongche/base';
import type { Check, Finding } from '@zhitongche/case';
import { education2015, practice } from '../basis.ts';
import { INVITERS, labelOf } from '../choices.ts';
import { UNKNOWN_AFTER } from '../../../shared/entry-rules.ts';
import { entriesOf } from '../derive/entry.ts';
import { countryFacts } from '../../../shared/travel-standards.ts';
import { countriesVisited } from '../../../shared/travel-stays.ts';
import { key } from '../policy.ts';
import { longTransits, unaccounted } from './gaps.ts';
import { unplanned } from './programme.ts';
import { citing, NONE, one, rule } from './rule.ts';

const NO_INVITER: ReadonlySet<string> = new Set(['chinese-company', 'mission', 'overseas-chinese', 'agency']);
const FILL = practice('因公临时出国（境）申报要求', '行程真实、完整、前后一致');

/** Where the delegation goes, when, and who invites it. */
export const routeRules: readonly Check[] = [
  rule({
    code: 'R-34',
    title: '过境不得离开机场，不得绕道或借机停留',
    level: 'block',
    basis: practice('因公临时出国（境）团组须知', '过境不得出机场，不得绕道'),
    reads: ['legs'],
    run: ({ legs }, context) => [
      ...legs.flatMap((leg, i) =>
        leg.transit === true && leg.leftAirport === true
          ? [
              {
                at: ['legs', i, 'leftAirport'],
                message: `在${leg.country ?? `第${i + 1}站`}过境时不得离开机场`,
                en: 'A transit must stay inside the airport',
                todo: '请改为不离开机场；确有公务的，请按出访地填报',
              },
            ]
          : [],
      ),
      ...longTransits(legs, context),
    ],
  }),
  rule({
    code: 'C-01',
    title: '入境日期不早于出境日期，出境日期晚于申报当天',
    level: 'block',
    basis: FILL,
    reads: ['exitDate', 'entryDate'],
    run({ exitDate, entryDate }, { today }) {
      const findings: Finding[] = [];
      if (entryDate < exitDate)
        findings.push({
          at: ['entryDate'],
          message: '入境日期早于出境日期',
          en: 'The return is before the departure',
          todo: '请核对日期',
        });
      if (exitDate <= today)
        findings.push({
          at: ['exitDate'],
          message: '出境日期已到，因公出访须事先报批',
          en: 'Trips are approved before departure',
          todo: '请改填今后的日期',
        });
      return findings;
    },
  }),
  rule({
    code: 'C-02',
    title: '各站的抵达、离开日期在出入境日期之内，前后衔接',
    level: 'block',
    basis: FILL,
    reads: ['exitDate', 'entryDate', 'legs'],
    run({ exitDate, entryDate, legs }, context) {
      const { facts } = context;
      let previous = '';
      const wrong = legs.flatMap((leg, i): readonly Finding[] => {
        if (!leg.arrive || !leg.leave) return [];
        const city = leg.city ?? `第${i + 1}站`;
        // Across the date line the local day of the arrival may lie before the day of the departure.
        const behind = countryFacts(facts, leg.country ?? '').dayBehind;
        const arrived = behind ? addDays(leg.arrive, 1) : leg.arrive;
        const late = leg.leave < leg.arrive;
        const early = arrived < exitDate;
        const outside = early || leg.leave > entryDate;
        const overlap = arrived < previous;
        previous = leg.leave > previous ? leg.leave : previous;
        if (!late && !outside && !overlap) return [];
        return [
          {
            at: ['legs', i, late || (outside && !early) ? 'leave' : 'arrive'],
            message: late
              ? `${city}的离开日期早于抵达日期`
              : outside
                ? `${city}的日期不在出境、入境日期之内`
                : `${city}的抵达日期早于上一站的离开日期`,
            en: 'The dates of this stop do not fit the trip',
            todo: '请按实际行程核对各站日期',
          },
        ];
      });
      return wrong.length > 0 ? wrong : unaccounted(exitDate, entryDate, legs, context);
    },
  }),
  rule({
    code: 'C-03',
    title: '日程逐日填写上午、下午安排，超过30天的按周填写，覆盖全部在外日期',
    level: 'warn',
    basis: practice('因公出国请示文格式', '30天以内的逐日填写上午、下午安排，1个月以上的填写每周安排'),
    reads: ['exitDate', 'entryDate', 'programme'],
    run({ exitDate, entryDate, programme }) {
      const outside = programme.findIndex(
        (row) => row.date !== undefined && (row.date < exitDate || row.date > entryDate),
      );
      const findings: Finding[] = [...unplanned(exitDate, entryDate, programme)];
      if (outside >= 0)
        findings.push({
          at: ['programme', outside, 'date'],
          message: '这一项不在出境、入境日期之内',
          en: 'This entry is outside the trip',
          todo: '请核对日期',
        });
      return findings;
    },
  }),
  rule({
    code: 'C-04',
    title: '为审批、护照和签证留足时间，提前申报',
    level: 'info',
    basis: practice('各地申报时限', '一般提前1至2个月申报'),
    reads: ['exitDate'],
    run({ exitDate }, context) {
      const days = context.policy.number(key('lead-days'));
      if (exitDate >= addDays(context.today, days)) return NONE;
      return one({
        at: ['exitDate'],
        message: `距出境不足${days}天，护照和签证可能来不及`,
        en: `Less than ${days} days before departure: passports and visas may be late`,
        ...citing(context, 'lead-days'),
      });
    },
  }),
  rule({
    code: 'C-05',
    title: '赴港澳、赴台按各自事项申报',
    level: 'block',
    basis: practice('因公赴港澳、赴台管理规定', '赴港澳、赴台另行报批'),
    reads: ['legs'],
    run({ legs }, { facts }) {
      const kinds = new Map(countriesVisited(legs).map((name) => [name, countryFacts(facts, name).kind]));
      const taiwan = legs.findIndex(
        (leg) => leg.country !== undefined && kinds.get(leg.country) === 'taiwan',
      );
      if (taiwan >= 0)
        return one({
          at: ['legs', taiwan, 'country'],
          message: '赴台湾不在本事项办理',
          en: 'Visits to Taiwan are filed elsewhere',
          todo: '请按赴台事项申报',
        });
      if (kinds.size === 0 || [...kinds.values()].some((kind) => kind !== 'hk-macao')) return NONE;
      return one({
        at: ['legs', 0, 'country'],
        message: '只赴香港、澳门的，不在本事项办理',
        en: 'Visits to Hong Kong and Macao only are filed elsewhere',
        todo: '请按因公赴港澳事项申报',
      });
    },
  }),
  rule({
    code: 'C-06',
    title: '免签规定在行程结束前到期的，出访前向领事部门核实',
    level: 'info',
    basis: practice('中国与外国互免签证协定一览表（外交部领事司）', '以外交部最新公布的为准'),
    reads: ['members', 'legs'],
    run({ members, legs }, { facts }) {
      const asked = entriesOf(members, legs, facts).filter(({ source }) => source.includes(UNKNOWN_AFTER));
      return [...new Map(asked.map((entry) => [entry.country, entry])).values()].map(
        ({ country, source }) => ({
          at: ['legs', legs.findIndex((leg) => leg.country === country), 'country'],
          message: `赴${country}的免签规定${source}`,
          en: 'Whether a visa is needed is not known',
          todo: '请向领事部门核实，并留足办理签证的时间',
        }),
      );
    },
  }),
  rule({
    code: 'C-07',
    title: '参加其他单位团组的，组团单位填写组织团组的单位',
    level: 'block',
    basis: practice('因公护照申办须知（双跨参团）', '凭组团单位任务通知书办理任务确认件'),
    reads: ['caseType', 'organiser', 'filerUnit'],
    run: ({ caseType, organiser, filerUnit }) =>
      (caseType === 'span-join' || caseType === 'join') && organiser?.trim() === filerUnit?.trim()
        ? one({
            at: ['organiser'],
            message: '参加其他单位的团组，组团单位不是本单位',
            en: 'Whoever joins the group of another unit does not organise it',
            todo: '请填写组织该团组的单位，与任务通知书一致',
          })
        : NONE,
  }),
  rule({
    code: 'I-01',
    title: '不得由境外中资企业、外国驻华使领馆、华侨华人或中介机构邀请',
    level: 'block',
    basis: education2015('不得通过中介机构联系或购买邀请函'),
    reads: ['legs'],
    run: ({ legs, members, fundSources }) => {
      // An enterprise's own company abroad may invite its head, and nobody else.
      const heads = (members ?? []).some(
        ({ position, leadership }) =>
          position === 'enterprise-head' || (leadership && (fundSources ?? []).includes('enterprise')),
      );
      return legs.flatMap((leg, i): readonly Finding[] => {
        const { inviterKind } = leg;
        if (inviterKind === 'own-company' && !heads)
          return [
            {
              at: ['legs', i, 'inviterKind'],
              level: 'warn',
              message: '由本企业境外机构邀请的，只限企业负责人处理本企业境外业务',
              en: 'Only the head of an enterprise is invited by its own company abroad',
              todo: '请改由业务对口的外国单位邀请，或说明情况',
            },
          ];
        return NO_INVITER.has(inviterKind ?? '')
          ? [
              {
                at: ['legs', i, 'inviterKind'],
                message: `${labelOf(INVITERS, inviterKind)}不能作为邀请单位`,
                en: 'This kind of body cannot be the inviter',
                todo: '请由业务对口、级别相当的外国单位邀请',
              },
            ]
          : [];
      });
    },
  }),
  rule({
    code: 'M-06',
    title: '前往未建交国家的，须附外交部或有关主管部门批复',
    level: 'block',
    basis: practice('北京市因公普通护照申请流程', '前往未建交国家须附外交部或有关主管部门批复'),
    reads: ['legs'],
    run: ({ legs, missionOpinion }, { facts }) =>
      (missionOpinion ?? []).length > 0
        ? NONE
        : countriesVisited(legs).flatMap((name) =>
            countryFacts(facts, name).relations
              ? []
              : [
                  {
                    at: ['missionOpinion'],
                    message: `${name}与我国未建交，须附外交部批复`,
                    en: 'No diplomatic relations: a reply of the foreign ministry is needed',
                    todo: '请上传批复文件',
                  },
                ],
          ),
  }),
  rule({
    code: 'M-08',
    title: '前往敏感、热点国家（地区）的，须附我驻当地使领馆意见',
    level: 'block',
    basis: practice('北京市因公普通护照申请流程', '前往敏感、热点国家的须附我驻当地使领馆意见'),
    reads: ['legs'],
    run({ legs, missionOpinion }, context) {
      if ((missionOpinion ?? []).length > 0) return NONE;
      const hot = context.policy.list(key('sensitive-countries'));
      const cite = citing(context, 'sensitive-countries');
      return countriesVisited(legs).flatMap((name) =>
        hot.includes(name)
          ? [
              {
                at: ['missionOpinion'],
                message: `${name}属于敏感、热点国家（地区），须附我驻当地使领馆意见`,
                en: 'A sensitive destination: the opinion of the mission there is needed',
                todo: '请上传使领馆来函、来电',
                ...cite,
              },
            ]
          : [],
      );
    },
  }),
];
