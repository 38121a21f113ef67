import { dayInChinese, labelled, type PaperDoc, type SheetBox } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { publicHead } from '../../shared/papers.ts';
import { BOXES, SHEET } from './boxes.ts';
import { documentOf, type Told } from './form.ts';
import { key } from './policy.ts';

const STATE = "中华人民共和国 The People's Republic of China";

const told = ({ state, addressee }: PaperFacts): Told => documentOf(state, addressee);
/** Whoever signed for the office. */
const signatory = ({ state }: PaperFacts): string =>
  state.seats.findLast(({ step, verdict }) => step === 'sign' && verdict === 'agree')?.doer?.name ?? '';

const line = (
  y: number,
  text: string,
  size: number,
  more: Partial<SheetBox & { kind: 'text' }> = {},
): SheetBox => ({
  kind: 'text',
  x: 6,
  y,
  width: 98,
  height: size * 0.45,
  text,
  size,
  align: 'center',
  ...more,
});

const frame: SheetBox = {
  kind: 'frame',
  x: 2.5,
  y: 2.5,
  width: 105,
  height: 105,
  colour: '#4a4a4a',
  weight: 0.4,
};

/** The signed code where the office has a key for it, else the address of the page that verifies. */
const code = ({ verify }: PaperFacts): readonly SheetBox[] => [
  {
    kind: 'code',
    symbol: 'qr',
    x: 68,
    y: 34,
    width: 37,
    height: 37,
    text: verify.sealed ?? verify.url,
    says: '核验码',
  },
  {
    kind: 'text',
    x: 68,
    y: 71.2,
    width: 37,
    height: 3.4,
    text: `核验码 ${verify.code}`,
    size: 6.5,
    align: 'center',
  },
];

/** What both kinds of certificate end with: where, when, by whom, under what number, sealed and signed. */
const certified = (facts: PaperFacts, no: (item: number) => string): readonly SheetBox[] => [
  ...labelled({ zh: `${no(5)}签发地`, en: 'at' }, placeOf(facts), BOXES.at),
  ...labelled({ zh: `${no(6)}日期`, en: 'the' }, dayInChinese(facts.date), BOXES.the),
  ...labelled({ zh: `${no(7)}签发机关`, en: 'by' }, facts.letterhead.signature, BOXES.by),
  ...labelled({ zh: `${no(8)}编号`, en: 'No' }, facts.number ?? '', BOXES.number),
  {
    kind: 'text',
    x: 69,
    y: 76.5,
    width: 36,
    height: 3,
    text: `${no(9)}印鉴 Seal/stamp`,
    size: 5.6,
    face: 'hei',
  },
  ...labelled({ zh: `${no(10)}签名`, en: 'Signature' }, signatory(facts), BOXES.signature),
];

/** Where it is given: as the office says, else by the province or city its letterhead names. */
const placeOf = ({ letterhead, policy }: PaperFacts): string => {
  const said = policy.text(key('place'));
  return said === '' ? (/^.{1,6}?(?:省|自治区|市|自治州)/.exec(letterhead.signature)?.[0] ?? '') : said;
};

const square = (
  facts: PaperFacts,
  kind: string,
  name: string,
  boxes: readonly SheetBox[],
  no: (item: number) => string = () => '',
): PaperDoc => ({
  kind,
  name,
  issuer: facts.letterhead.signature,
  issuedOn: facts.date,
  sheet: SHEET,
  ...carrying(told(facts)),
  blocks: [{ kind: 'face', boxes: [frame, ...boxes, ...code(facts), ...certified(facts, no)] }],
});

/** An electronic original lies within the certificate that is given for it. */
const carrying = ({ original, scan = [] }: Told): Pick<PaperDoc, 'carries'> =>
  original === 'electronic'
    ? {
        carries: scan.map(({ name, type, digest }) => ({
          name,
          type,
          digest,
          says: '电子原件 Electronic original',
        })),
      }
    : {};

/** What a stranger who holds the paper is told of it: what the certificate says, nothing of whom it was for. */
const publicFacts: PaperDef['publicFacts'] = (facts) => {
  const { signer = '', capacity = '', seal = '' } = told(facts);
  return [
    ...publicHead(facts),
    { label: '签署人', en: 'Signed by', value: signer },
    { label: '签署人身份', en: 'Capacity', value: capacity },
    { label: '印鉴', en: 'Seal', value: seal },
  ];
};

const common = {
  issuer: 'office',
  addressed: { strands: 'document' },
  signed: true,
  docx: false,
  publicFacts,
  sealed: (facts) => publicFacts(facts).slice(-3),
} as const satisfies Partial<PaperDef>;

/** 附加证明书 by the annex of the Convention: square, titled in French, ten numbered items. */
export const apostillePaper: PaperDef = {
  ...common,
  key: 'certificate',
  title: '附加证明书',
  series: { key: 'apostille-certificate', pattern: 'A{year}-{seq}' },
  build(facts) {
    const { signer = '', capacity = '', seal = '' } = told(facts);
    return square(
      facts,
      'apostille',
      `附加证明书 ${facts.number ?? ''}`,
      [
        line(4.5, '附加证明书', 11, { face: 'hei' }),
        line(10, 'APOSTILLE', 16, { face: 'xiaobiaosong', lang: 'fr' }),
        line(17.8, '(Convention de La Haye du 5 octobre 1961)', 9, { lang: 'fr' }),
        ...labelled({ zh: '1. 国家', en: 'Country' }, STATE, BOXES.country),
        line(33, '本公文书 This public document', 7, { align: 'left', face: 'hei', width: 61 }),
        ...labelled({ zh: '2. 签署人', en: 'has been signed by' }, signer, BOXES.signer),
        ...labelled({ zh: '3. 签署人身份', en: 'acting in the capacity of' }, capacity, BOXES.capacity),
        ...labelled({ zh: '4. 印鉴名称', en: 'bears the seal/stamp of' }, seal, BOXES.seal),
        line(69.6, '证明 Certified', 7, { align: 'left', face: 'hei', width: 61 }),
      ],
      (item) => `${item}. `,
    );
  },
};

/** 领事认证书: the same sheet for countries the Convention does not bind with China. */
export const legalisationPaper: PaperDef = {
  ...common,
  key: 'legalisation',
  title: '领事认证书',
  series: { key: 'apostille-legalisation', pattern: 'L{year}-{seq}' },
  build(facts) {
    const { signer = '', capacity = '', seal = '', issuer = '' } = told(facts);
    return square(facts, 'legalisation', `领事认证书 ${facts.number ?? ''}`, [
      line(6, '领事认证', 16, { face: 'xiaobiaosong' }),
      line(14.5, 'CONSULAR LEGALISATION', 11, { lang: 'en' }),
      line(24, `兹证明前面文书上${issuer}的印鉴和签署属实。`, 9, { height: 9, align: 'left' }),
      ...labelled({ zh: '签署人', en: 'signed by' }, signer, BOXES.signer),
      ...labelled({ zh: '签署人身份', en: 'in the capacity of' }, capacity, BOXES.capacity),
      ...labelled({ zh: '印鉴名称', en: 'seal/stamp of' }, seal, BOXES.seal),
    ]);
  },
};
