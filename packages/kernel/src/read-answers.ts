import { faceOf } from './faces/index.ts';
import { english, fault, type FaceTools, isMissing, type Reading } from './faces/face.ts';
import type { Answers, Ask, Field, Fields } from './field.ts';
import type { Form } from './form.ts';
import type { Json } from './json.ts';
import type { Problem } from './problem.ts';

/** What reading needs to know from outside; without it shapes alone are judged. */
export interface ReadTools {
  readonly today?: string | undefined;
  readonly country?: FaceTools['country'];
}

/** A form's answers as read. */
export interface ReadForm {
  /** Answers to fields asked now, as given: hidden and unknown ones are gone. */
  readonly kept: Answers;
  /** Answers that are sound, normalised; in tables each cell is sound or absent. */
  readonly sound: Answers;
  /** Keys of the fields asked now, in order. */
  readonly shown: readonly string[];
  readonly problems: readonly Problem[];
}

/** A field as asked: the section's condition joined to its own. */
interface Asked {
  readonly key: string;
  readonly field: Field;
  readonly asks: readonly Ask[];
}

/** Unknown keys named one by one before the rest are summed up; a guard against millions of them. */
const NAMED_STRANGERS = 20;

type Record_ = { readonly [key: string]: Json | undefined };

const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (record: Record_, key: string): Json | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** A condition that throws is a fault of the definition; the field is asked, so that nothing is lost unseen. */
const holds = (ask: Ask, answers: Answers, whole: Answers): boolean => {
  try {
    return ask(answers, whole);
  } catch {
    return true;
  }
};

const askedOf = (fields: Fields, section?: Ask): readonly Asked[] =>
  Object.entries(fields).map(([key, field]) => ({
    key,
    field,
    asks: [section, field.shown].filter((ask) => ask !== undefined),
  }));

/** Fields asked given sound answers: repeated until hiding one hides no other, so that hidden answers steer nothing. */
const visible = (
  asked: readonly Asked[],
  sound: Answers,
  whole: Answers | undefined,
): ReadonlySet<string> => {
  const conditional = asked.filter((a) => a.asks.length > 0);
  const without = (hidden: ReadonlySet<string>): Answers =>
    Object.fromEntries(Object.entries(sound).filter(([key]) => !hidden.has(key)));
  const hiddenBy = (answers: Answers): Set<string> =>
    new Set(
      conditional
        .filter((a) => !a.asks.every((ask) => holds(ask, answers, whole ?? answers)))
        .map((a) => a.key),
    );
  let hidden = new Set<string>();
  for (let round = 0; round <= conditional.length; round += 1) {
    const next = hiddenBy(without(hidden));
    if (next.size === hidden.size && [...next].every((key) => hidden.has(key))) break;
    hidden = next;
  }
  // Conditions that chase each other never settle: then only hiding more is allowed, which must end.
  for (;;) {
    const more = [...hiddenBy(without(hidden))].filter((key) => !hidden.has(key));
    if (more.length === 0) break;
    for (const key of more) hidden.add(key);
  }
  return new Set(asked.filter((a) => !hidden.has(a.key)).map((a) => a.key));
};

const strangers = (known: Fields, given: Record_): readonly Problem[] => {
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(known, key));
  const named = unknown.slice(0, NAMED_STRANGERS).map((key) =>
    fault(
      'unknown',
      `“${key.slice(0, 60)}”不是本表单的填报项`,
      `${key.slice(0, 60)} is no field of this form`,
      {
        at: [key.slice(0, 60)],
        todo: '请刷新页面后重新填写',
      },
    ),
  );
  const rest = unknown.length - named.length;
  if (rest <= 0) return named;
  return [
    ...named,
    fault('unknown', `另有${rest}项不是本表单的填报项`, `${rest} more keys are no fields of this form`, {
      todo: '请刷新页面后重新填写',
    }),
  ];
};

const missing = (field: Field): Problem => {
  const { verb } = faceOf(field);
  return fault('required', `${verb.zh}「${field.label}」`, `${verb.en} ${english(field)}`, {
    todo: `${verb.zh}「${field.label}」`,
  });
};

