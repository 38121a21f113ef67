import { blocking, blocks, type Problem } from '@zhitongche/base';
import { type CheckContext, canonicalJson, review } from '@zhitongche/case';
import type { Keys } from '@zhitongche/core/server';
import { lostDigits, type SheetLine } from '@zhitongche/file/server';
import { type Answers, fieldAt, type Fields } from '@zhitongche/form';
import {
  keepsRow,
  nounOf,
  type RegisterKind,
  type RegisterReach,
  askedPart,
  beginsAt,
  orgOf,
  type RowEvent,
  setByMoves,
  unchangeable,
} from '@zhitongche/register';
import { alikeKeys } from './alike.ts';
import type { FoundRow } from './read-row.ts';
import { uniqueKey } from './row-columns.ts';

/** Head under which a list says how far each thing is. */
export const STAGE_HEAD = '阶段';

/** Columns a register is imported by: what fits a cell, and its stage. */
export const importColumns = (kind: RegisterKind): Fields => ({
  ...Object.fromEntries(
    Object.values(kind.form).flatMap(({ fields }) =>
      Object.entries(fields).filter(([, field]) => field.kind !== 'files' && field.kind !== 'table'),
    ),
  ),
  ...(kind.stages ? { $stage: { kind: 'text' as const, label: STAGE_HEAD, max: 40, also: ['状态'] } } : {}),
});

/** The same with what lists of other systems print besides. */
export const readColumns = (kind: RegisterKind): Fields => ({
  ...importColumns(kind),
  ...kind.imported?.columns,
});

/** Something wrong with a line, at its cell. */
export interface LineProblem {
  readonly sheet: string;
  readonly line: number;
  /** `C17`; the line alone where no column is named. */
  readonly cell: string;
  readonly problem: Problem;
}

/** A line as it is read into the register. */
export interface ReadLine extends SheetLine {
  /** What it says with what was learnt of such lines before; a row on record learns nothing from it. */
  readonly fresh?: Answers;
}

/** A line that is to be written: what happens to which row. */
export interface PlannedLine {
  readonly line: SheetLine;
  readonly before: FoundRow | null;
  readonly event: RowEvent;
}

/** What an import would do. */
export interface ImportPlan {
  readonly planned: readonly PlannedLine[];
  /** Lines that say what is on record already. */
  readonly same: number;
  readonly problems: readonly LineProblem[];
  /** What lines say that name what somebody else keeps. */
  readonly foreign: readonly Answers[];
}

/** What planning knows besides the lines. */
export interface ImportSetting {
  readonly kind: RegisterKind;
  readonly reach: RegisterReach;
  readonly home: string;
  /** Instant, ISO. */
  readonly now: string;
  /** Whether whoever brings the list may bring a row of an organisation to a stage. */
  readonly brings: (stage: string, org: string) => boolean;
  readonly keys: Keys;
  readonly context: CheckContext;
  /** What checks find of what a line picks. */
  readonly lookupIn: (answers: Answers) => CheckContext['facts']['lookup'];
  readonly file: string;
  /** Why things that look like known ones are others. */
  readonly despite: string;
  /** Rows in force by what names them. */
  readonly known: ReadonlyMap<string, FoundRow>;
  /** Keys by which rows in force may be the same, and how many have each. */
  readonly near: ReadonlySet<string>;
}

/** What every line would do, and everything that is wrong with any of them, a line at a time. Pure. */
export function* planImport(lines: readonly ReadLine[], setting: ImportSetting): Generator<void, ImportPlan> {
  const planned: PlannedLine[] = [];
  const problems: LineProblem[] = [];
  const foreignOnes: Answers[] = [];
  const named = new Map<string, number>();
  let same = 0;
  for (const line of lines) {
    yield;
    const done = planLine(line, setting, named);
    if (done === 'same') same += 1;
    else if ('event' in done) planned.push(done);
    else {
      problems.push(...done.map((problem) => placed(line, problem)));
      if (done.some(({ code }) => code === FOREIGN)) foreignOnes.push(line.answers);
    }
  }
  return { planned, same, problems, foreign: foreignOnes };
}

type Done = PlannedLine | 'same' | readonly Problem[];

