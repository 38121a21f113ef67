import { codecOf } from './codecs/index.ts';
import { english, fault, type CodecTools, isMissing, type Reading } from './codecs/codec.ts';
import type { Answers, Ask, Field, Fields } from './field.ts';
import type { Form } from './form.ts';
import { isJsonObject, type Json, type JsonObject, type Problem } from '@zhitongche/base';
import { isMasked } from './mask.ts';

/** What reading needs to know from outside; without it shapes alone are judged. */
export interface ReadTools {
  readonly today?: string | undefined;
  readonly country?: CodecTools['country'];
  readonly draws?: CodecTools['draws'];
  readonly pick?: CodecTools['pick'];
  /** What a mask left standing counts as sound: papers are built from answers masked for their readers. */
  readonly masked?: true;
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

const own = (record: JsonObject, key: string): Json | undefined =>
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

/** A list of fields as reading needs it; definitions never change, so each is prepared once. */
interface Plan {
  readonly asked: readonly Asked[];
  readonly known: Fields;
  readonly conditional: readonly Asked[];
  /** Tables whose rows may read differently once the conditions of their columns are judged. */
  readonly twice: ReadonlySet<string>;
}

const planOf = (asked: readonly Asked[]): Plan => ({
  asked,
  known: Object.fromEntries(asked.map((a) => [a.key, a.field])),
  conditional: asked.filter((a) => a.asks.length > 0),
  twice: new Set(asked.filter((a) => a.field.kind === 'table' && depends(a.field.columns)).map((a) => a.key)),
});

/** Whether a row of these columns is judged by anything but its own values. */
const depends = (columns: Fields): boolean =>
  Object.values(columns).some(
    (column) =>
      column.shown !== undefined || typeof column.required === 'function' || column.kind === 'table',
  );

const rowPlans = new WeakMap<Fields, Plan>();
const rowPlan = (columns: Fields): Plan => {
  const known = rowPlans.get(columns);
  if (known) return known;
  const plan = planOf(askedOf(columns));
  rowPlans.set(columns, plan);
  return plan;
};

const formPlans = new WeakMap<Form, Plan>();
const formPlan = (form: Form): Plan => {
  const known = formPlans.get(form);
  if (known) return known;
  const plan = planOf(Object.values(form).flatMap((section) => askedOf(section.fields, section.shown)));
  formPlans.set(form, plan);
  return plan;
};

/** Part of a record; written out because a reading spends most of its time here. */
const only = (record: Answers, keep: (key: string) => boolean): Answers => {
  const kept: Record<string, Json | undefined> = {};
  for (const key of Object.keys(record)) if (keep(key)) put(kept, key, record[key]);
  return kept;
};

/** Sets a member; a key such as `__proto__` becomes one like any other. */
const put = (record: Record<string, Json | undefined>, key: string, value: Json | undefined): void => {
  if (key in record)
    Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true });
  else record[key] = value;
};

