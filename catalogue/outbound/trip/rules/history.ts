import { addDays, addMonths } from '@zhitongche/base';
import type { Check, CheckContext, Finding } from '@zhitongche/case';
import { overdueDocuments, personTrips, similarTrips } from '../lookup-answers.ts';
import { DOCUMENTS_KEPT, keptDocuments, type OverdueDocument } from '../../../shared/late-documents.ts';
import { opinion16, practice } from '../basis.ts';
import { countriesVisited } from '../../../shared/travel-stays.ts';
import type { Member } from '../fields/members.ts';
import { key } from '../policy.ts';
import { citing, named, rule } from './rule.ts';

/** Documents that are late: as the registers of documents say, and for what those do not keep the trips' own record. */
const documentsOut = ({ facts, today }: CheckContext): readonly OverdueDocument[] => [
  ...overdueDocuments(facts.lookup('overdue-passports')),
  ...keptDocuments(facts.lookup(DOCUMENTS_KEPT), today),
];

/** Days on which a member leaves or left on other official trips; academic exchange does not count (R-20). */
const otherExits = (member: Member, context: CheckContext): readonly string[] =>
  personTrips(context.facts.lookup('person-trips')).flatMap((trip) =>
    trip.citizenId === member.citizenId && trip.missionKind !== 'academic' ? [trip.exitDate] : [],
  );

/** Most other trips in one period that also holds this departure: a period may begin with any of the trips. */
const mostInPeriod = (exit: string, others: readonly string[], years: number): number =>
  Math.max(
    ...[exit, ...others].map((from) => {
      const until = addMonths(from, 12 * years);
      const inside = (day: string): boolean => day >= from && day < until;
      return inside(exit) ? others.filter(inside).length : 0;
    }),
  );

interface Frequency {
  readonly code: string;
  readonly title: string;
  readonly basis: Check['basis'];
  readonly applies: (member: Member) => boolean;
  readonly max: string;
  /** Policy key of the span in years; absent = the calendar year of departure. */
  readonly years?: string;
  /** Policy key of the most trips in a term of office, which only the person can tell. */
  readonly term?: string;
}

const frequencyRule = (spec: Frequency): Check =>
  rule({
    code: spec.code,
    title: spec.title,
    level: 'warn',
    basis: spec.basis,
    reads: ['members', 'exitDate'],
    run(answers, context) {
      const max = context.policy.number(key(spec.max));
      const inTerm = spec.term ? context.policy.number(key(spec.term)) : 0;
      const years = spec.years ? context.policy.number(key(spec.years)) : 1;
      const { exitDate } = answers;
      return answers.members.flatMap((member, i): readonly Finding[] => {
        // Academic exchange is free for those it is meant for (R-20), not for whoever comes along.
        const free = answers.missionKind === 'academic' && member.academic !== false;
        if (free || !spec.applies(member)) return [];
        const often = (field: string, span: string, count: number, figure: string): Finding => ({
          at: ['members', i, field],
          message: `${named(member.name, i)}${span}已出访或已批准出访${count}次，规定不超过${context.policy.number(key(figure))}次`,
          en: `${count} other trips within the period; at most ${context.policy.number(key(figure))} allowed`,
          todo: '请更换人员，或说明必须由本人出访的理由',
          ...citing(context, figure),
        });
        const others = otherExits(member, context);
        const sameYear = others.filter((day) => day.slice(0, 4) === exitDate.slice(0, 4));
        const known = spec.years ? mostInPeriod(exitDate, others, years) : sameYear.length;
        const { tripsThisYear, tripsTwoYears, tripsTerm = 0 } = member;
        // What the person declares counts while the register knows less; version 1 asked for this year only.
        const asked = spec.years && tripsTwoYears !== undefined ? 'tripsTwoYears' : 'tripsThisYear';
        const declared = asked === 'tripsTwoYears' ? tripsTwoYears : tripsThisYear;
        const count = Math.max(known, declared ?? 0);
        if (max > 0 && count >= max)
          return [often(asked, spec.years ? `${years}年内` : '当年', count, spec.max)];
        return spec.term && inTerm > 0 && tripsTerm >= inTerm
          ? [often('tripsTerm', '本届任期内', tripsTerm, spec.term)]
          : [];
      });
    },
  });

/** Rule R-13 or R-14 speaks of these instead; other posts free nobody from R-12. */
const ordinary = ({ position }: Member): boolean => position !== 'principal' && position !== 'external';

