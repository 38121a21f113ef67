import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { CommandShape } from '@zhitongche/contract';
import { picture, seal } from '../../../shared/demo/picture.ts';
import type { Hands, PlayedCase } from '../../../shared/demo/play-case.ts';

/** Stickers the cases below draw, the spoiled one among them. */
export const STICKERS_USED = 6;

const NOTARY = '云泽市中信公证处';
const COUNCIL = '中国国际贸易促进委员会云泽省委员会';
const [WINDOW, REVIEWER, HEAD] = ['window', 'consular', 'consular-head'] as const;

interface Paper {
  readonly kind: 'notarial' | 'commercial' | 'origin';
  readonly title: string;
  readonly number: string;
  /** Of an issuer that has filed nothing. */
  readonly unknown?: true;
  readonly electronic?: true;
}

const notarial = (title: string, n: number, more: Partial<Paper> = {}): Paper => ({
  kind: 'notarial',
  title: `${title}公证书`,
  number: `（2026）云中信证字第${n}号`,
  ...more,
});
const trade = (title: string, n: number, more: Partial<Paper> = {}): Paper => ({
  kind: title === '原产地证书' ? 'origin' : 'commercial',
  title,
  number: `26C99${String(n).padStart(6, '0')}`,
  ...more,
});

/** A page with a seal, as a scan would show it. */
const page = picture(
  260,
  [60, 60, 60],
  (x, y) => seal(x * 2 - 1, y * 2 - 1) || (y < 0.55 && Math.sin(y * 90) > 0.93),
);
const told = async (hands: Hands, today: string, pdf: Uint8Array, paper: Paper): Promise<Answers> => {
  const civil = paper.kind === 'notarial';
  const issuer = civil ? (paper.unknown ? '云泽市东亭公证处' : NOTARY) : COUNCIL;
  const signer = civil ? (paper.unknown ? '温知礼 WEN Zhili' : '顾清和 GU Qinghe') : '陆怀瑾 LU Huaijin';
  return {
    kind: paper.kind,
    title: paper.title,
    number: paper.number,
    issuer,
    issuedOn: addDays(today, -60),
    signer,
    capacity: civil ? '公证员 Notary' : '授权签字人 Authorised signatory',
    seal: issuer,
    pages: civil ? 6 : 1,
    original: paper.electronic ? 'electronic' : 'paper',
    scan: [paper.electronic ? await hands('电子原件.pdf', pdf) : await hands('扫描件.png', page)],
  };
};

type Acts = PlayedCase['acts'];
const all = (n: number): string[] => Array.from({ length: n }, (_, at) => `d${at + 1}`);
const paid: Acts[number] = [WINDOW, { act: 'pay-counter', data: { way: 'cash', reference: '演示' } }];
const accepts = (way = 'apostille'): Acts[number] => [
  WINDOW,
  { act: 'accept', data: { way, originals: 'seen' } },
];
const sound = (strands: string[]): Acts[number] => [REVIEWER, { act: 'sound', strands }];
const signs: Acts = [
  [REVIEWER, { act: 'send' }],
  [HEAD, { act: 'sign', data: {} }],
];
const made = (strands: string[]): Acts[number] => [WINDOW, { act: 'make', strands }];
const turned = (strands: string[], code: string, reason: string): Acts[number] => [
  REVIEWER,
  { act: 'turn-down', strands, data: { code, reason } },
];
const handed = (strands: string[], data: NonNullable<CommandShape['data']>): Acts[number] => [
  WINDOW,
  { act: 'hand', strands, data },
];

type One = (
  n: number,
  filer: string,
  daysAgo: number,
  country: string,
  papers: readonly Paper[],
  acts: Acts,
  more?: Answers,
) => PlayedCase;

