import type { Answers, Form } from '@zhitongche/form';
import type { CaseEvent, CaseState, CaseSummary, Service } from '@zhitongche/case';
import type { Json } from '@zhitongche/base';
import {
  type Content,
  hiddenTexts,
  isLost,
  openAnswers,
  openJson,
  type SealContext,
  sealAnswers,
  sealJson,
  type SealingKeys,
} from '@zhitongche/core/server';
import type { StoredContent, StoredState } from '../store/case-read.ts';

/** Where the sealed values of a case belong. */
export const casePlace = (office: string, caseId: string): SealContext => ['case', office, caseId];

/** The event as it may be stored: answers above `open` sealed, and figures computed from them if they repeat any. */
export function sealEvent(
  service: Service,
  event: CaseEvent,
  keys: SealingKeys,
  place: SealContext,
): CaseEvent {
  if (event.type === 'submitted') {
    const hidden = hiddenTexts(service.form, event.answers);
    return {
      ...event,
      answers: sealAnswers(service.form, event.answers, keys, place),
      derived: repeats(event.derived, hidden)
        ? { $sealed: sealJson(event.derived, keys, place) }
        : event.derived,
      summary: withoutHidden(event.summary, hidden),
    };
  }
  if (event.type === 'decided' && event.data !== undefined) {
    const form = formOf(service, event.form);
    return form ? { ...event, data: sealAnswers(form, event.data, keys, place) } : event;
  }
  return event;
}

/** The event as it happened. */
export function openEvent(event: CaseEvent, keys: SealingKeys, place: SealContext): CaseEvent {
  if (event.type === 'submitted') return { ...event, ...openContent(event, keys, place) };
  if (event.type === 'decided' && event.data !== undefined)
    return { ...event, data: openAnswers(event.data, keys, place) };
  return event;
}

/** Opens what a `submitted` event holds. */
export function openContent(content: StoredContent, keys: SealingKeys, place: SealContext): Content {
  const { derived } = content;
  const sealed =
    derived !== null && typeof derived === 'object' && '$sealed' in derived ? derived.$sealed : undefined;
  return {
    answers: openAnswers(content.answers, keys, place),
    derived:
      typeof sealed !== 'string' ? derived : isLost(sealed, keys) ? null : openJson(sealed, keys, place),
  };
}

/** The state as stored, without what the newest `submitted` event holds anyway. */
export function stripState(state: CaseState): StoredState {
  const { answers: _answers, previous: _previous, derived: _derived, ...stored } = state;
  return stored;
}

/** The whole state again; extra forms are opened. */
export function joinState(
  stored: StoredState,
  content: Content | null,
  previous: Answers | null,
  keys: SealingKeys,
  place: SealContext,
): CaseState {
  const records = Object.entries(stored.records).map(([form, entries]) => [
    form,
    entries.map((entry) => ({ ...entry, data: openAnswers(entry.data, keys, place) })),
  ]);
  const { amending } = stored;
  return {
    ...stored,
    records: Object.fromEntries(records),
    ...(amending ? { amending: { ...amending, data: openAnswers(amending.data, keys, place) } } : {}),
    answers: content?.answers ?? {},
    derived: content?.derived ?? null,
    previous,
  };
}

// One object, so that registers that follow a case read it once and not at every act.
const NO_ANSWERS: Answers = Object.freeze({});

/** The stored state as the fold wants it: sealed parts stay sealed, content is left out. */
export const foldable = (stored: StoredState): CaseState => ({
  ...stored,
  answers: NO_ANSWERS,
  previous: null,
  derived: null,
});

const formOf = (service: Service, key: string | undefined): Form | undefined =>
  key === undefined ? undefined : service.forms[key]?.form;

function repeats(value: Json, hidden: readonly string[]): boolean {
  if (hidden.length === 0) return false;
  const text = JSON.stringify(value);
  return hidden.some((secret) => text.includes(JSON.stringify(secret).slice(1, -1)));
}

/** A title or search word must never carry what the form hides; a service that tries gets stars. */
function withoutHidden(summary: CaseSummary, hidden: readonly string[]): CaseSummary {
  if (!repeats({ ...summary, facts: summary.facts.map((fact) => ({ ...fact })) }, hidden)) return summary;
  const clean = (text: string) => starred(text, hidden);
  return {
    title: clean(summary.title),
    facts: cleaned(summary.facts, hidden),
    words: summary.words.map(clean),
  };
}

/** Facts without the texts a form hides. */
export const cleaned = (facts: CaseSummary['facts'], hidden: readonly string[]): CaseSummary['facts'] =>
  facts.map(({ label, value, note }) => ({
    label: starred(label, hidden),
    value: starred(value, hidden),
    ...(note === undefined ? {} : { note: starred(note, hidden) }),
  }));

/** The same value with the texts a form hides starred, wherever they stand in it. */
export const cleanedTexts = <T>(value: T, hidden: readonly string[]): T => {
  if (typeof value === 'string') return starred(value, hidden) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => cleanedTexts(one, hidden)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, cleanedTexts<unknown>(one, hidden)]),
  ) as T;
};

const starred = (text: string, hidden: readonly string[]): string =>
  hidden.reduce((now, secret) => now.replaceAll(secret, '***'), text);
