import { addDays, daysBetween, type Json } from '@zhitongche/base';
import { maskName } from '@zhitongche/form';
import type { Statement, Rows } from '@zhitongche/host';
import { type Keys, type LookupProvider, lookupDigest, lookupDigests } from '@zhitongche/core/server';
import { openRow, type RegisterData } from '@zhitongche/register/server';
import { textIn } from '../../../shared/lookup-rows.ts';

/** Most people one question may name; a guard against programs. */
const MOST_PEOPLE = 300;
const YEARS_BACK = 5;
const DAYS_OF_TRIP = ['citizenId', 'exitDate', 'entryDate', 'missionKind'] as const;
const SIMILAR_DAYS = 60;
const NO_CASE = '00000000-0000-0000-0000-000000000000';

const COLUMNS = 'r.register, r.id, r.case_id, r.unit, r.data';

/** Rows (alias `r`) of the cases of one person; of everybody's where none is given. */
const ofPerson = (person: string): string =>
  `(${person}::uuid is null or exists (select 1 from case_file f
    where f.office = r.office and f.id = r.case_id and f.applicant = ${person}))`;

// Every submission and every page of a case asks the first three, together.
const PERSON_TRIPS: Statement = {
  name: 'person-trips-of',
  text: `select ${COLUMNS} from register_row r where r.office = $1 and r.register = 'trips' and r.keys && $2
    and ($6::uuid is null or r.unit = $6) and r.case_id <> $3 and r.day >= $4 and ${ofPerson('$5')}
    order by r.day desc limit 2000`,
};
// Rows of older programs say nothing of the kind of document: they were passports, private ones among them. What was
// found lost or never collected is nobody's to hand in any more.
const OUT = `coalesce(r.data->>'state', 'out') not in ('lost', 'not-collected')`;
// One truth for each document: where a register of documents keeps it, that says whether it is out and until when. A passport is known
// by its number, a permit by its holder's; one that no longer counts says nothing of the next.
const IN_CUSTODY = `exists (select 1 from kept_row k where k.office = r.office and k.register in ('custody', 'custody-own')
      and k.retired_at is null and case when r.data->>'document' = 'permit'
        then k.keys && r.keys and k.state->'answers'->>'kind' = 'permit' and k.stage not in ('cancelled', 'listed', 'destroyed')
        else k.unique_key = any(r.keys) end)`;