/** What the registers remember: earlier trips, similar trips, documents not handed in. */
export const historyRules: readonly Check[] = [
  rule({
    code: 'R-09',
    title: '不得将一个团组拆分为多个团组同时或接连出访（团外团）',
    level: 'warn',
    basis: opinion16('严禁拆分团组或组织“团外团”'),
    reads: ['exitDate', 'entryDate', 'legs'],
    run(answers, context) {
      const window = context.policy.number(key('split-window'));
      const [from, to] = [addDays(answers.exitDate, -window), addDays(answers.entryDate, window)];
      const countries = new Set(countriesVisited(answers.legs));
      const inviters = new Set(answers.legs.flatMap((leg) => (leg.inviter ? [leg.inviter] : [])));
      return similarTrips(context.facts.lookup('similar-trips')).flatMap((trip) => {
        const near = trip.exitDate <= to && trip.entryDate >= from;
        const inviter = trip.inviters.find((name) => inviters.has(name));
        const country = trip.countries.find((name) => countries.has(name));
        if (!near || (!inviter && !country)) return [];
        return [
          {
            at: ['legs'],
            message: `与${trip.unit ?? ''}团组“${trip.group}”（${trip.caseNumber}，${trip.exitDate}出境，${trip.members}人）时间相近，${inviter ? `邀请单位同为${inviter}` : `同赴${country ?? ''}`}`,
            en: `Close to delegation ${trip.caseNumber}: same ${inviter ? 'inviter' : 'country'}`,
            todo: '请说明两个团组任务的区别；属于同一任务的，请合并或取消其中之一',
          },
        ];
      });
    },
  }),
  frequencyRule({
    code: 'R-12',
    title: '厅局级人员在规定年限、一届任期内的出访次数不超过上限',
    basis: practice('山东、四川关于厅局级干部因公出国的规定（16号文实施规定）', '厅局级2年内不超过1次'),
    applies: (member) => member.rank === 'bureau' && ordinary(member),
    max: 'frequency.bureau.max',
    years: 'frequency.bureau.years',
    term: 'frequency.bureau.term-max',
  }),
  frequencyRule({
    code: 'R-13',
    title: '市党政正职、政府副职、省直部门正职每年出访次数不超过上限',
    basis: practice('山东省关于领导干部因公出国的规定（2013）', '每年不超过1次'),
    applies: (member) => member.position === 'principal',
    max: 'frequency.principal.max',
  }),
  rule({
    code: 'R-14',
    title: '分管外事、商务工作和外事、商务部门的负责人按工作需要出访',
    level: 'info',
    basis: practice('山东省关于领导干部因公出国的规定（2013）', '分管外事、商务工作的按需安排'),
    reads: ['members'],
    run: ({ members }) =>
      members.flatMap((member, i) =>
        member.position === 'external' && (member.tripsThisYear ?? 0) > 0
          ? [
              {
                at: ['members', i, 'position'],
                message: `${named(member.name, i)}分管外事、商务工作，出访次数按工作需要安排`,
                en: 'In charge of foreign affairs or commerce: trips follow the needs of work',
              },
            ]
          : [],
      ),
  }),
  frequencyRule({
    code: 'R-15',
    title: '县处级人员在规定年限内的出访次数不超过上限',
    basis: practice('单位规定（2012年度出访计划通知）', '处级2年内不超过1次'),
    applies: (member) => member.rank === 'division',
    max: 'frequency.division.max',
    years: 'frequency.division.years',
  }),
  rule({
    code: 'R-28',
    title: '单位有因公护照逾期未交回的，暂停受理新的申报',
    level: 'block',
    basis: practice('北京市外办因公护照收缴情况通报（2014）', '逾期30天以上暂停受理新的申报'),
    reads: [],
    run(_answers, context) {
      const limit = context.policy.number(key('overdue-lock-days'));
      const late = documentsOut(context).filter(
        (document) =>
          document.kind === 'passport' && document.returnedOn === undefined && document.daysLate > limit,
      );
      return late.map((document) => ({
        at: [],
        message: `${document.kept ?? `${document.holder}的因公护照`}应于${document.due}交回（${document.caseNumber}），已逾期${document.daysLate}天`,
        en: `An official passport of your unit is ${document.daysLate} days overdue; new filings wait until it is handed in`,
        todo: '请先将护照交回证照部门；因批准延期造成的，请先办理延期',
        ...citing(context, 'overdue-lock-days'),
      }));
    },
  }),
  rule({
    code: 'R-29',
    title: '往来港澳通行证逾期未交回的人员，暂停出访',
    level: 'warn',
    basis: practice('教职工因公赴港澳手续', '逾期未交回的1年内暂停出访'),
    reads: ['members'],
    run({ members }, context) {
      const limit = context.policy.number(key('permit-suspension-days'));
      // As long as it is out, and for the time the rule says after it came back late.
      const permits = documentsOut(context).filter(
        ({ kind, daysLate, returnedOn }) =>
          kind === 'permit' &&
          daysLate > 0 &&
          (returnedOn === undefined || context.today < addDays(returnedOn, limit)),
      );
      return members.flatMap((member, i) => {
        const permit = permits.find((p) => p.citizenId !== undefined && p.citizenId === member.citizenId);
        return permit
          ? [
              {
                at: ['members', i, 'name'],
                message: `${named(member.name, i)}的往来港澳通行证应于${permit.due}交回，${permit.returnedOn === undefined ? '尚未交回' : `${permit.returnedOn}才交回`}`,
                en: 'A Hong Kong/Macao permit of this person was not handed in in time',
                todo: permit.returnedOn === undefined ? '请先交回，或说明情况' : '请说明情况，或更换人员',
                ...citing(context, 'permit-suspension-days'),
              },
            ]
          : [];
      });
    },
  }),
];
