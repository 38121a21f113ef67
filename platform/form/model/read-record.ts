import { codecOf } from './codecs/index.ts';
import { english, fault, type CodecTools, isMissing, type Reading } from './codecs/codec.ts';
import type { Answers, Field, Fields } from './field.ts';
import type { Json, JsonObject, Problem } from '@zhitongche/base';
import { isJsonObject } from '@zhitongche/base';
import { isMasked } from './mask.ts';
import { type Asked, hiddenIn, holds, NONE, type Plan, rowPlan } from './read-plan.ts';
import { only, own, put } from './record.ts';

/** What reading needs to know from outside; without it shapes alone are judged. */
export interface ReadTools {
  readonly today?: string | undefined;
  readonly country?: CodecTools['country'];
  readonly draws?: CodecTools['draws'];
  readonly pick?: CodecTools['pick'];
  /** What a mask left standing counts as sound: papers are built from answers masked for their readers. */
  readonly masked?: true;
}

/** Unknown keys named one by one before the rest are summed up; a guard against millions of them. */
const NAMED_STRANGERS = 20;

const strangers = (known: Fields, given: JsonObject): readonly Problem[] => {
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(known, key));
  if (unknown.length === 0) return [];
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
  const { verb } = codecOf(field);
  return fault('required', `${verb.zh}「${field.label}」`, `${verb.en} ${english(field)}`);
};

/** Values of one record, each read by its own field alone; where fields are conditional, before they can be judged. */
interface Shapes {
  readonly plan: Plan;
  /** In the order of the plan; absent where nothing was answered. */
  readonly readings: readonly (Reading | undefined)[];
  readonly sound: Answers;
}

/** One reading of a form. */
interface Pass {
  readonly tools: ReadTools;
  /** Reads values as {@link Shapes} wants them. */
  readonly alone: CodecTools;
  /** What was read so, records and rows: asked for once more when conditions can be judged. */
  readonly read: Map<JsonObject, Shapes>;
}

const notARecord: Reading = {
  problems: [fault('type', '这一行的内容无法识别', 'This row is not readable', { todo: '请删除后重填' })],
};

/** Begins to read a record with all its tables. */
export const passOf = (tools: ReadTools): Pass => {
  const alone: CodecTools = {
    ...tools,
    row(columns, row): Reading {
      if (!isJsonObject(row)) return notARecord;
      const plan = rowPlan(columns);
      const { readings, sound } = shapesOf(plan, row, pass);
      // What is judged by more than itself is read again, and found wrong only then.
      return { value: sound, problems: plan.depends ? [] : problemsIn(plan, row, { readings, sound }) };
    },
  };
  const pass: Pass = { tools, alone, read: new Map() };
  return pass;
};

const readOne = ({ key, field }: Asked, given: JsonObject, tools: CodecTools, masked?: true) => {
  const raw = own(given, key);
  if (masked && raw !== undefined && isMasked(field.kind, raw)) return { value: raw, problems: [] };
  return isMissing(raw) ? undefined : codecOf(field).read(field, raw, tools);
};

/** Records as they were read, each by its own fields alone, for as long as they are in use: who types into one row leaves the others as they are. */
const remembered = new WeakMap<JsonObject, readonly (ReadTools & { readonly shapes: Shapes })[]>();
/** A record is read with a day and without, with countries and without. */
const MOST_REMEMBERED = 4;

const shapesOf = (plan: Plan, given: JsonObject, { tools, alone, read }: Pass): Shapes => {
  const before = read.get(given);
  if (before?.plan === plan) return before;
  const { today, country, draws, pick, masked } = tools;
  const known = remembered.get(given) ?? [];
  const same = known.find(
    (one) =>
      one.shapes.plan === plan &&
      one.today === today &&
      one.country === country &&
      one.draws === draws &&
      one.pick === pick &&
      one.masked === masked,
  );
  const shapes = same?.shapes ?? readAlone(plan, given, alone, masked);
  if (!same) remembered.set(given, [{ ...tools, shapes }, ...known.slice(0, MOST_REMEMBERED - 1)]);
  read.set(given, shapes);
  return shapes;
};

const readAlone = (plan: Plan, given: JsonObject, alone: CodecTools, masked?: true): Shapes => {
  const readings = plan.asked.map((asked) => readOne(asked, given, alone, masked));
  return { plan, readings, sound: soundOf(plan, readings) };
};

const soundOf = ({ asked }: Plan, readings: Shapes['readings']): Answers => {
  const sound: Record<string, Json | undefined> = {};
  asked.forEach(({ key }, index) => {
    const value = readings[index]?.value;
    if (!isMissing(value)) put(sound, key, value);
  });
  return sound;
};

/** What was read of a record, and by what its conditions are judged. */
interface Found extends Pick<Shapes, 'readings' | 'sound'> {
  readonly hidden?: ReadonlySet<string>;
  readonly whole?: Answers;
}

const problemsIn = (
  { asked, known }: Plan,
  given: JsonObject,
  { readings, sound, hidden = NONE, whole = sound }: Found,
): readonly Problem[] => {
  const problems: Problem[] = [];
  asked.forEach(({ key, field }, index) => {
    if (hidden.has(key)) return;
    const reading = readings[index];
    const place = (problem: Problem): Problem => ({ ...problem, at: [key, ...problem.at] });
    if (reading) {
      if (reading.problems.length > 0) problems.push(...reading.problems.map(place));
    } else if (
      typeof field.required === 'function' ? holds(field.required, sound, whole) : field.required === true
    ) {
      problems.push(place(missing(field)));
    }
  });
  problems.push(...strangers(known, given));
  return problems;
};

/** A record as read, its conditions judged by itself or by the form's own answers. */
interface Judged {
  readonly sound: Answers;
  readonly problems: readonly Problem[];
  readonly hidden: ReadonlySet<string>;
}

/** Reads a record by its fields; without the form's own answers it is the form itself. */
export const judge = (plan: Plan, given: JsonObject, pass: Pass, form?: Answers): Judged => {
  const { asked, twice } = plan;
  const shapes = shapesOf(plan, given, pass);
  const hidden = hiddenIn(plan, shapes.sound, form);
  const sound = hidden.size === 0 ? shapes.sound : only(shapes.sound, (key) => !hidden.has(key));
  const whole = form ?? sound;
  if (twice.size === 0)
    return { sound, hidden, problems: problemsIn(plan, given, { ...shapes, sound, hidden, whole }) };
  const tools: CodecTools = {
    ...pass.tools,
    row(columns, row): Reading {
      if (!isJsonObject(row)) return notARecord;
      const inner = judge(rowPlan(columns), row, pass, whole);
      return { value: inner.sound, problems: inner.problems };
    },
  };
  // Only tables can change once the conditions of their columns are judged.
  const readings = shapes.readings.map((reading, index) => {
    const one = asked[index];
    if (!reading || !one || hidden.has(one.key)) return undefined;
    return twice.has(one.key) ? readOne(one, given, tools, pass.tools.masked) : reading;
  });
  return {
    sound: soundOf(plan, readings),
    hidden,
    problems: problemsIn(plan, given, { readings, sound, hidden, whole }),
  };
};
