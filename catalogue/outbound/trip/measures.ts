import { isDay, type Json } from '@zhitongche/base';
import { type CaseSubject, type Measure, measureCases, type MeasureSort } from '@zhitongche/measure';
import { textIn } from '../../shared/lookup-rows.ts';

type Row = Readonly<Record<string, Json | undefined>>;

/** How one measure is read off the rows a trip has in a register of its own. */
interface Counting {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly sort: MeasureSort;
  readonly register: 'trips' | 'trip-reports' | 'passport-custody';
  /** Column with the day it counts on; a row without one is not counted. */
  readonly day: string;
  /** Whether a row is counted at all; of a rate, whether it could. */
  readonly counts: (row: Row) => boolean;
  /** How much it counts; of a rate whether it holds. Absent = once. */
  readonly n?: (row: Row) => number | boolean;
}

const going = ({ status }: Row): boolean => status !== 'revoked';
const group = (row: Row): boolean => going(row) && row.first === true;
const home = (row: Row): boolean => row.status === 'returned';
const own = (row: Row): boolean => row.ownOffice === true;
const tooLong = ({ overstay }: Row): boolean => typeof overstay === 'number' && overstay > 0;
const inUsa = ({ countries }: Row): boolean => Array.isArray(countries) && countries.includes('美国');
const number = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);

const TRIPS = { register: 'trips', day: 'exitDate' } as const;
const REPORTS = { register: 'trip-reports', day: 'returned' } as const;

const COUNTED: Readonly<Record<string, Counting>> = {
  'out.travellers': {
    ...TRIPS,
    name: '审核审批因公出国（境）人数',
    what: '已批准且未撤销的出访，按出境日期计，每人每次一计',
    unit: '人次',
    sort: 'person-times',
    counts: going,
  },
  'out.own_travellers': {
    ...TRIPS,
    name: '本办团组出国（境）人次',
    what: '本办自己的团组中已回国的人',
    unit: '人次',
    sort: 'person-times',
    counts: (row) => going(row) && home(row) && own(row),
  },
  'out.groups': {
    ...TRIPS,
    name: '出访团组数',
    what: '已批准且未撤销的团组，按出境日期计',
    unit: '个',
    sort: 'groups',
    counts: group,
  },
  'out.own_groups': {
    ...TRIPS,
    name: '本办组织出访团组数',
    what: '本办自己的、已回国的团组',
    unit: '个',
    sort: 'groups',
    counts: (row) => group(row) && home(row) && own(row),
  },
  'out.overstay': {
    ...TRIPS,
    name: '超期回国团组数',
    what: '在外天数多于批准天数的团组',
    unit: '个',
    sort: 'groups',
    counts: (row) => group(row) && home(row) && tooLong(row),
  },
  'out.days.as_approved': {
    ...TRIPS,
    name: '在外天数未超批准率',
    what: '已回国团组中在外天数不多于批准天数的',
    unit: '',
    sort: 'rate',
    counts: (row) => group(row) && home(row),
    n: (row) => !tooLong(row),
  },
  'out.travellers_us': {
    ...TRIPS,
    name: '赴美人次',
    what: '行程中有美国的出访',
    unit: '人次',
    sort: 'person-times',
    counts: (row) => going(row) && inUsa(row),
  },
  'out.report.rate': {
    ...REPORTS,
    name: '出访报告提交率',
    what: '已回国、应提交报告的团组中已提交的',
    unit: '',
    sort: 'rate',
    counts: () => true,
    n: ({ filedOn }) => filedOn !== '',
  },
  'out.report.on_time': {
    ...REPORTS,
    name: '出访报告按期提交率',
    what: '已回国、应提交报告的团组中按期提交的',
    unit: '',
    sort: 'rate',
    counts: () => true,
    n: ({ onTime }) => onTime === true,
  },
  'out.report.quality': {
    ...REPORTS,
    name: '出访报告规范率',
    what: '已审阅的报告中内容规范的',
    unit: '',
    sort: 'rate',
    counts: ({ inOrder }) => typeof inOrder === 'boolean',
    n: ({ inOrder }) => inOrder === true,
  },
  'out.purpose': {
    ...REPORTS,
    name: '出访目的达成率',
    what: '已评定的团组中任务全部完成的',
    unit: '',
    sort: 'rate',
    counts: ({ purposeMet }) => purposeMet !== '',
    n: ({ purposeMet }) => purposeMet === 'full',
  },
  'out.outside': {
    ...TRIPS,
    name: '计划外团组数',
    what: '已批准且未撤销、没有列入年度计划的团组，按出境日期计',
    unit: '个',
    sort: 'groups',
    counts: (row) => group(row) && row.plan === '',
  },
  'out.plan.trips': {
    register: 'trips',
    day: 'plannedExit',
    name: '列入计划团组成行率',
    what: '申报时列入年度计划的团组中已成行并回国的，按批准的出境日期计',
    unit: '',
    sort: 'rate',
    counts: ({ first, plan }) => first === true && plan !== '',
    n: home,
  },
  'intent.count': {
    ...REPORTS,
    name: '达成合作意向',
    what: '出访报告中写明的合作意向',
    unit: '个',
    sort: 'things',
    counts: ({ intents }) => number(intents) > 0,
    n: ({ intents }) => number(intents),
  },
  'out.passports.on_time': {
    register: 'passport-custody',
    day: 'due',
    name: '因公证件按期交回率',
    what: '已交回的证件中不晚于应交回日期的',
    unit: '',
    sort: 'rate',
    counts: ({ returnedOn }) => returnedOn !== '',
    n: ({ due, returnedOn }) => textIn(returnedOn) <= textIn(due),
  },
  'sla.approval': {
    register: 'trips',
    day: 'decidedOn',
    name: '按承诺时限办结率',
    what: '已作出决定的团组和APEC卡申请中没有超过承诺时限的，按决定日期计',
    unit: '',
    sort: 'rate',
    counts: ({ first }) => first === true,
    n: ({ late }) => late === false,
  },
};

const measureOf = ([code, { register, day, counts, n = () => 1, ...told }]: [
  string,
  Counting,
]): Measure<CaseSubject> => ({
  code,
  edition: 1,
  ...told,
  lines: ({ rows }) =>
    rows(register)
      .filter((row) => isDay(row[day]) && counts(row))
      .map((row) => ({ day: textIn(row[day]), n: String(Number(n(row))) })),
});

/** What the trips of an office come to, by the source codes of indicator tables. */
export const tripMeasures = measureCases('outbound-trip', Object.entries(COUNTED).map(measureOf));
