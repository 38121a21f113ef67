import type { Block, Cell, PaperDoc } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';

/** A number as the red head prints it; nothing while the paper has none. */
const numbered = (number: string | undefined): readonly Block[] => {
  const parts = /^(.+)〔(\d{4})〕(第?)(\d+)号$/.exec(number ?? '');
  return parts
    ? [
        {
          kind: 'documentNumber',
          word: parts[1] ?? '',
          year: Number(parts[2]),
          sequence: Number(parts[4]),
          ...(parts[3] ? { ordinal: true } : {}),
        },
      ]
    : [];
};

/** Red head, number and title; notices between offices take the letter form (GB/T 9704-2012 §10.1). */
export const head = (
  facts: PaperFacts,
  lines: readonly string[],
  form: 'document' | 'letter' = 'document',
): readonly Block[] => [
  { kind: 'redHead', office: facts.letterhead.name, form },
  ...numbered(facts.number),
  { kind: 'title', lines },
];

/** Signature, date and how to verify. */
export const tail = (facts: PaperFacts): readonly Block[] => [
  {
    kind: 'signature',
    offices: [facts.letterhead.signature],
    date: facts.date,
    ...(facts.verify.sealed === undefined ? {} : { code: facts.verify.sealed }),
  },
  { kind: 'verification', url: facts.verify.url, code: facts.verify.code },
];

/** A remark as a sentence: empty stays empty, a missing full stop is added. */
export const sentence = (text: string | undefined): string =>
  text === undefined || text === '' ? '' : /[。！？；]$/.test(text) ? text : `${text}。`;

/** A paragraph of body text. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A short entry of a list, in the middle of its box. */
export const centred = (text: string): Cell => ({ text, align: 'center' });

/** Wraps blocks into a document. */
export const paper = (
  facts: PaperFacts,
  kind: string,
  name: string,
  blocks: readonly Block[],
  more: Pick<PaperDoc, 'orientation'> = {},
): PaperDoc => ({
  kind,
  name,
  issuer: facts.letterhead.signature,
  issuedOn: facts.date,
  blocks,
  ...more,
});

/** What a stranger with the code sees of any paper: its number, whose it is and since when. */
export const publicHead: PaperDef['publicFacts'] = (facts) => [
  ...(facts.number ? [{ label: '文号', en: 'Number', value: facts.number }] : []),
  { label: '出具单位', en: 'Issued by', value: facts.letterhead.signature },
  { label: '出具日期', en: 'Issued on', value: facts.date },
];
