import { type Block, dayInChinese, moneyText } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { openBill } from '@zhitongche/money';
import {
  acceptanceNotice,
  correctionNotice,
  nonAcceptanceNotice,
  type NoticeWords,
  refusalNotice,
} from '../../shared/notices.ts';
import { centred, head, paper, paragraph, publicHead, sentence, tail } from '../../shared/papers.ts';
import { ECONOMIES } from './economies.ts';
import { standingIn, verdictWords } from './eligible.ts';
import { asksEconomies, cardForm, KINDS, OWNERSHIP, readCard } from './form.ts';

const cardIn = ({ state }: PaperFacts) => readCard(state.answers);
const kindIn = (facts: PaperFacts): string => KINDS[cardIn(facts).kind ?? 'new'];
const matter = (facts: PaperFacts): string => `${cardIn(facts).name ?? ''}APEC商务旅行卡${kindIn(facts)}`;

const words: NoticeWords = {
  series: 'apec-card',
  issuer: 'office',
  form: cardForm,
  addressee: (facts) => cardIn(facts).unit ?? '',
  matter: (facts) => `${matter(facts)}申请`,
  basis: '外交部关于APEC商务旅行卡申办管理的规定和本办公布的申办条件',
};
const publicFacts: PaperDef['publicFacts'] = (facts) => [
  ...publicHead(facts),
  { label: '办件编号', en: 'Case', value: facts.caseNumber },
];
/** Each kind of letter counts by itself, and says so in its number. */
const NUMBERED = {
  'city-opinion': '初函',
  'report-letter': '函',
  'cancel-letter': '销函',
  payment: '缴函',
} as const;
const letter = (
  key: keyof typeof NUMBERED,
  title: string,
  to: string | ((facts: PaperFacts) => string),
  body: (facts: PaperFacts) => readonly Block[],
  more: Partial<PaperDef> = {},
): PaperDef => ({
  key,
  title,
  issuer: 'office',
  series: { key: `apec-card-${key}`, pattern: `{mark}APEC${NUMBERED[key]}〔{year}〕{seq}号` },
  signed: true,
  docx: true,
  publicFacts,
  build: (facts) =>
    paper(facts, key, `${title} ${facts.number ?? ''}`, [
      ...head(facts, [title], 'letter'),
      { kind: 'addressee', text: typeof to === 'string' ? to : to(facts) },
      ...body(facts),
      ...tail(facts),
    ]),
  ...more,
});

const particulars = (facts: PaperFacts): Block => {
  const { unit, uscc, ownership, name, latinName, post, applied, oldCard, passportUntil } = cardIn(facts);
  const items = [
    ['企业', `${unit ?? ''}（${uscc ?? ''}）`],
    ['企业类型', ownership && OWNERSHIP[ownership]],
    ['申请人', `${name ?? ''}${latinName ? `（${latinName}）` : ''}`],
    ['职务', post],
    ['业务', kindIn(facts)],
    ['原申请', applied],
    ['原卡号', oldCard],
    ['护照有效期至', passportUntil && dayInChinese(passportUntil)],
    ['办件编号', facts.caseNumber],
  ].flatMap(([label = '', value]) => (value ? [{ label, value }] : []));
  return { kind: 'particulars', items };
};
const conditions = ({ state }: PaperFacts): readonly Block[] => {
  const rows = standingIn(state.derived)?.rows ?? [];
  return rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          size: 'list',
          widths: [16, 14, 14, 8],
          header: [['申办条件', '标准', '本申请', '结论']],
          rows: rows.map(([title, need, has, said]) => [title, need, has, centred(said)]),
        },
        paragraph(`结论：${verdictWords(state.derived)}。`),
      ];
};
const said = ({ state }: PaperFacts, act: string) => state.seats.findLast((seat) => seat.act === act);

const cityOpinion = letter(
  'city-opinion',
  '关于APEC商务旅行卡申请的初审意见函',
  (facts) => `${facts.letterhead.name === '' ? '' : '省'}人民政府外事办公室`,
  (facts) => [
    paragraph(`经初审，${cardIn(facts).unit ?? ''}为${matter(facts)}提交的材料齐全，现报请审核。`),
    particulars(facts),
    ...conditions(facts),
    paragraph(
      `初审意见：${sentence(facts.state.seats.findLast(({ step, verdict }) => step === 'city' && verdict === 'agree')?.opinion)}`,
    ),
  ],
  { issuer: 'city' },
);

