import { type Block, dayInChinese } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import {
  acceptanceNotice,
  correctionNotice,
  nonAcceptanceNotice,
  type NoticeWords,
} from '../../shared/notices.ts';
import { centred, head, paper, paragraph, publicHead, tail } from '../../shared/papers.ts';
import { apostillePaper, legalisationPaper } from './certificate.ts';
import { wayOf } from './derive.ts';
import { applicationForm, documentOf, documentsOf, ID_KINDS, KINDS, readApplication } from './form.ts';
import { REASONS, reasonOf } from './reasons.ts';
import { WAY_WORDS } from './route.ts';

const applicantOf = ({ state }: PaperFacts): string => readApplication(state.answers).applicant ?? '';

const words: NoticeWords = {
  series: 'apostille',
  issuer: 'office',
  form: applicationForm,
  addressee: applicantOf,
  you: () => '您（单位）',
  matter: ({ state }) => `送${readApplication(state.answers).country ?? ''}使用文书的认证申请`,
  basis: '《取消外国公文书认证要求的公约》（1961）、《领事认证办法》',
};

const aboutCase: PaperDef['publicFacts'] = (facts) => [
  ...publicHead(facts),
  { label: '办件编号', en: 'Case', value: facts.caseNumber },
];

/** A letter about one paper of the case. */
const ofDocument = (
  key: string,
  title: string,
  pattern: string,
  to: (facts: PaperFacts) => string,
  body: (facts: PaperFacts) => readonly Block[],
): PaperDef => ({
  key,
  title,
  issuer: 'office',
  addressed: { strands: 'document' },
  series: { key: `apostille-${key}`, pattern },
  signed: true,
  docx: true,
  publicFacts: aboutCase,
  build: (facts) =>
    paper(facts, key, `${title} ${facts.number ?? ''}`, [
      ...head(facts, [title], 'letter'),
      { kind: 'addressee', text: to(facts) },
      ...body(facts),
      ...tail(facts),
    ]),
});

const paperWords = ({ state, addressee }: PaperFacts): string => {
  const { issuer = '', title = '', number = '' } = documentOf(state, addressee);
  return `${issuer}出具的“${title}”（${number}）`;
};

const refusal = ofDocument(
  'refusal',
  '不予办理通知书',
  '{mark}认不字〔{year}〕{seq}号',
  applicantOf,
  (facts) => {
    const { code, reason, at } = reasonOf(facts.state, facts.addressee);
    return [
      paragraph(
        `您（单位）送${readApplication(facts.state.answers).country ?? ''}使用的、由${paperWords(facts)}，经审查，不予办理${wayOf(facts.state) === 'apostille' ? '附加证明书' : '领事认证'}。`,
      ),
      paragraph(`理由：${REASONS[code]}${reason === '' ? '' : `。${reason}`}`.replace(/。*$/, '。')),
      paragraph(`依据：${words.basis}。`),
      paragraph(`审查日期：${dayInChinese(at)}。补齐或更正后可以重新申请。`),
    ];
  },
);

const inquiry = ofDocument(
  'inquiry',
  '印鉴签署核询函',
  '{mark}认询字〔{year}〕{seq}号',
  ({ state, addressee }) => documentOf(state, addressee).issuer ?? '',
  (facts) => {
    const { signer = '', capacity = '', seal = '', issuedOn = '' } = documentOf(facts.state, facts.addressee);
    return [
      paragraph(
        `我办收到${paperWords(facts)}，出证日期${dayInChinese(issuedOn)}，签署人${signer}（${capacity}），印鉴“${seal}”。该印鉴、签署在我办没有有效样本，请核实是否属实，并补送印鉴、签名样本。`,
      ),
    ];
  },
);

const row = (label: string, value: string) => ({ label, value });

/** 档案登记表: what the applicant signs at the window, and what lies in the file. */
const registration: PaperDef = {
  key: 'registration',
  title: '申请领事认证/附加证明书档案登记表',
  issuer: 'office',
  signed: false,
  docx: true,
  publicFacts: aboutCase,
  build(facts) {
    const { country, purpose, applicant, idKind, idNumber, phone, agent, urgent, collect } = readApplication(
      facts.state.answers,
    );
    return paper(facts, 'registration', `档案登记表 ${facts.caseNumber}`, [
      { kind: 'title', lines: ['申请领事认证/附加证明书', '档案登记表'] },
      {
        kind: 'particulars',
        items: [
          row('办件编号', facts.caseNumber),
          row('申请人', applicant ?? ''),
          row('证件', `${idKind === undefined ? '' : ID_KINDS[idKind]} ${idNumber ?? ''}`),
          row('联系电话', phone ?? ''),
          ...(agent === undefined ? [] : [row('代办人', agent)]),
          row('使用国家（地区）', country ?? ''),
          row('用途', purpose ?? ''),
          row('办理方式', `${WAY_WORDS[wayOf(facts.state)]}${urgent ? '，加急' : ''}`),
          row('取件方式', collect === 'post' ? '邮寄' : '窗口领取'),
        ],
      },
      {
        kind: 'table',
        size: 'list',
        widths: [4, 9, 14, 12, 14, 5],
        header: [['序号', '种类', '文书名称', '编号', '出证机构', '页数']],
        rows: documentsOf(facts.state).map(({ told }, at) => [
          centred(`${at + 1}`),
          told.kind === undefined ? '' : KINDS[told.kind],
          told.title ?? '',
          told.number ?? '',
          told.issuer ?? '',
          centred(`${told.pages ?? ''}`),
        ]),
      },
      paragraph('以上内容属实，文书系合法取得。'),
      paragraph('申请人（代办人）签字：　　　　　　　　日期：'),
    ]);
  },
};

/** Everything the item issues. */
export const papers: readonly PaperDef[] = [
  { ...acceptanceNotice(words), title: '受理回执' },
  correctionNotice(words),
  nonAcceptanceNotice(words),
  registration,
  inquiry,
  refusal,
  apostillePaper,
  legalisationPaper,
];
