import { isJsonObject, type Json } from '@zhitongche/base';
import type { Answers, OnRecord } from '@zhitongche/form';
import { said, travellerKnown, travellerSaid } from '../../../shared/known-traveller.ts';
import { personColumn } from '../../../shared/people-on-record.ts';

/** What the register of people calls the documents a trip asks for; a private passport is no business of the office. */
const PASSPORTS: Readonly<Record<string, string>> = {
  diplomatic: 'diplomatic',
  service: 'service',
  'service-ordinary': 'public-ordinary',
};

const keyFor = (of: Readonly<Record<string, string>>, value: string | undefined): string | undefined =>
  Object.entries(of).find(([, other]) => other === value)?.[0];

/** The official passport that is good longest. */
const passportOf = (documents: readonly Json[]): Answers => {
  const [best] = documents
    .flatMap((one) => {
      if (!isJsonObject(one)) return [];
      const kind = PASSPORTS[said(one, 'kind') ?? ''];
      const number = said(one, 'number');
      return kind && number ? [{ kind, number, until: said(one, 'until') ?? '' }] : [];
    })
    .toSorted((a, b) => b.until.localeCompare(a.until));
  return best
    ? { passportKind: best.kind, passportNumber: best.number, passportUntil: best.until || undefined }
    : {};
};

const passportSaid = (row: Answers) => {
  const kind = keyFor(PASSPORTS, said(row, 'passportKind'));
  const number = said(row, 'passportNumber');
  const until = said(row, 'passportUntil');
  return kind && number && until ? { kind, number, until } : undefined;
};

/** Travellers are people on record: picked there by name, and kept there once their trip is approved. */
export const knownMember: OnRecord = personColumn(
  (known) => ({
    ...travellerKnown(known),
    household: known.household,
    nation: known.nation,
    mobile: known.phone,
    ...passportOf(known.documents),
  }),
  (row) => ({
    ...travellerSaid(row),
    household: said(row, 'household'),
    nation: said(row, 'nation'),
    phone: said(row, 'mobile'),
    document: passportSaid(row),
  }),
);