interface Level {
  readonly tools: ReadTools;
  /** The form's own sound answers while a row is read. */
  readonly whole?: Answers;
  /** Skips conditions: used once before they can be judged. */
  readonly shapesOnly?: boolean;
}

const read = (asked: readonly Asked[], known: Fields, given: Record_, level: Level): ReadForm => {
  const faceTools = (rows: Level): FaceTools => ({
    ...level.tools,
    row(columns, row): Reading {
      if (!isRecord(row)) {
        return {
          problems: [
            fault('type', '这一行的内容无法识别', 'This row is not readable', { todo: '请删除后重填' }),
          ],
        };
      }
      const inner = read(askedOf(columns), columns, row, rows);
      return { value: inner.sound, problems: inner.problems };
    },
  });
  const readAll = (some: readonly Asked[], tools: FaceTools): ReadonlyMap<string, Reading> =>
    new Map(
      some.flatMap(({ key, field }) => {
        const raw = own(given, key);
        return isMissing(raw) ? [] : [[key, faceOf(field).read(field, raw, tools)] as const];
      }),
    );
  const soundOf = (readings: ReadonlyMap<string, Reading>): Answers =>
    Object.fromEntries([...readings].flatMap(([key, { value }]) => (isMissing(value) ? [] : [[key, value]])));

  const shapes = readAll(asked, faceTools({ tools: level.tools, shapesOnly: true }));
  const shown = level.shapesOnly
    ? new Set(asked.map((a) => a.key))
    : visible(asked, soundOf(shapes), level.whole);
  const open = asked.filter((a) => shown.has(a.key));
  const before = Object.fromEntries(Object.entries(soundOf(shapes)).filter(([key]) => shown.has(key)));
  const whole = level.whole ?? before;
  // Only tables can change once the conditions of their columns are judged.
  const readings = new Map([
    ...[...shapes].filter(([key]) => shown.has(key)),
    ...(level.shapesOnly
      ? []
      : readAll(
          open.filter((a) => a.field.kind === 'table'),
          faceTools({ tools: level.tools, whole }),
        )),
  ]);

  const problems: Problem[] = [];
  for (const { key, field } of open) {
    const place = (problem: Problem): Problem => ({ ...problem, at: [key, ...problem.at] });
    const reading = readings.get(key);
    if (reading) problems.push(...reading.problems.map(place));
    else if (
      typeof field.required === 'function' ? holds(field.required, before, whole) : field.required === true
    ) {
      problems.push(place(missing(field)));
    }
  }
  problems.push(...strangers(known, given));
  return {
    kept: Object.fromEntries(
      open.flatMap(({ key }) => {
        const raw = own(given, key);
        return raw === undefined ? [] : [[key, raw]];
      }),
    ),
    sound: soundOf(readings),
    shown: open.map((a) => a.key),
    problems,
  };
};

/** Reads answers by their form in one pass: what is asked, what is sound, what is wrong. Total on any JSON. */
export const readAnswers = (form: Form, answers: unknown, tools: ReadTools = {}): ReadForm => {
  const sections = Object.values(form);
  const asked = sections.flatMap((section) => askedOf(section.fields, section.shown));
  const known: Fields = Object.fromEntries(asked.map((a) => [a.key, a.field]));
  if (isRecord(answers)) return read(asked, known, answers, { tools });
  const problem = fault('type', '提交的内容无法识别', 'The submitted content is not readable', {
    todo: '请刷新页面后重新填写',
  });
  return { kept: {}, sound: {}, shown: [], problems: [problem] };
};

/** Keys of the columns asked in one row of a table, by the same rules the row is read with. */
export const shownColumns = (columns: Fields, row: unknown, whole: Answers): readonly string[] =>
  isRecord(row)
    ? read(askedOf(columns), columns, row, { tools: {}, whole }).shown
    : Object.keys(columns).filter((key) => columns[key]?.shown === undefined);
