import type { Check, CheckContext, Finding } from '@zhitongche/case';
import { compare, decimalOf, decimalText, times, type Decimal } from '@zhitongche/base';
import { funds516, practice } from '../basis.ts';
import { ceilingFindings } from '../ceilings.ts';
import { CURRENCIES, labelOf } from '../choices.ts';
import { derivedOf, deriveTrip } from '../derive/derive.ts';
import { rateOf, standardFor, standardOf } from '../../../shared/travel-standards.ts';
import { daysAbroad } from '../../../shared/days-abroad.ts';
import { otherBudget, tripAnswers } from '../effective.ts';
import type { Leg } from '../fields/itinerary.ts';
import type { TripAnswers } from '../form.ts';
import { key } from '../policy.ts';
import { citing, NONE, one, rule } from './rule.ts';

/** True when the price is above the cap; undefined while a rate between two currencies is missing. */
const above = (
  price: Decimal,
  currency: string,
  cap: Decimal,
  capCurrency: string,
  { facts, today }: CheckContext,
): boolean | undefined => {
  if (currency === capCurrency) return compare(price, cap) > 0;
  const [a, b] = [rateOf(facts, currency, today), rateOf(facts, capCurrency, today)];
  return a && b ? compare(times(price, a.rate), times(cap, b.rate)) > 0 : undefined;
};

const hotelFinding = (leg: Leg, i: number, context: CheckContext): readonly Finding[] => {
  const price = decimalOf(leg.hotelPrice);
  const standard = standardOf(context.facts, leg);
  if (!price || !standard) return [];
  const currency = leg.hotelCurrency ?? standard.currency;
  if (!above(price, currency, standard.lodging, standard.currency, context)) return [];
  const approved = leg.conferenceHotel === true && (leg.hotelApproval ?? '').trim() !== '';
  return [
    {
      at: ['legs', i, 'hotelPrice'],
      level: approved ? 'warn' : 'block',
      message: `${leg.city ?? ''}住宿每人每晚${decimalText(price)}${labelOf(CURRENCIES, currency)}，超过${standard.place}标准${decimalText(standard.lodging, 0)}${labelOf(CURRENCIES, standard.currency)}`,
      en: `The hotel is above the standard of ${decimalText(standard.lodging, 0)} ${standard.currency} a night`,
      todo: approved
        ? '已说明会议酒店的事前审批情况，请简述理由'
        : '请改订标准以内的酒店；须住会议指定酒店的，勾选并填写询价和事前审批情况',
    },
  ];
};

/** Whether what was sealed spoke of other money than is asked for now. */
const sealedBefore = (answers: TripAnswers, context: CheckContext): boolean => {
  const { state } = context;
  const scans = ({ budgetForm = [] }: TripAnswers): string => budgetForm.map(({ id }) => id).join();
  return (
    state !== undefined &&
    scans(tripAnswers(state.answers)) === scans(answers) &&
    otherBudget(derivedOf(state.derived), deriveTrip(answers, context))
  );
};

