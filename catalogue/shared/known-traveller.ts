import type { Answers, OnRecord } from '@zhitongche/form';
import { personColumn, type PersonSaid } from './people-on-record.ts';

/** What the register of people calls the sexes, by the letter of a travel document. */
const SEX: Readonly<Record<string, string>> = { male: 'M', female: 'F' };

/** The text of an answer; nothing where there is none. */
export const said = (row: Answers, key: string): string | undefined => {
  const value = row[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** What a row of travellers takes from the register of people. */
export const travellerKnown = ({
  name,
  pinyin,
  sex,
  birth,
  birthPlace,
  citizenId,
  unit,
  post,
}: PersonSaid): Answers => ({
  name,
  pinyin,
  sex: SEX[sex ?? ''],
  birthDate: birth,
  birthPlace,
  citizenId,
  employer: unit,
  post,
});

/** What it tells the register. */
export const travellerSaid = (row: Answers): PersonSaid => ({
  name: said(row, 'name'),
  pinyin: said(row, 'pinyin'),
  sex: Object.entries(SEX).find(([, letter]) => letter === said(row, 'sex'))?.[0],
  citizenId: said(row, 'citizenId'),
  birth: said(row, 'birthDate'),
  birthPlace: said(row, 'birthPlace'),
  unit: said(row, 'employer'),
  post: said(row, 'post'),
});

/** Travellers are people on record: picked there by name, and kept there once their trip is approved. */
export const knownTraveller: OnRecord = personColumn(travellerKnown, travellerSaid);
