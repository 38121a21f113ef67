import { type Block, type Cell, dayInChinese, dayInShanghai } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { maskName } from '@zhitongche/form';
import {
  acceptanceNotice,
  correctionNotice,
  nonAcceptanceNotice,
  type NoticeWords,
  refusalNotice,
} from '../../shared/notices.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { paper, paragraph, publicHead, tail } from '../../shared/papers.ts';
import { labelOf, RANKS, sexOf } from '../../shared/travel-words.ts';
import { KINDS, MATTERS, SPELLED_BY } from './choices.ts';
import { noticesTold } from './flow.ts';
import { applicationForm, readApplication } from './form.ts';

const answersOf = ({ state }: PaperFacts) => readApplication(state.answers);
const kindOf = (facts: PaperFacts): string => labelOf(KINDS, answersOf(facts).kind);

const publicFacts: PaperDef['publicFacts'] = (facts) => [
  ...publicHead(facts),
  { label: '证照种类', en: 'Document', value: kindOf(facts) },
  { label: '持证人', en: 'Holder', value: maskName(answersOf(facts).name ?? '') },
];

const given = { issuer: 'office', signed: true, docx: false, publicFacts } as const;
const wide = (text: string): Cell => ({ text, columns: 3 });

/** 申请表 with what an existing document adds (附页). */
const application: PaperDef = {
  ...given,
  key: 'application',
  title: '因公证照申请表',
  build(facts) {
    const a = answersOf(facts);
    const old: readonly (readonly (string | Cell)[])[] =
      a.oldNumber === undefined ? [] : [['原证号码', a.oldNumber, '原证拼音', a.oldPinyin ?? '']];
    const lost: readonly (readonly (string | Cell)[])[] =
      a.cause === 'lost'
        ? [
            [
              '遗失情况',
              wide(`${a.lostOn ?? ''}，${a.lostHow ?? ''}${a.mission ? `；已报告${a.mission}` : ''}`),
            ],
          ]
        : [];
    return paper(facts, 'application', `证照申请表 ${a.name ?? ''}`, [
      { kind: 'title', lines: [`${kindOf(facts)}申请表`] },
      {
        kind: 'table',
        size: 'form',
        widths: [8, 15, 8, 19],
        rows: [
          ['办理事项', labelOf(MATTERS, a.matter), '派遣单位', a.unit ?? ''],
          ['姓名', a.name ?? '', '拼音', a.pinyin ?? ''],
          ['性别', sexOf(a.sex), '出生日期', a.birthDate ?? ''],
          ['出生地', a.birthPlace ?? '', '身份证号', a.citizenId ?? ''],
          ['工作单位', a.employer ?? '', '职务', a.post ?? ''],
          ['职级', labelOf(RANKS, a.rank), '联系电话', a.phone ?? ''],
          ['任务批件', wide(a.approval ?? '')],
          ['前往', wide(`${a.destination ?? ''}，${a.exitDate ?? ''}至${a.entryDate ?? ''}`)],
          ...(a.kindReason ? [['种类理由', wide(a.kindReason)] as const] : []),
          ...old,
          ...lost,
        ],
      },
      ...tail(facts),
    ]);
  },
};

/** 申请出国护照签证事项表: which document for which trip, in place of a letter. */
const matters: PaperDef = {
  ...given,
  key: 'matters',
  title: '申请护照（通行证）事项表',
  build(facts) {
    const a = answersOf(facts);
    return paper(facts, 'matters', `事项表 ${a.name ?? ''}`, [
      { kind: 'title', lines: ['申请护照（通行证）事项表'] },
      {
        kind: 'table',
        size: 'form',
        widths: [12, 38],
        rows: [
          ['派遣单位', a.unit ?? ''],
          ['批件（确认件）文号', a.approval ?? ''],
          ['前往国家（地区）', a.destination ?? ''],
          ['起止日期', `${a.exitDate ?? ''}至${a.entryDate ?? ''}`],
          ['申请事项', `${labelOf(MATTERS, a.matter)}${kindOf(facts)}`],
          ['人员', `${a.name ?? ''}，${a.employer ?? ''}${a.post ?? ''}`],
        ],
      },
      ...tail(facts),
    ]);
  },
};

const confirmedBy = ({ state }: PaperFacts): readonly Block[] => {
  const said = state.records['spelling']?.at(-1);
  const seat = state.seats.findLast(({ step, status }) => step === 'review' && status === 'done');
  if (!said) return [];
  const by = labelOf(SPELLED_BY, textIn(said.data['by']));
  return [
    paragraph(
      `姓名拼写“${textIn(said.data['spelled'])}”（${by}）由${seat?.doer?.name ?? ''}于${dayInChinese(dayInShanghai(said.at))}确认。`,
    ),
  ];
};

/** 领证回执: what was handed to whom. */
const receipt: PaperDef = {
  ...given,
  key: 'receipt',
  title: '领证回执',
  build(facts) {
    const a = answersOf(facts);
    const hand = facts.state.records['hand']?.at(-1)?.data ?? {};
    const book = facts.state.records['book']?.at(-1)?.data ?? {};
    const said = (of: typeof hand, name: string): string => {
      const value = of[name];
      return typeof value === 'string' ? value : '';
    };
    return paper(facts, 'receipt', `领证回执 ${a.name ?? ''}`, [
      { kind: 'title', lines: ['领证回执'] },
      paragraph(
        `${said(hand, 'collector')}于${dayInChinese(said(hand, 'on'))}领取${a.name ?? ''}的${kindOf(facts)}1本，有效期至${dayInChinese(said(book, 'until'))}。已核对号码、姓名、有效期，已参加行前教育。`,
      ),
      ...confirmedBy(facts),
      paragraph('回国后按期交回；遗失的立即报告。'),
      ...tail(facts),
    ]);
  },
};

const words: NoticeWords = {
  series: 'document-application',
  issuer: 'office',
  form: applicationForm,
  addressee: (facts) => answersOf(facts).unit ?? '',
  matter: (facts) =>
    `${answersOf(facts).name ?? ''}${kindOf(facts)}${labelOf(MATTERS, answersOf(facts).matter)}申请`,
  told: noticesTold,
  basis: '因公护照、往来港澳通行证管理有关规定',
};

/** Every paper of the service. */
export const papers: readonly PaperDef[] = [
  acceptanceNotice(words),
  correctionNotice(words),
  nonAcceptanceNotice(words),
  refusalNotice(words),
  application,
  matters,
  receipt,
];
