import { isDay, type Json } from '@zhitongche/base';
import { type CaseSubject, type Measure, measureCases, type MeasureSort } from '@zhitongche/measure';
import { textIn } from '../../shared/lookup-rows.ts';

type Row = Readonly<Record<string, Json | undefined>>;

interface Counting {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly sort: MeasureSort;
  readonly register: 'hkm-trips' | 'hkm-permits';
  /** Column with the day it counts on. */
  readonly day: string;
  readonly counts: (row: Row) => boolean;
  /** Of a rate, whether it holds; else each counts once. */
  readonly holds?: (row: Row) => boolean;
}

const going = ({ status }: Row): boolean => status !== 'revoked';
const group = (row: Row): boolean => going(row) && row.first === true;
const home = ({ status }: Row): boolean => status === 'returned';
const own = ({ ownOffice }: Row): boolean => ownOffice === true;
const went = (region: string) => (row: Row) =>
  going(row) && Array.isArray(row.countries) && row.countries.includes(region);

const TRIPS = { register: 'hkm-trips', day: 'exitDate' } as const;
const TIMES = { ...TRIPS, unit: '人次', sort: 'person-times' } as const;
const GROUPS = { ...TRIPS, unit: '个', sort: 'groups' } as const;

/** The first four and the rate of promises are counted together with trips abroad, under one name each. */
const COUNTED: Readonly<Record<string, Counting>> = {
  'out.travellers': {
    ...TIMES,
    name: '审核审批因公出国（境）人数',
    what: '已批准且未撤销的出访，按出境日期计，每人每次一计',
    counts: going,
  },
  'out.own_travellers': {
    ...TIMES,
    name: '本办团组出国（境）人次',
    what: '本办自己的团组中已回国的人',
    counts: (row) => going(row) && home(row) && own(row),
  },
  'out.groups': {
    ...GROUPS,
    name: '出访团组数',
    what: '已批准且未撤销的团组，按出境日期计',
    counts: group,
  },
  'out.own_groups': {
    ...GROUPS,
    name: '本办组织出访团组数',
    what: '本办自己的、已回国的团组',
    counts: (row) => group(row) && home(row) && own(row),
  },
  'sla.approval': {
    register: 'hkm-trips',
    day: 'decidedOn',
    name: '按承诺时限办结率',
    what: '已作出决定的团组和APEC卡申请中没有超过承诺时限的，按决定日期计',
    unit: '',
    sort: 'rate',
    counts: ({ first }) => first === true,
    holds: ({ late }) => late === false,
  },
  'hkm.groups': { ...GROUPS, name: '赴港澳团组数', what: '已批准且未撤销的赴港澳团组', counts: group },
  'hkm.hongkong': {
    ...TIMES,
    name: '因公赴香港人次',
    what: '已批准且未撤销、前往地有香港的，每人每次一计',
    counts: went('香港'),
  },
  'hkm.macao': {
    ...TIMES,
    name: '因公赴澳门人次',
    what: '已批准且未撤销、前往地有澳门的，每人每次一计',
    counts: went('澳门'),
  },
  'hkm.permits.on_time': {
    register: 'hkm-permits',
    day: 'due',
    name: '赴港澳通行证按期交回率',
    what: '已交回的通行证中不晚于应交回日期的',
    unit: '',
    sort: 'rate',
    counts: ({ state }) => state === 'returned' || state === 'damaged',
    holds: ({ late }) => late === false,
  },
};

const measureOf = ([code, { register, day, counts, holds, ...told }]: [
  string,
  Counting,
]): Measure<CaseSubject> => ({
  code,
  edition: 1,
  ...told,
  lines: ({ rows }) =>
    rows(register)
      .filter((row) => isDay(row[day]) && counts(row))
      .map((row) => ({ day: textIn(row[day]), n: holds && !holds(row) ? '0' : '1' })),
});

/** What trips to Hong Kong and Macao come to. */
export const hkmMeasures = measureCases('hkm-trip', Object.entries(COUNTED).map(measureOf));
