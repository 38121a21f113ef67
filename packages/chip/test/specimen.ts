/** The specimen of Utopia: a book nobody travels with, for trials on this machine. */
import { readFileSync } from 'node:fs';
import type { BookContent } from '../src/card/book-content.ts';
import type { FaceFrame } from '../src/file/dg2.ts';
import { type BookOrder, makeBook } from '../src/issuer/make-book.ts';
import { newTestCountry, type TestCountry } from '../src/issuer/test-country.ts';

/** The lines of the specimen in Doc 9303-4, with a day of expiry that has not passed. */
export const SPECIMEN_LINES: readonly string[] = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F3604155ZE184226B<<<<<16',
];

/** The card access number of the specimen. */
export const SPECIMEN_CAN = '500540';

/** A drawn head with the word 样本 across it. */
export const specimenPhoto = (kind: 'jpg' | 'jp2' = 'jpg'): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../specimen/portrait.${kind}`, import.meta.url)));

/** Day everything of the specimen is valid on. */
export const SPECIMEN_DAY = new Date('2026-11-30T00:00:00Z');

/** A country and a book of its. */
export interface Specimen {
  readonly country: TestCountry;
  readonly content: BookContent;
}

/** Makes a country and writes the specimen under it. */
export async function specimen(
  options: Partial<BookOrder> & { readonly frame?: FaceFrame; readonly from?: Date } = {},
): Promise<Specimen> {
  const { from = SPECIMEN_DAY, ...order } = options;
  const country = await newTestCountry(from);
  const content = await makeBook({
    lines: SPECIMEN_LINES,
    photo: specimenPhoto(),
    particulars: { name: 'ERIKSSON<<ANNA MARIA', birth: '19740812', placeOfBirth: 'ZENITH<UTOPIA' },
    can: SPECIMEN_CAN,
    signer: country.documentSigner,
    ...order,
  });
  return { country, content };
}
