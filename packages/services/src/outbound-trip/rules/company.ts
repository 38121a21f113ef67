import type { Check, Finding } from '@zhitongche/kernel';
import { personTrips } from '../../lookups.ts';
import { passportDesk, practice } from '../basis.ts';
import { labelOf, PASSPORT_KINDS, RANKS } from '../choices.ts';
import type { Member } from '../fields/members.ts';
import type { Relative } from '../fields/relatives.ts';
import { named, rule } from './rule.ts';

const KIN: ReadonlySet<string> = new Set(['spouse', 'child']);

/** Members whom the family table names as spouse or child of another member (R-10); a namesake is explained. */
export const kinOf = (members: readonly Member[], relatives: readonly Relative[]): readonly Finding[] =>
  members.flatMap(({ name }, i): readonly Finding[] => {
    const of = relatives.find(
      (relative) =>
        name !== undefined &&
        relative.name?.trim() === name.trim() &&
        relative.traveller?.trim() !== name.trim() &&
        KIN.has(relative.relation ?? ''),
    );
    return of
      ? [
          {
            at: ['members', i, 'name'],
            level: 'warn',
            message: `${named(name, i)}与${of.traveller ?? '另一人'}的${of.relation === 'spouse' ? '配偶' : '子女'}同名`,
            en: 'A member bears the name of the spouse or child of another',
            todo: '配偶、子女不得同行，请调整人员；只是同名的，请说明',
          },
        ]
      : [];
  });

/** Ranks that travel on a 公务护照; 外交护照 are for 副省部级 and above. */
const SERVICE: ReadonlySet<string> = new Set(['ministry', 'bureau', 'division']);

const fits = (rank: string, kind: string): boolean =>
  kind === 'diplomatic' ? rank === 'ministry' : kind !== 'service' || SERVICE.has(rank);

/** Which passport a traveller holds, and that nobody is on two trips at a time. */
export const companyRules: readonly Check[] = [
  rule({
    code: 'P-11',
    title: '护照种类与职级相符：外交护照发给副省部级以上人员，公务护照发给副县（处）级以上人员',
    level: 'warn',
    basis: practice('护照种类与颁发对象（《护照法》说明）', '公务护照发给副县（处）级以上公务员'),
    reads: ['members'],
    run: ({ members }) =>
      members.flatMap(({ rank, passportKind, name }, i): readonly Finding[] =>
        !rank || !passportKind || fits(rank, passportKind)
          ? []
          : [
              {
                at: ['members', i, 'passportKind'],
                message: `${named(name, i)}（${labelOf(RANKS, rank)}）填了${labelOf(PASSPORT_KINDS, passportKind)}`,
                en: 'This kind of passport is not issued at this rank',
                todo: '请核对护照种类（是否免签按护照种类定）；原职级较高等情况请说明',
              },
            ],
      ),
  }),
  rule({
    code: 'P-12',
    title: '一人不得同时列入时间重叠的两个团组',
    level: 'warn',
    basis: passportDesk('持有有效因公护照的应先交回'),
    reads: ['members', 'exitDate', 'entryDate'],
    run({ members, exitDate, entryDate }, { facts }) {
      const trips = personTrips(facts.lookup('person-trips')).filter(
        (trip) => trip.exitDate <= entryDate && trip.entryDate >= exitDate,
      );
      return members.flatMap(({ citizenId, name }, i): readonly Finding[] => {
        const trip = trips.find((one) => citizenId !== undefined && one.citizenId === citizenId);
        return trip
          ? [
              {
                at: ['members', i, 'name'],
                message: `${named(name, i)}在${trip.exitDate}至${trip.entryDate}已有另一次因公出访${trip.caseNumber === '' ? '' : `（${trip.caseNumber}）`}`,
                en: 'This person is on another official trip at the same time',
                todo: '请更换人员，或先撤销、变更另一任务；日期有误的请说明',
              },
            ]
          : [];
      });
    },
  }),
];
