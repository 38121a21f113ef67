import type { Json } from '@zhitongche/base';
import { derivedOf } from '../../../../catalogue/outbound/trip/derive/derive.ts';

const PASSPORT: Readonly<Record<string, string>> = {
  diplomatic: '外交',
  service: '公务',
  'public-ordinary': '公务普通',
  private: '因私',
};
const ANSWER: Readonly<Record<string, string>> = {
  exempt: '出境证明',
  visa: '签证',
  permit: '通行证',
  ask: '核实',
};

/** Text of the table without the blanks that only make it readable. */
export const plain = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the program computed, written down as the table is. */
export const figuresOf = (stored: Json) => {
  const derived = derivedOf(stored);
  if (!derived) throw new Error('nothing was computed');
  const { funding, entries } = derived;
  const byCountry = new Map<string, { days: number; kinds: Map<string, string> }>();
  for (const { country, stayDays, passportKind, answer } of entries) {
    const seen = byCountry.get(country) ?? { days: stayDays, kinds: new Map<string, string>() };
    byCountry.set(country, seen);
    seen.kinds.set(PASSPORT[passportKind] ?? passportKind, ANSWER[answer] ?? answer);
  }
  return {
    days: derived.days,
    countries: derived.countries.join('、'),
    stays: derived.stays.map(({ place, days, nights }) => `${place} ${days}天${nights}晚`).join('，'),
    money: funding.lines.map((line) =>
      [
        line.label,
        ...(line.place === '' ? [] : [line.place]),
        line.currency,
        line.standard,
        `${line.persons}×${line.days}`,
        line.amount,
        line.cny ?? '?',
      ].join(' '),
    ),
    total: funding.cny,
    missing: funding.missing,
    entries: [...byCountry]
      .map(
        ([country, { days, kinds }]) =>
          `${country} ${days}天 ${[...kinds].map(([kind, answer]) => `${kind}→${answer}`).join(' ')}`,
      )
      .join('；'),
  };
};
