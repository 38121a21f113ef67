import type { Json } from '@zhitongche/base';
import type { Country } from './form-context.ts';
import { pinyinInitials } from './pinyin-initials.ts';

type Row = Readonly<Record<string, Json | undefined>>;
const textsOf = (value: Json | undefined): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.filter((v) => typeof v === 'string')
      : [];

/** The office's countries and regions with everything they may be found by. */
export const countriesOf = (rows: readonly Row[]): readonly Country[] =>
  rows.flatMap((row) => {
    const [name] = textsOf(row['name']);
    if (name === undefined) return [];
    const [en = ''] = textsOf(row['en']);
    const names = [name, ...textsOf(row['aliases'])];
    return [{ name, en, words: [...names, en, ...textsOf(row['code']), ...names.map(pinyinInitials)] }];
  });