/** 办文单: who accepted, who checked, what they propose; room for the leaders' hand. */
const slip: PaperDef = {
  key: 'slip',
  title: '办文单',
  issuer: 'office',
  inward: true,
  signed: false,
  docx: true,
  publicFacts,
  build(facts) {
    const [accepted, checked] = [said(facts, 'accept'), said(facts, 'check')];
    return paper(facts, 'slip', `办文单 ${facts.caseNumber}`, [
      { kind: 'title', lines: ['APEC商务旅行卡办文单'] },
      particulars(facts),
      ...conditions(facts),
      {
        kind: 'table',
        size: 'form',
        widths: [16, 84],
        rows: [
          [
            { text: '受理人', label: true },
            `${accepted?.doer?.name ?? ''}　${(accepted?.at ?? '').slice(0, 10)}`,
          ],
          [
            { text: '审核人', label: true },
            `${checked?.doer?.name ?? ''}　${(checked?.at ?? '').slice(0, 10)}`,
          ],
          [{ text: '拟办意见', label: true }, sentence(checked?.opinion)],
          [
            { text: '处长意见', label: true },
            { text: '', height: 24 },
          ],
          [
            { text: '办领导批示', label: true },
            { text: '', height: 24 },
          ],
        ],
      },
    ]);
  },
};

const reportLetter = letter('report-letter', '关于申办APEC商务旅行卡的函', '外交部领事司', (facts) => [
  paragraph(
    `${cardIn(facts).unit ?? ''}申请为${matter(facts)}。经审核，同意其申请，现将材料报上，请予审核办理。`,
  ),
  particulars(facts),
]);
const cancelLetter = letter('cancel-letter', '关于注销APEC商务旅行卡的函', '外交部领事司', (facts) => [
  paragraph(
    `${cardIn(facts).unit ?? ''}因${cardIn(facts).reason ?? ''}，申请注销${cardIn(facts).name ?? ''}的APEC商务旅行卡（卡号${cardIn(facts).oldCard ?? ''}）。经审核，请予注销；原卡收回后协助销毁。`,
  ),
  particulars(facts),
]);

const payment = letter(
  'payment',
  '缴费通知',
  (facts) => cardIn(facts).unit ?? '',
  (facts) => {
    const bill = facts.state.money && openBill(facts.state.money);
    return [
      paragraph(`你单位${matter(facts)}申请（办件编号${facts.caseNumber}）已审核同意上报，请缴纳下列费用：`),
      {
        kind: 'table',
        size: 'list',
        widths: [24, 8, 12],
        header: [['项目', '数量', '金额（元）']],
        rows: (bill?.lines ?? []).map(({ label, quantity, amount }) => [
          label,
          centred(`${quantity}`),
          centred(moneyText(amount)),
        ]),
      },
      paragraph(`共计${moneyText(bill?.total ?? '0.00')}元。可在办件页缴费或上传缴费凭证，到账后出具收据。`),
    ];
  },
);

const FILES: Readonly<Record<string, string>> = {
  letter: '申办函',
  commitment: '申办与管理承诺书',
  licence: '营业执照、信用证明',
  taxProof: '完税、纳税信用证明',
  dealings: '业务往来证明',
  groundsProof: '特殊贡献证明',
  passportScan: '护照资料页',
  photo: '照片',
  signature: '签名',
  insurance: '社会保险记录',
  crimeProof: '无犯罪记录证明',
  police: '报警回执和遗失说明',
};

/** 上报材料包: the data sheet, with every file of the applicant within it. */
const pack: PaperDef = {
  key: 'pack',
  title: '上报材料包',
  issuer: 'office',
  inward: true,
  signed: false,
  docx: false,
  publicFacts,
  build(facts) {
    const card = cardIn(facts);
    // Two files may be called alike: each goes under a number of its own.
    const sent = Object.entries(FILES)
      .flatMap(([key, says]) => (card[key as 'letter'] ?? []).map((one) => ({ ...one, says })))
      .map(({ name, type, digest, says }, at) => ({ name: `${at + 1} ${name}`, type, digest, says }));
    return {
      ...paper(facts, 'pack', `上报材料包 ${facts.caseNumber}`, [
        { kind: 'title', lines: ['APEC商务旅行卡上报材料'] },
        particulars(facts),
        {
          kind: 'particulars',
          items: [
            { label: '身份证号', value: card.citizenId ?? '' },
            { label: '护照号码', value: card.passport ?? '' },
            ...(asksEconomies(card)
              ? [{ label: '申请经济体', value: Object.values(ECONOMIES).join('、') }]
              : []),
          ],
        },
        ...conditions(facts),
        {
          kind: 'table',
          size: 'list',
          widths: [5, 20, 30],
          header: [['序号', '材料', '文件（在本PDF的附件中）']],
          rows: sent.map(({ says, name }, at) => [centred(`${at + 1}`), says, name]),
        },
      ]),
      carries: sent,
    };
  },
};

/** Everything the item issues. */
export const papers: readonly PaperDef[] = [
  acceptanceNotice(words),
  correctionNotice(words),
  nonAcceptanceNotice(words),
  refusalNotice(words),
  cityOpinion,
  slip,
  reportLetter,
  cancelLetter,
  pack,
  payment,
];
