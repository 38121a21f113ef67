import { isJsonObject, type Json } from '@zhitongche/base';
import type { Keys, LookupProvider, LookupScope } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { Question, Rows, Statement } from '@zhitongche/host';
import type { RegisterKind } from '@zhitongche/register';
import { openPart } from './sealed-kept.ts';
import { uniqueKeys } from './row-columns.ts';

const FIND: Statement = {
  name: 'kept-row-by-name',
  text: `select id, stage, due, state->'answers' as answers from kept_row
    where office = $1 and register = $2 and unique_key = any($3::text[]) and retired_at is null
      and ($4 or org = any($5::uuid[])) limit 1`,
};

interface Found {
  readonly id: string;
  readonly stage: string;
  readonly due: string | null;
  readonly answers: Answers;
}

/**
 * Answers `{ register, find }` with a row of a register that people keep, `find` being what names one thing there:
 * `{ found, stage, due, answers }` with what is open of it. A unit learns of its own rows, and of registers its clerks read
 * whole; once somebody stands for what is asked, every row is.
 */
export function keptRowLookup(registers: readonly RegisterKind[]): LookupProvider {
  return {
    question(args, scope, keys) {
      const asked = readArgs(registers, args);
      return asked && ask(asked, scope, keys);
    },
    restsOn: (rows) => (rows as readonly Found[]).map(({ id }) => id),
    answer(rows: Rows): Json {
      const [row] = rows as readonly Found[];
      if (!row) return { found: false };
      return { found: true, stage: row.stage, due: row.due, answers: { ...openPart(row.answers) } };
    },
  };
}

interface AskedRow {
  readonly kind: RegisterKind;
  readonly find: Answers;
}

function readArgs(registers: readonly RegisterKind[], args: Json): AskedRow | null {
  if (!isJsonObject(args) || !isJsonObject(args.find)) return null;
  const kind = registers.find(({ code }) => code === args.register);
  return kind ? { kind, find: args.find } : null;
}

function ask({ kind, find }: AskedRow, scope: LookupScope, keys: Keys): Question | null {
  const names = uniqueKeys(kind, find, keys);
  if (names.length === 0) return null;
  const whole = kind.readers.some(({ roles, rows }) => rows === 'office' && roles.includes('filer'));
  const orgs = [scope.unit, ...scope.reach.units];
  return {
    statement: FIND,
    values: [scope.office, kind.code, names, whole || scope.everywhere, orgs],
  };
}