/** Those that are over, or were signed. */
const signedCases = (one: One): readonly PlayedCase[] => {
  const post = { collect: 'post', receiver: '林望舒', address: '云泽市示例路1号（演示）' };
  return [
    one(
      1,
      'trading',
      40,
      '日本',
      [notarial('营业执照', 101), trade('原产地证书', 1, { electronic: true })],
      [
        accepts(),
        paid,
        sound(all(2)),
        ...signs,
        made(all(2)),
        handed(all(2), { by: 'post', to: '林望舒', tracking: 'DEMO0000001' }),
      ],
      post,
    ),
    one(
      2,
      'construction',
      30,
      '德国',
      [notarial('授权委托书', 102), notarial('无犯罪记录', 103, { unknown: true }), notarial('章程', 104)],
      [
        accepts(),
        paid,
        sound(['d1', 'd3']),
        turned(['d2'], 'not-on-file', '出证机构没有送过印鉴和签名样本（演示）'),
        ...signs,
        made(['d1', 'd3']),
        [WINDOW, { act: 'misprint', strands: ['d1'], data: { reason: '走纸歪斜（演示）' } }],
        handed(['d1', 'd3'], { by: 'window', to: '本人' }),
      ],
    ),
    one(
      3,
      'rail',
      20,
      '塞尔维亚',
      [trade('商事证明书', 2)],
      [accepts(), paid, turned(['d1'], 'not-in-form', '骑缝章不全（演示）'), [REVIEWER, { act: 'close' }]],
    ),
    one(
      4,
      'energy',
      12,
      '印度',
      [trade('原产地证书', 3)],
      [accepts('double'), paid, sound(['d1']), ...signs, made(['d1'])],
    ),
    one(
      5,
      'university',
      6,
      '法国',
      [notarial('学位', 105)],
      [accepts(), paid, sound(['d1']), ...signs, made(['d1'])],
    ),
  ];
};

/** Those that still wait for somebody. */
const waitingCases = (one: One): readonly PlayedCase[] => {
  return [
    one(
      6,
      'trading',
      4,
      '韩国',
      [notarial('营业执照', 106), notarial('授权委托书', 107)],
      [accepts(), paid, sound(all(2)), ...signs, made(['d1'])],
    ),
    one(
      7,
      'industry',
      3,
      '新加坡',
      [notarial('声明书', 108)],
      [accepts(), paid, sound(['d1']), [REVIEWER, { act: 'send' }]],
    ),
    one(
      8,
      'construction',
      2,
      '巴西',
      [notarial('资质证书', 109), notarial('声明书', 110, { unknown: true }), trade('商事证明书', 4)],
      [accepts(), paid, sound(['d1']), [REVIEWER, { act: 'inquire', strands: ['d2'] }]],
    ),
    one(9, 'rail', 1, '美国', [notarial('授权委托书', 111), trade('原产地证书', 5)], [accepts()], {
      urgent: true,
      urgentReason: '投标截止在即（演示）',
    }),
    one(10, 'energy', 1, '埃及', [notarial('营业执照', 112)], []),
    one(
      11,
      'trade-council',
      5,
      '墨西哥',
      [trade('商事证明书', 6)],
      [
        [
          WINDOW,
          {
            act: 'correct',
            faults: [{ at: 'documents.0.scan', message: '扫描件缺第二页（演示）' }],
          },
        ],
      ],
    ),
    one(
      12,
      'medical',
      9,
      '意大利',
      [notarial('声明书', 113)],
      [[WINDOW, { act: 'refuse', opinion: '文书由外省公证处出具，请向出具地外办申请（演示）。' }]],
    ),
  ];
};

/** One case in every state it may stand in, in the order of their days; `pdf` is what electronic originals are. */
export const cases = (today: string, pdf: Uint8Array): readonly PlayedCase[] => {
  const one: One = (n, filer, daysAgo, country, papers, acts, more = {}) => ({
    key: `demo-apostille-case-${n}`,
    service: 'apostille',
    filer: `${filer}-filer`,
    daysAgo,
    minute: 10 + n,
    acts,
    answers: async (hands, who) => ({
      country,
      purpose: '对外经贸合作',
      inProvince: true,
      urgent: false,
      applicant: who(`${filer}-filer`).name,
      idKind: 'citizen-id',
      idNumber: '演示证件号',
      phone: '13900000000',
      byAgent: false,
      documents: await Promise.all(papers.map((paper) => told(hands, today, pdf, paper))),
      collect: 'window',
      ...more,
    }),
  });
  return [...signedCases(one), ...waitingCases(one)];
};