function planLine(line: ReadLine, setting: ImportSetting, named: Map<string, number>): Done {
  const { kind, keys, context, known, file, lookupIn } = setting;
  const { $stage: stageText, ...given } = line.answers;
  const key = uniqueKey(kind, given, keys);
  const before = (key === null ? undefined : known.get(key)) ?? null;
  // Of a row that is somebody else's nothing but this is said: its answers and stage are not his to learn.
  if (before && !keepsRow(setting.reach, before.row.org)) return [foreign(kind)];
  const answers: Answers = before
    ? { ...askedPart(kind, before.row.answers), ...given, ...decidedIn(kind, before.row) }
    : (line.fresh ?? given);
  const { sound, problems } = review(kind.form, kind.checks, answers, {
    ...context,
    facts: { ...context.facts, lookup: lookupIn(answers) },
  });
  const lost = line.lost.map(([name, column]) => lostDigits([name], column));
  const owner = orgOf(kind, sound, setting.home);
  const stage = stageOf(setting, stageText, before, { org: owner, first: beginsAt(kind, sound) });
  const found = [
    ...lost,
    ...problems.filter(({ at }) => !line.lost.some(([name]) => name === at[0])),
    ...stage.problems,
    ...doubled(kind, key, line, named),
    ...(before ? [] : likeness(sound, setting)),
    ...(keepsRow(setting.reach, before?.row.org ?? owner) ? [] : [foreign(kind)]),
  ];
  if (blocks(found)) return found.filter((problem) => blocks([problem]));
  const origin = { by: 'import' as const, file, line: line.line };
  const despite = setting.despite ? { despite: setting.despite } : {};
  if (!before) {
    const event = { type: 'entered' as const, answers: sound, org: owner, stage: stage.stage, origin };
    return { line, before, event: { ...event, ...despite } };
  }
  const whole = { ...setByMoves(kind, before.row.answers), ...sound };
  const changed = differing(before.row.answers, whole);
  if (changed.length === 0) return 'same';
  const held = unchangeable(kind, before.row, sound, { ...context, now: setting.now });
  if (blocks(held)) return held;
  return { line, before, event: { type: 'edited', answers: whole, changed, org: before.row.org, origin } };
}

/** What somebody decided of a row: no list takes it back. */
const decidedIn = ({ imported }: RegisterKind, row: FoundRow['row']): Answers =>
  Object.fromEntries((imported?.decided(row) ?? []).map((key) => [key, row.answers[key]]));

const differing = (before: Answers, after: Answers): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null),
  );

/** The stage a list names; a row on record goes on by its moves alone. */
function stageOf(
  { kind, brings }: ImportSetting,
  text: unknown,
  before: FoundRow | null,
  { org, first: begins }: { readonly org: string; readonly first: string },
) {
  const first = before?.row.stage ?? begins;
  if (typeof text !== 'string' || !kind.stages) return { stage: first, problems: [] };
  const found = Object.entries(kind.stages.list).find(([, { label }]) => label === text.trim())?.[0];
  if (found === undefined)
    return {
      stage: first,
      problems: [
        blocking('import.stage', ['$stage'], `没有“${text.trim()}”这个阶段`, 'No such stage', {
          todo: `请填其一：${Object.values(kind.stages.list)
            .map(({ label }) => label)
            .join('、')}`,
        }),
      ],
    };
  if (found === first) return { stage: found, problems: [] };
  if (!before)
    return {
      stage: found,
      problems: brings(found, org)
        ? []
        : [
            blocking(
              'import.stage',
              ['$stage'],
              `不由您办到“${text.trim()}”，不能直接导入这一阶段`,
              'Brought there by others alone',
              { todo: '请改成由您办理的阶段，再由负责的人逐步办理' },
            ),
          ],
    };
  const now = kind.stages.list[before.row.stage]?.label ?? '';
  return {
    stage: first,
    problems: [
      blocking(
        'import.stage',
        ['$stage'],
        `已在册，现为“${now}”，不能由导入改成“${text.trim()}”`,
        'A stage is changed by its moves',
        {
          todo: '请在这一条里逐步办理，或把此格改回现在的阶段',
        },
      ),
    ],
  };
}

/** The same thing twice in one list. */
function doubled(
  kind: RegisterKind,
  key: string | null,
  { line, sheet }: SheetLine,
  named: Map<string, number>,
): readonly Problem[] {
  if (key === null) return [];
  const earlier = named.get(key);
  named.set(key, earlier ?? line);
  if (earlier === undefined) return [];
  const labels = (kind.unique ?? []).flatMap((one) => fieldAt(kind.form, one)?.field.label ?? []);
  return [
    blocking(
      'import.twice',
      kind.unique?.slice(0, 1) ?? [],
      `与第${earlier}行（${sheet}）的${labels.join('、')}相同`,
      `The same as line ${earlier}`,
      { todo: '同一件事物只留一行' },
    ),
  ];
}

function likeness(answers: Answers, { kind, keys, near, despite }: ImportSetting): readonly Problem[] {
  if (despite || !alikeKeys(kind, answers, keys).near.some((key) => near.has(key))) return [];
  return [
    blocking(
      'row.near',
      kind.near?.slice(0, 1) ?? [],
      '可能与台账里已有的一条是同一个',
      'May be on record already',
      {
        todo: '是同一个，请删去此行；不是，请在导入时写明为什么是另一个',
      },
    ),
  ];
}

const FOREIGN = 'row.not-open';
const foreign = (kind: RegisterKind): Problem =>
  blocking(FOREIGN, [], `您不负责维护这一${kind.measure}${nounOf(kind)}`, 'You do not keep this row', {
    todo: '请删去此行，交由负责的单位导入',
  });

const placed = ({ sheet, line, letters }: SheetLine, problem: Problem): LineProblem => {
  const [field] = problem.at;
  const letter = field === undefined ? undefined : letters[String(field)];
  return { sheet, line, cell: letter === undefined ? '' : `${letter}${line}`, problem };
};
