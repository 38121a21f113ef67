import type { Answers, Fields } from './field.ts';
import type { Form } from './form.ts';
import { isJsonObject, type Json, type JsonObject, type Problem } from '@zhitongche/base';
import { fault } from './codecs/codec.ts';
import { formPlan, type Plan, rowPlan } from './read-plan.ts';
import { judge, passOf, type ReadTools } from './read-record.ts';
import { own, put } from './record.ts';

export type { ReadTools };

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

const read = (plan: Plan, given: JsonObject, tools: ReadTools): ReadForm => {
  const { sound, problems, hidden } = judge(plan, given, passOf(tools));
  const shown = plan.asked.flatMap(({ key }) => (hidden.has(key) ? [] : [key]));
  const kept: Record<string, Json | undefined> = {};
  for (const key of shown) {
    const raw = own(given, key);
    if (raw !== undefined) put(kept, key, raw);
  }
  return { kept, sound, shown, problems };
};

/** Readings of answers still in use. Answers are never changed in place, so the same object reads the same. */
const remembered = new WeakMap<object, Map<Form, readonly Remembered[]>>();
interface Remembered extends ReadTools {
  readonly reading: ReadForm;
}
/** A case is read for today and without a day, with countries and without. */
const MOST_REMEMBERED = 4;

/**
 * Answers that came out of a reading as sound, or went through one unchanged and without a word, and how they were
 * judged: to read them again would change nothing.
 */
const soundBy = new WeakMap<
  object,
  { readonly form: Form; readonly country: ReadTools['country']; readonly sound: Answers }
>();

/** Whether two values say the same, in whatever order their members stand. */
const same = (one: Json | undefined, other: Json | undefined): boolean => {
  if (one === other) return true;
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item: Json, index) => same(item, other[index]))
    );
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
};

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
  const asked = known.find(
    (one) =>
      one.today === today &&
      one.country === country &&
      one.draws === draws &&
      one.pick === pick &&
      one.masked === masked,
  );
  if (asked) return asked.reading;
  const reading = read(formPlan(form), answers, tools);
  remembered.set(answers, forms.set(form, [{ ...tools, reading }, ...known.slice(0, MOST_REMEMBERED - 1)]));
  const { sound, shown, problems } = reading;
  if (masked) return reading;
  soundBy.set(sound, { form, country, sound });
  // Faultless answers are submitted as they were read; the page shown next reads them again.
  if (problems.length === 0) {
    remembered.set(
      sound,
      new Map([[form, [{ today, country, draws, pick, reading: { kept: sound, sound, shown, problems } }]]]),
    );
    if (!soundBy.has(answers) && same(answers, sound)) soundBy.set(answers, { form, country, sound });
  }
  return reading;
};

/** The sound answers alone; what was read as sound before, and as strictly, is handed back as it is. */
export const readSound = (form: Form, answers: unknown, country?: ReadTools['country']): Answers => {
  const known = isJsonObject(answers) ? soundBy.get(answers) : undefined;
  if (known?.form === form && (country === undefined || known.country === country)) return known.sound;
  return readAnswers(form, answers, { country }).sound;
};

/** Keys of the columns asked in one row of a table, by the same rules the row is read with. */
export const shownColumns = (columns: Fields, row: unknown, whole: Answers): readonly string[] => {
  if (!isJsonObject(row)) return Object.keys(columns).filter((key) => columns[key]?.shown === undefined);
  const plan = rowPlan(columns);
  const { hidden } = judge(plan, row, passOf({}), whole);
  return plan.asked.flatMap(({ key }) => (hidden.has(key) ? [] : [key]));
};