/** Fields asked given sound answers: repeated until hiding one hides no other, so that hidden answers steer nothing. */
const visible = (
  { asked, conditional }: Plan,
  sound: Answers,
  whole: Answers | undefined,
): ReadonlySet<string> => {
  if (conditional.length === 0) return new Set(asked.map((a) => a.key));
  const without = (hidden: ReadonlySet<string>): Answers =>
    hidden.size === 0 ? sound : only(sound, (key) => !hidden.has(key));
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

const strangers = (known: Fields, given: JsonObject): readonly Problem[] => {
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
  const { verb } = codecOf(field);
  return fault('required', `${verb.zh}「${field.label}」`, `${verb.en} ${english(field)}`);
};

interface Level {
  readonly tools: ReadTools;
  /** The form's own sound answers while a row is read. */
  readonly whole?: Answers;
  /** Skips conditions: used once before they can be judged. */
  readonly shapesOnly?: boolean;
}

const notARecord: Reading = {
  problems: [fault('type', '这一行的内容无法识别', 'This row is not readable', { todo: '请删除后重填' })],
};

const readEach = (
  some: readonly Asked[],
  given: JsonObject,
  tools: CodecTools,
  masked?: true,
): Map<string, Reading> => {
  const readings = new Map<string, Reading>();
  for (const { key, field } of some) {
    const raw = own(given, key);
    if (masked && raw !== undefined && isMasked(field.kind, raw))
      readings.set(key, { value: raw, problems: [] });
    else if (!isMissing(raw)) readings.set(key, codecOf(field).read(field, raw, tools));
  }
  return readings;
};

const soundOf = (readings: ReadonlyMap<string, Reading>): Answers => {
  const sound: Record<string, Json | undefined> = {};
  for (const [key, { value }] of readings) if (!isMissing(value)) put(sound, key, value);
  return sound;
};

const read = (plan: Plan, given: JsonObject, level: Level): ReadForm => {
  const { asked, known } = plan;
  const faceTools = (rows: Level): CodecTools => ({
    ...level.tools,
    row(columns, row): Reading {
      if (!isJsonObject(row)) return notARecord;
      const inner = read(rowPlan(columns), row, rows);
      return { value: inner.sound, problems: inner.problems };
    },
  });

  const readings = readEach(
    asked,
    given,
    faceTools({ tools: level.tools, shapesOnly: true }),
    level.tools.masked,
  );
  const shapes = soundOf(readings);
  const shown = level.shapesOnly ? null : visible(plan, shapes, level.whole);
  const open = shown ? asked.filter((a) => shown.has(a.key)) : asked;
  const before = shown ? only(shapes, (key) => shown.has(key)) : shapes;
  const whole = level.whole ?? before;
  if (shown) {
    for (const key of readings.keys()) if (!shown.has(key)) readings.delete(key);
    // Only tables can change once the conditions of their columns are judged.
    const again = open.filter((a) => plan.twice.has(a.key));
    const tools = faceTools({ tools: level.tools, whole });
    for (const [key, reading] of readEach(again, given, tools, level.tools.masked))
      readings.set(key, reading);
  }

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
  const kept: Record<string, Json | undefined> = {};
  for (const { key } of open) {
    const raw = own(given, key);
    if (raw !== undefined) put(kept, key, raw);
  }
  return { kept, sound: soundOf(readings), shown: open.map((a) => a.key), problems };
};

/** Readings of answers still in use. Answers are never changed in place, so the same object reads the same. */
const remembered = new WeakMap<object, Map<Form, readonly Remembered[]>>();
interface Remembered extends ReadTools {
  readonly reading: ReadForm;
}
/** A case is read for today and without a day, with countries and without. */
const MOST_REMEMBERED = 4;

/** Answers that came out of a reading as sound, and how they were judged: to read them again would change nothing. */
const soundBy = new WeakMap<object, { readonly form: Form; readonly country: ReadTools['country'] }>();

/** Reads answers by their form in one pass: what is asked, what is sound, what is wrong. Total on any JSON. */
export const readAnswers = (form: Form, answers: unknown, tools: ReadTools = {}): ReadForm => {
  if (!isJsonObject(answers)) {
    const problem = fault('type', '提交的内容无法识别', 'The submitted content is not readable', {
      todo: '请刷新页面后重新填写',
    });
    return { kept: {}, sound: {}, shown: [], problems: [problem] };
  }
  const forms = remembered.get(answers) ?? new Map<Form, readonly Remembered[]>();
  const known = forms.get(form) ?? [];
  const { today, country, draws, pick, masked } = tools;
  const same = known.find(
    (one) =>
      one.today === today &&
      one.country === country &&
      one.draws === draws &&
      one.pick === pick &&
      one.masked === masked,
  );
  if (same) return same.reading;
  const reading = read(formPlan(form), answers, { tools });
  remembered.set(answers, forms.set(form, [{ ...tools, reading }, ...known.slice(0, MOST_REMEMBERED - 1)]));
  const { sound, shown, problems } = reading;
  if (masked) return reading;
  soundBy.set(sound, { form, country });
  // Faultless answers are submitted as they were read; the page shown next reads them again.
  if (problems.length === 0)
    remembered.set(
      sound,
      new Map([[form, [{ today, country, draws, pick, reading: { kept: sound, sound, shown, problems } }]]]),
    );
  return reading;
};

/** The sound answers alone; what was read as sound before, and as strictly, is handed back as it is. */
export const readSound = (form: Form, answers: unknown, country?: ReadTools['country']): Answers => {
  const known = isJsonObject(answers) ? soundBy.get(answers) : undefined;
  if (known?.form === form && (country === undefined || known.country === country)) return answers as Answers;
  return readAnswers(form, answers, { country }).sound;
};

/** Keys of the columns asked in one row of a table, by the same rules the row is read with. */
export const shownColumns = (columns: Fields, row: unknown, whole: Answers): readonly string[] =>
  isJsonObject(row)
    ? read(rowPlan(columns), row, { tools: {}, whole }).shown
    : Object.keys(columns).filter((key) => columns[key]?.shown === undefined);
