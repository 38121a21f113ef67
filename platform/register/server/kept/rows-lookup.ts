import { isJsonObject, type Json } from '@zhitongche/base';
import { caseKeys, lookupDigests, type LookupProvider, openAnswers } from '@zhitongche/core/server';
import { type Answers, type Field, mask } from '@zhitongche/form';
import type { Statement } from '@zhitongche/host';
import type { RegisterKind } from '@zhitongche/register';
import { keptPlace, openPart } from './sealed-kept.ts';

const NO_CASE = '00000000-0000-0000-0000-000000000000';

// Rows at some stages whose day is over, of the unit; rows that name somebody by number, whatever their stage.
const FOUND: Statement = {
  name: 'kept-rows-found',
  text: `(select k.id, k.register, k.title, k.stage, k.state->'answers' as answers, k.salt, '{}'::int[] as people
      from kept_row k where k.office = $1 and k.register = any($2::text[]) and k.org = $3 and k.retired_at is null
        and k.stage = any($4::text[]) and $5::text <> '' and nullif(k.state->'answers'->>$5, '')::date < $6
        and ($7 = '' or coalesce(k.state->'answers'->>$7, '') is distinct from (select f.number from case_file f where f.office = $1 and f.id = $8))
      order by k.state->'answers'->>$5, k.id limit 500)
    union all
    (select k.id, k.register, k.title, k.stage, k.state->'answers', k.salt, array_agg((a.o - 1)::int)
      from json_array_elements($9::json) with ordinality as a(d, o)
      join kept_row k on k.office = $1 and k.register = any($2::text[]) and k.retired_at is null
        and k.keys && array(select json_array_elements_text(a.d)) and ($10 or k.org = any($11::uuid[])
          or exists (select 1 from case_file c where c.office = k.office and c.id = k.case_id and c.applicant = $12))
        and ($7 = '' or coalesce(k.state->'answers'->>$7, '') is distinct from (select f.number from case_file f where f.office = $1 and f.id = $8))
      group by k.office, k.id order by k.id limit 500)`,
};

interface Found {
  readonly id: string;
  readonly register: string;
  readonly title: string;
  readonly stage: string;
  readonly answers: Answers;
  readonly salt: string | null;
  readonly people: readonly number[];
}

/** What is asked: rows of the asking unit past a day of theirs, and rows that name somebody. */
interface RowsWanted {
  readonly registers: readonly string[];
  readonly stages: readonly string[];
  /** Field with the day; empty = nobody asks for those that are late. */
  readonly due: string;
  readonly people: readonly string[];
  /** Field with the number of a case: rows of the case that asks are left out. */
  readonly except: string;
  /** Sealed fields by which whoever asks knows a row that names one of the people, told as a mask leaves them. */
  readonly masked: readonly string[];
}

/**
 * Answers `{ registers, stages, due, people, except, masked }` with rows in force: those of the unit that files which stand at one of the stages
 * and whose day `due` is over, and those that name one of the people by number: `{ rows: [{ register, title, stage, answers, masked, people }] }`, with
 * what is open of each and the numbers it was asked for that it names. Of people a unit learns what stands in its own rows, a person what stands in rows of the own cases; once somebody stands for
 * what is asked, every row counts.
 */
export function keptRowsLookup(registers: readonly RegisterKind[]): LookupProvider {
  return {
    people: (args) => readArgs(args).people,
    question(args, scope, keys) {
      const { people, stages, due, except, ...asked } = readArgs(args);
      const known = registers.flatMap(({ code }) => (asked.registers.includes(code) ? [code] : []));
      if (known.length === 0) return null;
      const digests = people.map((number) => (number === '' ? [] : lookupDigests(number, keys)));
      return {
        statement: FOUND,
        values: [
          scope.office,
          known,
          scope.unit,
          stages,
          // A person who files for himself keeps no documents of a unit.
          scope.person === null ? due : '',
          scope.today,
          except,
          scope.caseId ?? NO_CASE,
          JSON.stringify(digests),
          scope.everywhere,
          // The office itself, where the public files, is nobody's unit: a person learns of rows of the own cases.
          scope.person === null ? [scope.unit, ...scope.reach.units] : [],
          scope.person,
        ],
      };
    },
    restsOn: (rows) => [...new Set((rows as readonly Found[]).map(({ id }) => id))],
    answer(rows, args, { office }, keys): Json {
      const { people: asked, masked } = readArgs(args);
      const all = new Map<string, Found>();
      for (const row of rows as readonly Found[]) {
        const before = all.get(row.id);
        all.set(row.id, before && before.people.length > 0 ? before : row);
      }
      return {
        rows: [...all.values()].map(({ id, register, title, stage, answers, salt, people }) => ({
          register,
          title,
          stage,
          answers: { ...openPart(answers) },
          masked:
            masked.length === 0 || people.length === 0
              ? {}
              : maskedPart(
                  registers.find(({ code }) => code === register),
                  openAnswers(answers, caseKeys(keys, salt), keptPlace(office, id)),
                  masked,
                ),
          people: [...people].toSorted((a, b) => a - b).flatMap((place) => asked[place] ?? []),
        })),
      };
    },
  };
}

/** Some answers of a row as their masks leave them. */
const maskedPart = (kind: RegisterKind | undefined, answers: Answers, keys: readonly string[]): Answers => {
  const fields: Readonly<Record<string, Field>> = Object.assign(
    {},
    ...Object.values(kind?.whole ?? {}).map((section) => section.fields),
  );
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [field, value] = [fields[key], answers[key]];
      return field && value !== undefined ? [[key, mask(field.kind, value)]] : [];
    }),
  );
};

const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function readArgs(args: Json): RowsWanted {
  const given = isJsonObject(args) ? args : {};
  return {
    registers: textsIn(given['registers']),
    stages: textsIn(given['stages']),
    due: textIn(given['due']),
    people: textsIn(given['people']),
    except: textIn(given['except']),
    masked: textsIn(given['masked']),
  };
}
