import { blocks, isJsonObject, type Json } from '@zhitongche/base';
import { canonicalJson, review } from '@zhitongche/case';
import { type Answers, fieldAt, isMissing, type TableField } from '@zhitongche/form';
import type { RowCommand } from './command.ts';
import { type Decided, type RowDeciding, refused } from './deciding-row.ts';
import type { RegisterKind } from './kind.ts';
import type { KeptRow } from './row.ts';
import { askedPart } from './row-answers.ts';
import { rowNotOpen } from './row-problems.ts';

/** Column that tells one line of a table from another: its number. */
const numberOf = ({ columns }: TableField): string | undefined =>
  Object.entries(columns).find(([, { kind }]) => kind === 'passport' || kind === 'citizen-id')?.[0];

const linesOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Lines on record with those proposed: the same number is the same thing, what is not there yet is added, nothing goes. */
const withLines = (field: TableField, known: Json | undefined, said: Json): Json => {
  const number = numberOf(field);
  const of = (line: Json): Json | undefined =>
    number !== undefined && isJsonObject(line) ? line[number] : canonicalJson(line);
  const lines = linesOf(known);
  const fresh = linesOf(said).filter((line) => !lines.some((one) => of(one) === of(line)));
  const now = lines.map((line) => {
    const other = linesOf(said).find((one) => of(one) === of(line));
    return isJsonObject(line) && isJsonObject(other) ? { ...line, ...other } : line;
  });
  return [...now, ...fresh];
};

/**
 * What of the answers proposed differs from the row, as it would then be. What is not said stays; who belongs elsewhere by now is
 * first handed over, so that of an organisation's own nothing is told to another.
 */
export const differingFrom = (kind: RegisterKind, row: KeptRow, said: Answers): Answers => {
  const differing = Object.entries(said).flatMap(([key, value]) => {
    if (isMissing(value) || value === null) return [];
    const field = fieldAt(kind.form, key)?.field;
    if (!field) return [];
    const now = field.kind === 'table' ? withLines(field, row.answers[key], value) : value;
    return canonicalJson(now) === canonicalJson(row.answers[key] ?? null) ? [] : [[key, now] as const];
  });
  const elsewhere = differing.filter(([key]) => key === kind.org);
  return Object.fromEntries(elsewhere.length > 0 ? elsewhere : differing);
};

/** The answers of a row once what is proposed is taken. */
export const asProposed = (kind: RegisterKind, { answers, proposed }: KeptRow): Answers =>
  askedPart(kind, { ...answers, ...proposed?.answers });

/** Decides whether something is proposed: what differs and would be sound. */
export const decideProposal = (
  kind: RegisterKind,
  row: KeptRow,
  { answers, origin }: RowCommand & { act: 'propose' },
  context: RowDeciding,
): Decided => {
  const together = askedPart(kind, { ...row.answers, ...answers });
  const { sound, problems } = review(kind.form, kind.checks, together, context);
  if (blocks(problems)) return refused(...problems);
  const said = Object.fromEntries(Object.keys(answers).map((key) => [key, sound[key]]));
  const differing = differingFrom(kind, row, said);
  const before = row.proposed?.answers;
  if (Object.keys(differing).length === 0 || canonicalJson(before ?? null) === canonicalJson(differing))
    return refused();
  return { problems: [], events: [{ type: 'proposed', answers: differing, origin }] };
};

/** Decides what is proposed: taken as a change of the row, or left, with a word why. */
export const settleProposal = (
  kind: RegisterKind,
  row: KeptRow,
  command: RowCommand & { act: 'take-proposal' | 'refuse-proposal' },
  change: (edit: RowCommand & { act: 'edit' }) => Decided,
): Decided => {
  if (!row.proposed) return refused(rowNotOpen('没有等待核对的更正'));
  if (command.act === 'refuse-proposal') {
    const note = command.note?.trim();
    return {
      problems: [],
      events: [{ type: 'proposal-settled', taken: false, ...(note ? { note } : {}) }],
    };
  }
  const { origin } = row.proposed;
  const made = change({
    act: 'edit',
    answers: asProposed(kind, row),
    origin,
    despite: '采纳办件提出的更正',
  });
  // Somebody may have entered the same meanwhile: then there is nothing left to change, and nothing to wait for.
  const unchanged = made.problems.some(({ code }) => code === 'row.unchanged');
  if (blocks(made.problems) && !unchanged) return made;
  return { problems: [], events: [...made.events, { type: 'proposal-settled', taken: true }] };
};