const OVERDUE_PASSPORTS: Statement = {
  name: 'overdue-documents',
  text: `(select ${COLUMNS} from register_row r where r.office = $1 and r.register = 'passport-custody' and r.unit = $2
      and coalesce(r.day, '-infinity') < $3 and r.day is not null and coalesce(r.data->>'returnedOn', '') = ''
      and coalesce(r.data->>'passportKind', '') <> 'private' and ${OUT} and r.case_id <> $4 and ${ofPerson('$5')} and not ${IN_CUSTODY}
    order by r.day, r.id limit 500)
    union all
    (select ${COLUMNS} from register_row r where r.office = $1 and r.register = 'passport-custody' and r.keys && $6
      and r.data->>'document' = 'permit' and ${OUT} and ($8::uuid is null or r.unit = $8) and r.day < $3 and r.case_id <> $4 and ${ofPerson('$5')} and not ${IN_CUSTODY}
      and (coalesce(r.data->>'returnedOn', '') = '' or r.data->>'returnedOn' > greatest(r.data->>'due', $7::text))
    order by r.day, r.id limit 500)`,
};
// Approved trips and those under way of the unit itself; of other units those under way with the same inviter.
const SIMILAR_TRIPS: Statement = {
  name: 'similar-trips',
  text: `(select ${COLUMNS}, (select count(*) from register_row m where m.office = r.office and m.case_id = r.case_id
      and m.register = 'trips') as members
    from register_row r where r.office = $1 and r.register = 'trips' and r.unit = $2 and r.case_id <> $3
      and coalesce(r.day, '-infinity') between $4 and $5 and r.data->>'first' = 'true'
      and ${ofPerson('$6')}
    order by r.day, r.id limit 200)
    union all
    (select ${COLUMNS}, (r.data->>'members')::bigint as members
    from register_row r where r.office = $1 and r.register = 'trips-under-way' and r.unit = $2 and r.case_id <> $3
      and coalesce(r.day, '-infinity') between $4 and $5 and ${ofPerson('$6')}
    order by r.day, r.id limit 200)
    union all
    (select ${COLUMNS}, (r.data->>'members')::bigint as members
    from register_row r where r.office = $1 and r.register = 'trips-under-way' and r.keys && $7
      and r.unit = any($8::uuid[]) and r.unit <> $2 and r.case_id <> $3
      and coalesce(r.day, '-infinity') between $4 and $5
    order by r.day, r.id limit 200)`,
};
/** What is asked of the registers of trips and of the documents kept, by the name services ask for. */
export const TRIP_LOOKUPS: Readonly<Record<string, LookupProvider>> = {
  'person-trips': {
    people: peopleIn,
    question(args, scope, keys) {
      const people = peopleIn(args);
      if (people.length === 0) return null;
      const digests = people.flatMap((person) => lookupDigests(person, keys));
      const since = addDays(scope.today, -366 * YEARS_BACK);
      return {
        statement: PERSON_TRIPS,
        values: [
          scope.office,
          digests,
          scope.caseId ?? NO_CASE,
          since,
          scope.person,
          scope.everywhere ? null : scope.unit,
        ],
      };
    },
    answer: (rows, _args, { office, unit }, keys) => ({
      trips: opened(rows, office, keys)
        .filter(({ row }) => row.status !== 'revoked')
        .map(({ row, of }) => ({
          caseNumber: '',
          group: '',
          countries: [],
          ...pick(row, of === unit ? [...DAYS_OF_TRIP, 'caseNumber', 'group', 'countries'] : DAYS_OF_TRIP),
        })),
    }),
  },

  'overdue-passports': {
    people: peopleIn,
    question: (args, { office, unit, today, caseId, person, everywhere }, keys) => ({
      statement: OVERDUE_PASSPORTS,
      values: [
        office,
        unit,
        today,
        caseId ?? NO_CASE,
        person,
        peopleIn(args).flatMap((citizenId) => lookupDigests(citizenId, keys)),
        addDays(today, -366 * YEARS_BACK),
        everywhere ? null : unit,
      ],
    }),
    answer(rows, args, { office, unit, today }, keys) {
      const found = new Map(opened(rows, office, keys).map((own) => [own.id, own]));
      const asked = new Set(
        found.size === 0 ? [] : textsAt(args, 'people').map((person) => lookupDigest(person, keys)),
      );
      return {
        documents: [...found.values()].flatMap(({ row, of }) => {
          const citizenId = textIn(row.citizenId);
          const own = citizenId !== '' && asked.has(lookupDigest(citizenId, keys));
          const kind = row.document === 'permit' ? 'permit' : 'passport';
          // A permit concerns its holder only, a passport the whole unit.
          if (kind === 'permit' && !own) return [];
          const returnedOn = textIn(row.returnedOn);
          return [
            {
              kind,
              // Who is of another case is nobody's to name here.
              holder: own ? textIn(row.holder) : maskName(textIn(row.holder)),
              caseNumber: of === unit ? textIn(row.caseNumber) : '',
              due: textIn(row.due),
              daysLate: daysBetween(textIn(row.due), returnedOn === '' ? today : returnedOn),
              ...(returnedOn === '' ? {} : { returnedOn }),
              ...(own ? { citizenId } : {}),
            },
          ];
        }),
      };
    },
  },

  'similar-trips': {
    question(args, { office, unit, caseId, person, reach }, keys) {
      const [from, to] = [textAt(args, 'from'), textAt(args, 'to')];
      if (!isDayText(from) || !isDayText(to)) return null;
      const span = [addDays(from, -SIMILAR_DAYS), addDays(to, SIMILAR_DAYS)];
      const inviters = textsAt(args, 'inviters').flatMap((inviter) => lookupDigests(inviter, keys));
      return {
        statement: SIMILAR_TRIPS,
        values: [office, unit, caseId ?? NO_CASE, ...span, person, inviters, reach.units],
      };
    },
    answer(rows, args, { office, unit }, keys) {
      const countries = new Set(textsAt(args, 'countries'));
      const inviters = new Set(textsAt(args, 'inviters'));
      // An approved trip that is not back yet stands in both registers.
      const known = new Map(
        (rows as readonly (RegisterData & { readonly members: number | string })[]).map((row) => [
          row.case_id,
          { row: openRow(office, row, keys), own: row.unit === unit, members: Number(row.members) },
        ]),
      );
      return {
        trips: [...known.values()]
          .filter(
            ({ row, own }) =>
              row.status !== 'revoked' &&
              // Two units that visit one country are no split delegation; two that one host invites may be.
              ((own && texts(row.countries).some((c) => countries.has(c))) ||
                texts(row.inviters).some((i) => inviters.has(i))),
          )
          .map(({ row, own, members }) => ({
            ...pick(row, ['caseNumber', 'group', 'exitDate', 'entryDate', 'countries', 'inviters']),
            members,
            ...(own ? {} : { unit: textIn(row.unit) }),
          })),
      };
    },
  },
};

type Row = Readonly<Record<string, Json | undefined>>;

/** Rows in clear, with the unit they belong to. */
const opened = (
  rows: Rows,
  office: string,
  keys: Keys,
): readonly { readonly id: string; readonly of: string | null; readonly row: Row }[] =>
  (rows as readonly RegisterData[]).map((row) => ({
    id: row.id,
    of: row.unit,
    row: openRow(office, row, keys),
  }));
const pick = (row: Row, keys: readonly string[]): Record<string, Json> =>
  Object.fromEntries(keys.map((key) => [key, row[key] ?? '']));
const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const member = (args: Json, key: string): Json | undefined =>
  typeof args === 'object' && args !== null && !Array.isArray(args) ? (args as Row)[key] : undefined;
const textAt = (args: Json, key: string): string => textIn(member(args, key));
const textsAt = (args: Json, key: string): readonly string[] => texts(member(args, key));
/** The numbers of whoever travels. */
function peopleIn(args: Json): readonly string[] {
  return textsAt(args, 'people').slice(0, MOST_PEOPLE);
}
const isDayText = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
