import type { Answers, Ask, Field, Fields } from './field.ts';
import type { Form } from './form.ts';
import { only } from './record.ts';

/** A field as asked: the section's condition joined to its own. */
export interface Asked {
  readonly key: string;
  readonly field: Field;
  readonly asks: readonly Ask[];
}

/** A condition that throws is a fault of the definition; the field is asked, so that nothing is lost unseen. */
export const holds = (ask: Ask, answers: Answers, whole: Answers): boolean => {
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
export interface Plan {
  readonly asked: readonly Asked[];
  readonly known: Fields;
  readonly conditional: readonly Asked[];
  /** Tables whose rows may read differently once the conditions of their columns are judged. */
  readonly twice: ReadonlySet<string>;
  /** Whether a row of these fields is judged by anything but its own values. */
  readonly depends: boolean;
}

const planOf = (asked: readonly Asked[]): Plan => ({
  asked,
  known: Object.fromEntries(asked.map((a) => [a.key, a.field])),
  conditional: asked.filter((a) => a.asks.length > 0),
  twice: new Set(asked.filter((a) => a.field.kind === 'table' && depends(a.field.columns)).map((a) => a.key)),
  depends: depends(Object.fromEntries(asked.map((a) => [a.key, a.field]))),
});

const depends = (columns: Fields): boolean =>
  Object.values(columns).some(
    (column) =>
      column.shown !== undefined || typeof column.required === 'function' || column.kind === 'table',
  );

const rowPlans = new WeakMap<Fields, Plan>();
/** The plan of a table's columns. */
export const rowPlan = (columns: Fields): Plan => {
  const known = rowPlans.get(columns);
  if (known) return known;
  const plan = planOf(askedOf(columns));
  rowPlans.set(columns, plan);
  return plan;
};

const formPlans = new WeakMap<Form, Plan>();
/** The plan of a form's fields, sections joined. */
export const formPlan = (form: Form): Plan => {
  const known = formPlans.get(form);
  if (known) return known;
  const plan = planOf(Object.values(form).flatMap((section) => askedOf(section.fields, section.shown)));
  formPlans.set(form, plan);
  return plan;
};

/** Nothing is hidden. */
export const NONE: ReadonlySet<string> = new Set();

/** Fields not asked given sound answers: repeated until hiding one hides no other, so that hidden answers steer nothing. */
export const hiddenIn = (
  { conditional }: Plan,
  sound: Answers,
  whole: Answers | undefined,
): ReadonlySet<string> => {
  if (conditional.length === 0) return NONE;
  const without = (hidden: ReadonlySet<string>): Answers =>
    hidden.size === 0 ? sound : only(sound, (key) => !hidden.has(key));
  const hiddenBy = (answers: Answers): Set<string> => {
    const hidden = new Set<string>();
    for (const { key, asks } of conditional)
      if (!asks.every((ask) => holds(ask, answers, whole ?? answers))) hidden.add(key);
    return hidden;
  };
  let hidden = new Set<string>();
  for (let round = 0; round <= conditional.length; round += 1) {
    const next = hiddenBy(without(hidden));
    if (next.size === hidden.size && [...next].every((key) => hidden.has(key))) return hidden;
    hidden = next;
  }
  // Conditions that chase each other never settle: then only hiding more is allowed, which must end.
  for (;;) {
    const more = [...hiddenBy(without(hidden))].filter((key) => !hidden.has(key));
    if (more.length === 0) return hidden;
    for (const key of more) hidden.add(key);
  }
};
