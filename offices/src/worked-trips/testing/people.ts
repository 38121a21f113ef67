import type { SamplePerson } from '@zhitongche/catalogue/outbound/trip/sample-people.ts';
import { samplePerson } from '@zhitongche/catalogue/shared/sample-people.ts';
import { defined, lineOf, textOf, type Line, type Row } from './line.ts';
import type { Filing } from './trip.ts';

const POSTS: Readonly<Record<string, string>> = {
  ministry: '副省长',
  bureau: '副厅长',
  division: '副处长',
  section: '科长',
  technical: '工程师',
};
/** Ranks the samples know; who ranks above them is asked the same. */
const SAMPLED: Readonly<Record<string, SamplePerson['rank']>> = {
  ministry: 'bureau',
  bureau: 'bureau',
  division: 'division',
  technical: 'technical',
};
const PASSPORTS: Readonly<Record<string, string>> = {
  ministry: 'diplomatic',
  bureau: 'service',
  division: 'service',
};
const NUMBERS: Readonly<Record<string, string>> = { diplomatic: 'DE', service: 'SE', private: 'EA' };
const CABINS: Readonly<Record<string, string>> = { ministry: 'first', bureau: 'business' };

/** One line for each traveller. */
export const linesOf = (people: readonly string[]): readonly Line[] =>
  people.flatMap((text) => {
    const line = lineOf(text, 1);
    const [rank = '', times = '1'] = (line.words[0] ?? '').split('*');
    return Array.from({ length: Number(times) }, () => ({ ...line, words: [rank] }));
  });

/** The invented person who travels under this line. */
export const personOf = (line: Line, n: number): SamplePerson => {
  const rank = line.words[0] ?? '';
  const born = textOf(line, 'born');
  const employer = textOf(line, 'unit');
  return {
    ...samplePerson(300 + n, textOf(line, 'post') ?? POSTS[rank] ?? '', SAMPLED[rank]),
    ...(born ? { birthDate: born } : {}),
    ...(employer ? { employer } : {}),
  };
};

/** The row of the members table for a traveller. */
export const memberOf = (line: Line, base: Row, filing: Filing): Row => {
  const rank = line.words[0] ?? '';
  const passportKind = textOf(line, 'passport') ?? PASSPORTS[rank] ?? 'public-ordinary';
  const trips = Number(textOf(line, 'trips') ?? '0');
  return defined({
    ...base,
    rank,
    position: textOf(line, 'position') ?? (rank === 'section' ? undefined : 'none'),
    cabin: textOf(line, 'cabin') ?? CABINS[rank] ?? 'economy',
    passportKind,
    passportNumber: `${NUMBERS[passportKind] ?? 'PE'}${typeof base.passportNumber === 'string' ? base.passportNumber.slice(2) : ''}`,
    privateGrounds: textOf(line, 'grounds'),
    employment: textOf(line, 'employment') ?? 'serving',
    secrecy: textOf(line, 'secrecy') ?? 'none',
    role: textOf(line, 'role') ?? base.role,
    tripsThisYear: trips,
    tripsTwoYears: rank === 'bureau' || rank === 'division' ? trips : undefined,
    tripsTerm: rank === 'bureau' ? trips : undefined,
    otherPassport: line.said.other === true,
    passportUntil: textOf(line, 'until') ?? base.passportUntil,
    dutyScope: line.said.noduty === true ? undefined : base.dutyScope,
    leadership: line.said.board === true || base.leadership,
    foreignResidence: line.said.resides === true,
    academic: filing.missionKind === 'academic' ? true : undefined,
  });
};
