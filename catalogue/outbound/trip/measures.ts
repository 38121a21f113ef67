import type { Json } from '@zhitongche/base';

/** A register row as the server keeps it. */
export type RegisterRow = Readonly<Record<string, Json | undefined>>;

/** Rows of the three registers of this service. */
export interface TripRegisters {
  readonly trips: readonly RegisterRow[];
  readonly reports: readonly RegisterRow[];
  readonly custody: readonly RegisterRow[];
}

/** What an indicator comes to; a rate also says of how many, null while there is nothing to divide by. */
export interface Measured {
  readonly value: number | null;
  readonly of?: number;
}

/** An indicator this service feeds; `code` is the source named by indicator tables. */
export interface Measure {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  /** Computes it for a calendar year of departure. */
  readonly of: (registers: TripRegisters, year: number) => Measured;
}

const inYear = (value: Json | undefined, year: number): boolean =>
  typeof value === 'string' && value.startsWith(`${year}-`);

const going = (rows: readonly RegisterRow[], year: number): readonly RegisterRow[] =>
  rows.filter((row) => row.status !== 'revoked' && inYear(row.exitDate, year));

/** One row per delegation. */
const groups = (rows: readonly RegisterRow[]): readonly RegisterRow[] =>
  rows.filter((row) => row.first === true);

const home = (rows: readonly RegisterRow[]): readonly RegisterRow[] =>
  rows.filter((row) => row.status === 'returned');

/** Delegations that stayed longer than approved; rows of older programs do not tell. */
const overstayed = (rows: readonly RegisterRow[]): readonly RegisterRow[] =>
  rows.filter(({ overstay }) => typeof overstay === 'number' && overstay > 0);

const rate = (part: number, all: number): Measured => ({
  value: all === 0 ? null : Math.round((part * 10_000) / all) / 100,
  of: all,
});

const includes = (list: Json | undefined, name: string): boolean =>
  Array.isArray(list) && list.includes(name);

const dueReports = (rows: readonly RegisterRow[], year: number): readonly RegisterRow[] =>
  rows.filter((row) => inYear(row.returned, year));

/** Indicators computed from the registers; how they are held against targets is the indicator room's business. */
export const measures: readonly Measure[] = [
  {
    code: 'out.travellers',
    label: '审核审批因公出国（境）人数',
    unit: '人次',
    of: ({ trips }, year) => ({ value: going(trips, year).length }),
  },
  {
    code: 'out.own_travellers',
    label: '本办团组出国（境）人次',
    unit: '人次',
    of: ({ trips }, year) => ({
      value: home(going(trips, year)).filter((row) => row.ownOffice === true).length,
    }),
  },
  {
    code: 'out.groups',
    label: '出访团组数',
    unit: '个',
    of: ({ trips }, year) => ({ value: groups(going(trips, year)).length }),
  },
  {
    code: 'out.own_groups',
    label: '本办组织出访团组数',
    unit: '个',
    of: ({ trips }, year) => ({
      value: home(groups(going(trips, year))).filter((row) => row.ownOffice === true).length,
    }),
  },
  {
    code: 'out.overstay',
    label: '超期回国团组数',
    unit: '个',
    of: ({ trips }, year) => ({ value: overstayed(home(groups(going(trips, year)))).length }),
  },
  {
    code: 'out.days.as_approved',
    label: '在外天数未超批准率',
    unit: '%',
    of({ trips }, year) {
      const back = home(groups(going(trips, year)));
      return rate(back.length - overstayed(back).length, back.length);
    },
  },
  {
    code: 'out.travellers_us',
    label: '赴美人次',
    unit: '人次',
    of: ({ trips }, year) => ({
      value: going(trips, year).filter((row) => includes(row.countries, '美国')).length,
    }),
  },
  {
    code: 'out.report.rate',
    label: '出访报告提交率',
    unit: '%',
    of({ reports }, year) {
      const due = dueReports(reports, year);
      return rate(due.filter((row) => row.filedOn !== '').length, due.length);
    },
  },
  {
    code: 'out.report.on_time',
    label: '出访报告按期提交率',
    unit: '%',
    of({ reports }, year) {
      const due = dueReports(reports, year);
      return rate(due.filter((row) => row.onTime === true).length, due.length);
    },
  },
  {
    code: 'out.report.quality',
    label: '出访报告规范率',
    unit: '%',
    of({ reports }, year) {
      const judged = dueReports(reports, year).filter((row) => typeof row.inOrder === 'boolean');
      return rate(judged.filter((row) => row.inOrder === true).length, judged.length);
    },
  },
  {
    code: 'out.purpose',
    label: '出访目的达成率',
    unit: '%',
    of({ reports }, year) {
      const judged = dueReports(reports, year).filter((row) => row.purposeMet !== '');
      return rate(judged.filter((row) => row.purposeMet === 'full').length, judged.length);
    },
  },
  {
    code: 'out.plan',
    label: '计划团组执行率',
    unit: '%',
    of({ trips }, year) {
      const planned = groups(trips).filter((row) => row.plan !== '' && inYear(row.plannedExit, year));
      return rate(home(planned).length, planned.length);
    },
  },
  {
    code: 'intent.count',
    label: '达成合作意向',
    unit: '个',
    of: ({ reports }, year) => ({
      value: dueReports(reports, year).reduce(
        (sum, row) => sum + (typeof row.intents === 'number' ? row.intents : 0),
        0,
      ),
    }),
  },
  {
    code: 'out.passports.on_time',
    label: '因公护照按期交回率',
    unit: '%',
    of({ custody }, year) {
      const back = custody.filter((row) => inYear(row.due, year) && row.returnedOn !== '');
      return rate(
        back.filter(
          ({ returnedOn, due }) =>
            typeof returnedOn === 'string' && typeof due === 'string' && returnedOn <= due,
        ).length,
        back.length,
      );
    },
  },
  {
    code: 'sla.approval',
    label: '按承诺时限办结率',
    unit: '%',
    of({ trips }, year) {
      const decided = groups(trips).filter((row) => inYear(row.decidedOn, year));
      return rate(decided.filter((row) => row.late === false).length, decided.length);
    },
  },
];

/** The last day any delegation of the year came back, for “all trips done by the end of December”; empty when none did. */
export const lastReturn = ({ trips }: TripRegisters, year: number): string =>
  home(going(trips, year))
    .map((row) => (typeof row.entryDate === 'string' ? row.entryDate : ''))
    .reduce((latest, day) => (day > latest ? day : latest), '');
