import { isJsonObject, type Json } from '@zhitongche/base';
import { lookupDigests, type LookupProvider } from '@zhitongche/core/server';
import type { Statement } from '@zhitongche/host';
import type { RegisterKind } from '@zhitongche/register';

const STANDING: Statement = {
  name: 'kept-row-standing',
  text: `select k.id, (a.o - 1)::int as at, k.retired_at is not null as retired, k.state->'mergedInto'->>'title' as into
    from json_array_elements($3::json) with ordinality as a(d, o)
    join kept_row k on k.office = $1 and k.register = $2
      and k.keys && array(select json_array_elements_text(a.d)) and ($4 or k.org = any($5::uuid[]))`,
};

interface Found {
  readonly id: string;
  readonly at: number;
  readonly retired: boolean;
  readonly into: string | null;
}

/**
 * Answers `{ register, numbers }` with how those numbers stand on a register that people keep: `{ gone: [{ at, into }] }`, the places
 * of those that are retired there and on record no more, with what they were merged into. A unit learns of its own rows only; once
 * somebody stands for what is asked, every row is.
 */
export function standingLookup(registers: readonly RegisterKind[]): LookupProvider {
  return {
    people: (args) => numbersIn(args),
    question(args, scope, keys) {
      const kind = isJsonObject(args) && registers.find(({ code }) => code === args.register);
      const numbers = numbersIn(args);
      if (!kind || numbers.length === 0) return null;
      const digests = numbers.map((number) => (number === '' ? [] : lookupDigests(number, keys)));
      return {
        statement: STANDING,
        values: [
          scope.office,
          kind.code,
          JSON.stringify(digests),
          scope.everywhere,
          [scope.unit, ...scope.reach.units],
        ],
      };
    },
    restsOn: (rows) => [...new Set((rows as readonly Found[]).map(({ id }) => id))],
    answer(rows): Json {
      const found = rows as readonly Found[];
      const inForce = new Set(found.filter(({ retired }) => !retired).map(({ at }) => at));
      return {
        gone: found
          .filter(({ at, retired }) => retired && !inForce.has(at))
          .map(({ at, into }) => ({ at, into: into ?? '' }))
          .toSorted((a, b) => a.at - b.at),
      };
    },
  };
}

const numbersIn = (args: Json): readonly string[] =>
  isJsonObject(args) && Array.isArray(args.numbers)
    ? args.numbers.filter((number): number is string => typeof number === 'string')
    : [];
