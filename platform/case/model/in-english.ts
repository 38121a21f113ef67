import type { Basis } from '@zhitongche/base';
import type { Field, Fields, Form } from '@zhitongche/form';
import type { Check } from './check.ts';
import type { ActDef, Step } from './flow.ts';
import type { ExtraForm, Guide, Service } from './service.ts';
import { MONEY_ENGLISH } from './money/money-english.ts';

const HAN = /\p{Script=Han}/u;

/** What a service calls something in English; what it has no word for stays as it is. */
export const englishOf =
  ({ english = {} }: Pick<Service, 'english'>) =>
  (text: string): string =>
    english[text] ?? MONEY_ENGLISH[text] ?? text;

type Word = (text: string) => string;

/**
 * A service as whoever reads English has it before them: what its form, steps, acts, guide and checks are called. Names of rules and
 * what is worded from a case in Chinese alone are left out; nothing of what it decides changes.
 */
export const inEnglish = (service: Service): Service => {
  if (service.english === undefined) return service;
  const en = englishOf(service);
  const { flow, guide, strands } = service;
  return {
    ...service,
    name: service.en,
    category: en(service.category),
    ...(service.approved === undefined ? {} : { approved: en(service.approved) }),
    guide: guideIn(guide, en),
    form: formIn(service.form, en),
    forms: mapped(service.forms, (one) => extraIn(one, en)),
    checks: service.checks.map((one) => checkIn(one, en)),
    policies: service.policies.map((one) => ({ ...one, label: en(one.label) })),
    papers: service.papers.map((one) => ({ ...one, title: en(one.title) })),
    flow: { ...flow, steps: mapped(flow.steps, (step) => stepIn(step, en)) },
    computed: [],
    ...(strands
      ? {
          strands: mapped(strands, (kind) => ({
            ...kind,
            label: en(kind.label),
            one: en(kind.one),
            states: mapped(kind.states, (state) => ({ ...state, label: en(state.label) })),
          })),
        }
      : {}),
  };
};

const mapped = <A, B>(all: Readonly<Record<string, A>>, change: (one: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)]));

const formIn = (form: Form, en: Word): Form =>
  mapped(form, (section) => ({
    ...section,
    title: section.en ?? en(section.title),
    ...(section.intro === undefined ? {} : { intro: en(section.intro) }),
    fields: fieldsIn(section.fields, en),
  }));

const fieldsIn = (fields: Fields, en: Word): Fields => mapped(fields, (field) => fieldIn(field, en));

const fieldIn = (field: Field, en: Word): Field => ({
  ...field,
  label: field.en ?? en(field.label),
  ...(field.help === undefined ? {} : { help: en(field.help) }),
  ...('unit' in field && field.unit !== undefined ? { unit: en(field.unit) } : {}),
  ...('room' in field && field.room ? { room: { ...field.room, on: en(field.room.on) } } : {}),
  ...('options' in field
    ? { options: field.options.map((one) => ({ ...one, label: one.en ?? en(one.label) })) }
    : {}),
  ...(field.kind === 'table' ? { columns: fieldsIn(field.columns, en), rowName: en(field.rowName) } : {}),
});

const checkIn = (check: Check, en: Word): Check => ({
  ...check,
  title: en(check.title),
  basis: basisIn(check.basis, en),
  run: (...given) =>
    check.run(...given).map((found) => {
      const { todo, basis, ...rest } = found;
      const said = todo === undefined ? undefined : en(todo);
      return {
        ...rest,
        message: found.en,
        ...(said === undefined || HAN.test(said) ? {} : { todo: said }),
        ...(basis ? { basis: basisIn(basis, en) } : {}),
      };
    }),
});

/** The instrument keeps a name one can look it up by; the article is told by its number or not at all. */
const basisIn = <B extends Basis>(basis: B, en: Word): B => {
  const { article, ...rest } = basis;
  const told = article === undefined ? undefined : en(article);
  return {
    ...rest,
    title: en(basis.title),
    ...(told === undefined || HAN.test(told) ? {} : { article: told }),
  } as B;
};

const extraIn = (extra: ExtraForm, en: Word): ExtraForm => ({
  ...extra,
  title: en(extra.title),
  form: formIn(extra.form, en),
  ...(extra.checks ? { checks: extra.checks.map((one) => checkIn(one, en)) } : {}),
});

const actIn = (act: ActDef, en: Word): ActDef => {
  const label = act.en ?? (act.label === undefined ? undefined : en(act.label));
  return label === undefined ? act : { ...act, label };
};

const stepIn = (step: Step, en: Word): Step => {
  const { note: _, ...rest } = step;
  return {
    ...rest,
    title: step.en ?? en(step.title),
    phase: en(step.phase),
    ...('acts' in step ? { acts: step.acts.map((act) => actIn(act, en)) } : {}),
  };
};

const guideIn = (guide: Guide, en: Word): Guide => ({
  ...guide,
  what: en(guide.what),
  conditions: guide.conditions.map(en),
  materials: guide.materials.map(({ name, form, note }) => ({
    name: en(name),
    form: en(form),
    ...(note === undefined ? {} : { note: en(note) }),
  })),
  timeLimits: guide.timeLimits.map((one) => ({ ...one, step: en(one.step), text: en(one.text) })),
  ...(guide.deciders
    ? { deciders: guide.deciders.map((one) => ({ ...one, who: en(one.who), text: en(one.text) })) }
    : {}),
  basis: guide.basis.map(en),
  fee: en(guide.fee),
  questions: guide.questions.map(({ q, a }) => ({ q: en(q), a: en(a) })),
});

/** Chinese words that are left of what somebody of the public reads of a service in English; none where it admits people from abroad. */
export const leftInChinese = (service: Service): readonly string[] => {
  const { guide, form, forms, flow, strands, checks, papers, policies, name } = inEnglish(service);
  const steps = Object.values(flow.steps);
  const asked = steps.flatMap((step) =>
    'acts' in step
      ? step.acts.filter((act) => {
          const who = act.who ?? ('who' in step ? step.who : undefined);
          return act.form !== undefined && who !== undefined && 'applicant' in who;
        })
      : [],
  );
  const shown: readonly unknown[] = [
    name,
    guide,
    form,
    asked.map(({ label, form: key = '' }) => [label, forms[key]?.title, forms[key]?.form]),
    steps.map(({ title, phase }) => [title, phase]),
    strands ?? {},
    checks.map(({ title, basis: { title: instrument } }) => [title, instrument]),
    papers.map(({ title }) => title),
    policies.filter(({ type }) => type === 'money').map(({ label }) => label),
  ];
  return [...new Set(textsIn(shown))].filter((text) => HAN.test(text));
};

/** Words that are shown, wherever they lie; keys, patterns and spellings an import knows are none. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['also', 'regex', 'value', 'key', 'english', 'series']);
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (NOT_SHOWN.has(key) ? [] : textsIn(part)));
};
