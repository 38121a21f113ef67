import type { Answers } from '@zhitongche/form';

/** A text in both languages people answer in. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** The five levels of 政务服务“好差评”, best first. */
export const LEVELS = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Acceptable' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
} as const satisfies Readonly<Record<number, Both>>;

/** A level, 5 the best. */
export type Mark = keyof typeof LEVELS;

/** Levels as they are shown, best first. */
export const MARKS: readonly Mark[] = [5, 4, 3, 2, 1];

/** A bad review (差评) is one of the two lowest levels. */
export const isBad = (mark: Mark): boolean => mark <= 2;

/** What a questionnaire asks beside the level of the whole. */
export type Question =
  | { readonly kind: 'scale'; readonly key: string; readonly ask: Both }
  | { readonly kind: 'text'; readonly key: string; readonly ask: Both };

/** What a questionnaire judges. */
export const JUDGED = {
  case: '办结的办件',
  course: '一期培训',
  reception: '一次接待',
  order: '一次服务或采购',
  visit: '一次参观',
  year: '一年的工作',
} as const;
export type Judged = keyof typeof JUDGED;

/** How an answer came. */
export const CHANNELS = {
  link: '评价码',
  kiosk: '窗口评价器',
  sheet: '纸质问卷（工作人员录入）',
} as const;
export type Channel = keyof typeof CHANNELS;

/** A survey of the demo office with what was answered. */
export interface SampleSurvey {
  readonly title: string;
  readonly judges: Exclude<Judged, 'case'>;
  /** Days ago it was opened and answered. */
  readonly ago: number;
  /** Marks one after another, 5 the best: `5543`. */
  readonly marks: string;
  /** Of these, how many came on the screen of a window, and how many on paper. */
  readonly kiosk?: number;
  readonly sheets?: number;
  /** Why, of each bad mark in turn. */
  readonly reasons?: readonly string[];
  /** What the first of them wrote. */
  readonly words?: readonly string[];
}

/** Somebody who is not satisfied and asked to be called. */
export interface Complainer {
  /** What was judged, and by whom. */
  readonly title: string;
  readonly who: string;
  readonly mark: Mark;
  readonly reasons: readonly string[];
  readonly words: string;
  readonly name: string;
  readonly contact: string;
  readonly day: string;
  /** Last days for the call and for mending what was wrong. */
  readonly due: string;
  readonly mendDue: string;
}

/** Where whoever asked to be called is written down. */
export interface CallBack {
  readonly register: string;
  answers(of: Complainer): Answers;
}

/** What a group of people is asked: a catalogue entry. */
export interface Questionnaire {
  readonly kind: 'questionnaire';
  /** Unique in the product; the group, too: `visitors`. */
  readonly code: string;
  readonly version: number;
  /** Who answers: 来访外宾. */
  readonly who: Both;
  readonly name: Both;
  /** The question of the whole, answered by one of the five levels. */
  readonly ask: Both;
  readonly judges: readonly Judged[];
  /** Services whose ended cases it judges; absent = every one no other questionnaire names. */
  readonly services?: readonly string[];
  readonly questions: readonly Question[];
  /** Why somebody is not satisfied, by key; several may be named. */
  readonly reasons: Readonly<Record<string, Both>>;
  /** Days a code may be used. */
  readonly days: number;
  /** Absent = nobody is called. */
  readonly callBack?: CallBack;
  readonly samples?: readonly SampleSurvey[];
}

/** Checks what a questionnaire says of itself. */
export function defineQuestionnaire(given: Omit<Questionnaire, 'kind'>): Questionnaire {
  const keys = given.questions.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) throw new Error(`${given.code}: a question is asked twice`);
  for (const key of [given.code, ...keys, ...Object.keys(given.reasons)])
    if (!/^[a-z][a-z-]{0,31}$/.test(key)) throw new Error(`${given.code}: ${key} is no key`);
  if (given.judges.length === 0) throw new Error(`${given.code} judges nothing`);
  return { kind: 'questionnaire', ...given };
}

/** The questionnaire that judges the cases of a service: the one that names it, else the one for whatever nobody names. */
export const questionnaireFor = (
  all: readonly Questionnaire[],
  service: string,
): Questionnaire | undefined => {
  const judging = all.filter(({ judges }) => judges.includes('case'));
  return (
    judging.find(({ services }) => services?.includes(service)) ??
    judging.find(({ services }) => services === undefined)
  );
};