/** Money: opinions, carriers, journeys, hospitality, hotels and training fees. */
export const moneyRules: readonly Check[] = [
  rule({
    code: 'R-23',
    title: '任务和预算审批意见表的任务、预算两部分先由本单位外事、财务部门审核',
    level: 'block',
    basis: funds516('先审核后审批，无预算或超预算的不得安排出国'),
    reads: [],
    run(answers, context) {
      const { budgetForm } = answers;
      const asked = context.policy.list(key('unit-opinions'));
      // Where both departments sign here, their signatures are the form.
      if (asked.includes('affairs') && asked.includes('finance')) return NONE;
      if ((budgetForm ?? []).length > 0)
        return sealedBefore(answers, context)
          ? one({
              at: ['budgetForm'],
              message: '经费有变，上传的仍是原来的审批意见表',
              en: 'The money has changed, but the sealed form is the one of before',
              todo: '请由财务部门重新审核预算，上传重新盖章的审批意见表',
            })
          : NONE;
      return one({
        at: ['budgetForm'],
        message: '还没有上传任务和预算审批意见表',
        en: 'The task and budget opinion form is missing',
        todo: '请上传任务部分、预算部分分别盖章的审批意见表',
      });
    },
  }),
  rule({
    code: 'F-06',
    title: '使用部门预算的出访须在批准的年度预算之内',
    level: 'block',
    basis: funds516('先审核后审批，无预算或超预算的不得安排出国'),
    reads: ['inBudget'],
    run: ({ inBudget }) =>
      inBudget
        ? NONE
        : one({
            at: ['inBudget'],
            message: '出访经费没有列入本年度部门预算',
            en: 'The cost is not inside the approved budget of the year',
            todo: '请先按程序落实预算，或改用其他经费来源',
          }),
  }),
  rule({
    code: 'F-10',
    title: '出访费用在本单位因公出国（境）额度之内',
    level: 'block',
    basis: funds516('先审核后审批，无预算或超预算的不得安排出国'),
    reads: [],
    run: (answers, context) => ceilingFindings(deriveTrip(answers, context).funding.cny, context),
  }),
  rule({
    code: 'R-30',
    title: '优先选择我国航空公司；因衔接需要选择外国航空公司的须事前审批',
    level: 'warn',
    basis: funds516('应优先选择由我国航空公司运营的国际航线'),
    reads: ['fares'],
    run: ({ fares }) =>
      fares.flatMap((fare, i) =>
        fare.carrier === 'foreign'
          ? [
              {
                at: ['fares', i, 'carrier'],
                message: '选择了外国航空公司的航班',
                en: 'A foreign carrier is chosen',
                todo: (fare.reason ?? '').trim() === '' ? '请说明理由并经事前审批' : '请确认已经事前审批',
              },
            ]
          : [],
      ),
  }),
  rule({
    code: 'R-32',
    title: '国外城市间交通须在出访计划中列明',
    level: 'warn',
    basis: funds516('出国人员未在出国计划中列明的城市间交通费不予报销'),
    reads: ['journeys', 'legs'],
    run({ journeys, legs }) {
      const cities = new Set(legs.map((leg) => leg.city?.trim()));
      return journeys.flatMap((journey, i) => {
        if (journey.kind !== 'intercity') return [];
        const unknown = [journey.from, journey.to].filter((place) => place && !cities.has(place.trim()));
        return unknown.length === 0
          ? []
          : [
              {
                at: ['journeys', i, 'to'],
                message: `${unknown.join('、')}不在出访地中`,
                en: 'This journey leads to a city that is not in the itinerary',
                todo: '请在“出访地”补充该城市，或说明理由',
              },
            ];
      });
    },
  }),
  rule({
    code: 'R-33',
    title: '原则上不对外宴请、不赠送礼品；确需安排的随计划一并报批',
    level: 'warn',
    basis: funds516('出访用餐应当勤俭节约，原则上不搞宴请、不赠送礼品'),
    reads: [],
    run({ banquet, gifts }) {
      return [
        ...(banquet
          ? [
              {
                at: ['banquet'],
                message: '安排了宴请',
                en: 'A banquet is planned',
                todo: '请说明对象、人数和标准，每人不宜超过当地一天的伙食费标准',
              },
            ]
          : []),
        ...(gifts
          ? [{ at: ['gifts'], message: '安排了赠送礼品', en: 'Gifts are planned', todo: '请说明对象和标准' }]
          : []),
      ];
    },
  }),
  rule({
    code: 'F-01',
    title: '住宿费不超过当地标准；会议指定酒店须询价并事前审批',
    level: 'block',
    basis: funds516('住宿费在规定的标准之内据实报销；标准见财行〔2017〕434号'),
    reads: ['legs'],
    run: ({ legs }, context) => legs.flatMap((leg, i) => hotelFinding(leg, i, context)),
  }),
  rule({
    code: 'F-02',
    title: '没有开支标准的国家参照经济水平相近的邻国执行',
    level: 'warn',
    basis: funds516('与我新建交或未建交国家，参照经济水平相近的邻国标准执行'),
    reads: ['legs'],
    run: ({ legs }, { facts }) =>
      legs.flatMap((leg, i) => {
        if (!leg.country || leg.transit !== false || standardFor(facts, leg.country, leg.city)) return [];
        const neighbour = standardOf(facts, leg);
        return [
          {
            at: ['legs', i, 'standardFrom'],
            // Without any standard there is no lodging and no meals in the sum.
            ...(neighbour ? {} : { level: 'block' as const }),
            message: `${leg.country}没有开支标准${neighbour ? `，参照${neighbour.place}标准计算` : ''}`,
            en: 'There is no expense standard for this country',
            todo: neighbour ? '请说明为何参照这个国家' : '请填写参照哪个邻国的标准',
          },
        ];
      }),
  }),
  rule({
    code: 'F-03',
    title: '培训费不超过每人每天的标准',
    level: 'block',
    basis: practice('财行〔2014〕4号《因公短期出国培训费用管理办法》', '培训费在标准之内据实列支'),
    reads: ['legs'],
    run: ({ legs }, { facts }) =>
      legs.flatMap((leg, i): readonly Finding[] => {
        const fee = decimalOf(leg.trainingFee);
        if (!fee || !leg.country) return [];
        const row = facts.table('training-fees').find((r) => r.country === leg.country);
        const cap = decimalOf(row?.cap);
        if (!cap)
          return [
            {
              at: ['legs', i, 'trainingFee'],
              level: 'info',
              message: `标准表中没有${leg.country}的培训费标准，请参照水平相近的国家`,
              en: 'No training fee standard for this country; a similar country applies',
            },
          ];
        if (compare(fee, cap) <= 0) return [];
        return [
          {
            at: ['legs', i, 'trainingFee'],
            message: `培训费每人每天${decimalText(fee)}，超过${leg.country}标准${decimalText(cap, 0)}`,
            en: 'The training fee is above the standard',
            todo: '请调整培训费',
          },
        ];
      }),
  }),
  rule({
    code: 'F-04',
    title: '在外时间较长的，伙食费、公杂费由审批部门核定',
    level: 'info',
    basis: practice('同济财〔2018〕15号', '超过14天的伙食费、公杂费个案核定'),
    reads: ['exitDate', 'entryDate'],
    run({ exitDate, entryDate }, context) {
      const days = daysAbroad(exitDate, entryDate) ?? 0;
      const limit = context.policy.number(key('long-stay-days'));
      if (days <= limit) return NONE;
      return one({
        at: ['entryDate'],
        message: `在外${days}天，超过${limit}天的伙食费、公杂费由审批部门个案核定`,
        en: `Allowances beyond ${limit} days are decided case by case`,
        ...citing(context, 'long-stay-days'),
      });
    },
  }),
];
