import type { Day } from '../day.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { daySealed, readSeal, type Seal, sealBody, sealDay, type SealFeature } from './visible-seal.ts';

/** One thing a paper says, in few words. */
export interface SealedFact {
  readonly label: string;
  readonly en: string;
  readonly value: string;
}

/** What the signed code of a paper says; who issued it is told by the certificate that signed. */
export interface PaperSeal {
  /** Which certificate, as {@link Seal} has it. */
  readonly certificate: string;
  readonly title: string;
  readonly number: string | null;
  /** The code printed beside it, for asking the office; null = the office keeps no copy that could be asked for. */
  readonly code: string | null;
  readonly issuedOn: Day;
  /** The term it counts in; null = from its day, without end. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly facts: readonly SealedFact[];
}

/** Our definition and kind: numbers Doc 9303-13 leaves to issuers. */
const [DEFINITION, CATEGORY] = [0xc8, 0x01] as const;
const [COUNTRY, SIGNER] = ['CHN', 'CNZT'] as const;
const TAG = { title: 0x01, number: 0x02, code: 0x03, from: 0x04, to: 0x05, fact: 0x10 } as const;
/** Bytes before the signature: with more, the code would not stand beside a signature at a size that scans. */
const MOST = 236;
const LONGEST = 127;
/** Bytes of a P-256 signature. */
const SIGNATURE = 64;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes to be signed. A fact that would make the code too large is left out whole, and so are those after it. */
export function paperSealBody(seal: PaperSeal): Uint8Array {
  const header = {
    country: COUNTRY,
    signer: SIGNER,
    certificate: seal.certificate,
    issuedOn: seal.issuedOn,
    signedOn: seal.issuedOn,
    definition: DEFINITION,
    category: CATEGORY,
  };
  let features: readonly SealFeature[] = [
    [TAG.title, utf8(seal.title)],
    ...(seal.number === null ? [] : [[TAG.number, utf8(seal.number)] as const]),
    ...(seal.code === null ? [] : [[TAG.code, utf8(seal.code)] as const]),
    ...(seal.from === null ? [] : [[TAG.from, sealDay(seal.from)] as const]),
    ...(seal.to === null ? [] : [[TAG.to, sealDay(seal.to)] as const]),
  ];
  for (const { label, en, value } of seal.facts) {
    const fact = utf8([label, en, value].join('\n'));
    const more: readonly SealFeature[] = [...features, [TAG.fact, fact]];
    if (fact.length > LONGEST || sealBody(header, more).length > MOST) break;
    features = more;
  }
  return sealBody(header, features);
}

/** What a seal of our definition says; undefined for every other. */
export function readPaperSeal(
  bytes: Uint8Array,
): (PaperSeal & Pick<Seal, 'signed' | 'signature'>) | undefined {
  const seal = readSeal(bytes);
  const { definition, category } = seal?.header ?? {};
  if (seal?.signature.length !== SIGNATURE || definition !== DEFINITION || category !== CATEGORY)
    return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const valuesOf = (tag: number) =>
      seal.features.flatMap(([found, value]) => (found === tag ? [value] : []));
    const textOf = (tag: number) => valuesOf(tag).map((value) => decoder.decode(value))[0] ?? null;
    const dayOf = (tag: number) => valuesOf(tag).map(daySealed)[0] ?? null;
    const facts = valuesOf(TAG.fact).map((value) => {
      const [label = '', en = '', ...rest] = decoder.decode(value).split('\n');
      return { label, en, value: rest.join('\n') };
    });
    const { certificate, issuedOn } = seal.header;
    const title = textOf(TAG.title);
    if (title === null) return undefined;
    return {
      certificate,
      issuedOn,
      title,
      code: textOf(TAG.code),
      number: textOf(TAG.number),
      from: dayOf(TAG.from),
      to: dayOf(TAG.to),
      facts,
      signed: seal.signed,
      signature: seal.signature,
    };
  } catch {
    return undefined;
  }
}

/** Path below which the seal stands in the address of a code: any telephone that reads it opens the page that checks it. */
const PATH = '/q/';

/** The text of the square code. */
export const sealAddress = (origin: string, seal: Uint8Array): string => `${origin}${PATH}${toBase32(seal)}`;

/** The seal in what was scanned: an address of whatever office, or the bare letters; undefined when there is none. */
export function sealInText(text: string): Uint8Array | undefined {
  const [, letters = ''] = /(?:^|\/q\/)([A-Z2-7]+)$/i.exec(text.trim()) ?? [];
  return letters === '' ? undefined : fromBase32(letters.toUpperCase());
}
