import type { Field, FieldKind, Fields } from '../field.ts';
import type { PickResolver } from '../facts.ts';
import type { Draws, Json, Basis, Level, Problem } from '@zhitongche/base';

/** Language something is shown in. */
export type Lang = 'zh' | 'en';

/** What a face may ask while reading a value; supplied by the form, so that faces stay independent. */
export interface CodecTools {
  /** Calendar day in Asia/Shanghai, when known. */
  readonly today?: string | undefined;
  /** The official name of a country given by name or alias; undefined = not in the table, absent = no table at hand. */
  readonly country?: ((name: string) => string | undefined) | undefined;
  /** What is on record by id or name; absent = nobody knows here. */
  readonly pick?: PickResolver | undefined;
  /** Whether papers can draw a code point; absent = nobody knows, so nothing is said. */
  readonly draws?: Draws | undefined;
  /** Reads one row of a table. */
  row(columns: Fields, row: Json): Reading;
}

/** A value as read: sound and normalised, or absent with the problems that say why. */
export interface Reading {
  /** Absent when nothing sound was given. */
  readonly value?: Json;
  readonly problems: readonly Problem[];
}

/** The faces of a field kind that need no screen: read, show, blank. The input is the web's own total record. */
export interface FieldCodec<F extends Field> {
  /** Verb of "please …" when a required answer is missing. */
  readonly verb: { readonly zh: string; readonly en: string };
  /** Checks and normalises a value that is not missing; never throws, whatever JSON comes. */
  read(field: F, raw: Json, tools: CodecTools): Reading;
  /** A sound value in words. */
  show(field: F, value: Json, lang: Lang): string;
  /** What a new form starts with; undefined = nothing. */
  blank(field: F): Json | undefined;
}

/** The member of the union with that kind. */
export type FieldOf<K extends FieldKind, F extends Field = Field> = F extends Field
  ? K extends F['kind']
    ? F
    : never
  : never;

/** Verbs shared by the faces. */
export const VERBS = {
  fill: { zh: '请填写', en: 'Enter' },
  choose: { zh: '请选择', en: 'Choose' },
  upload: { zh: '请上传', en: 'Upload' },
  add: { zh: '请添加', en: 'Add' },
} as const;

/** A sound value. */
export const sound = (value: Json, problems: readonly Problem[] = []): Reading => ({ value, problems });

/** A problem of a field, placed at the field itself until the form sets it in its row and column. */
export const fault = (
  code: string,
  message: string,
  en: string,
  more: {
    readonly todo?: string;
    readonly basis?: Basis;
    readonly level?: Level;
    readonly at?: Problem['at'];
  } = {},
): Problem => ({
  code: `field.${code}`,
  level: more.level ?? 'block',
  at: more.at ?? [],
  message,
  en,
  ...(more.todo === undefined ? {} : { todo: more.todo }),
  ...(more.basis === undefined ? {} : { basis: more.basis }),
});

/** No sound value, for these reasons. */
export const unsound = (...problems: readonly Problem[]): Reading => ({ problems });

/** The field's English name, or its Chinese one where no translation was given. */
export const english = (field: Field): string => field.en ?? field.label;

/** A value of the wrong JSON type: screens cannot produce it, programs can. */
export const wrongType = (field: Field, wantedZh: string, wantedEn: string): Reading =>
  unsound(
    fault('type', `「${field.label}」应为${wantedZh}`, `${english(field)} must be ${wantedEn}`, {
      todo: `请按${wantedZh}重新填写`,
    }),
  );

/** True when nothing was answered: absent, null, blank text or an empty list. */
export const isMissing = (value: Json | undefined): value is undefined | null =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** A scalar as text; lists and records have faces of their own and come out empty. */
export const asText = (value: Json): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
