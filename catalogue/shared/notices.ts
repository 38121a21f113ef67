import { dayInChinese } from '@zhitongche/base';
import type { CaseState, PaperDef, PaperFacts, Seat } from '@zhitongche/case';
import { fieldAt, type Form } from '@zhitongche/form';
import { centred, head, paper, paragraph, publicHead, sentence, tail } from './papers.ts';

/** What the notices of a service are made of. */
export interface NoticeWords {
  /** Begins the keys of their series: `outbound` gives `outbound-acceptance`. */
  readonly series: string;
  readonly issuer: PaperDef['issuer'];
  /** The application's form: gives the fields that faults name their words. */
  readonly form: Form;
  /** To whom: the unit that filed. */
  addressee(facts: PaperFacts): string;
  /** How whoever filed is spoken to; 你单位 when absent. */
  you?(facts: PaperFacts): string;
  /** The filing in words: `“某团”因公临时出国申报`. */
  matter(facts: PaperFacts): string;
  /** What is not counted towards the promised days; what every service leaves out when absent. */
  uncounted?(facts: PaperFacts): string;
  /** Notices sent so far, the present one last; without it none says that it is another one. */
  told?(state: CaseState): readonly Seat[];
  /** Under what it is turned down in general; what in particular stands against it, the reason says. */
  readonly basis: string;
}

const youOf = (words: NoticeWords, facts: PaperFacts): string => words.you?.(facts) ?? '你单位';

const publicFacts: PaperDef['publicFacts'] = (facts) => [
  ...publicHead(facts),
  { label: '办件编号', en: 'Case', value: facts.caseNumber },
];

const phoneOf = ({ letterhead }: PaperFacts) =>
  letterhead.phone ? [paragraph(`咨询电话：${letterhead.phone}`)] : [];

/** 受理通知: the case is complete and the promised days run. */
export const acceptanceNotice = (words: NoticeWords): PaperDef => ({
  key: 'acceptance',
  title: '受理通知',
  issuer: words.issuer,
  series: { key: `${words.series}-acceptance`, pattern: '{mark}受字〔{year}〕{seq}号' },
  signed: true,
  docx: false,
  publicFacts,
  build(facts) {
    const clock = facts.state.promise;
    return paper(facts, 'acceptance', `受理通知 ${facts.caseNumber}`, [
      ...head(facts, ['受理通知'], 'letter'),
      { kind: 'addressee', text: words.addressee(facts) },
      paragraph(
        `${youOf(words, facts)}${words.matter(facts)}（办件编号${facts.caseNumber}）材料齐全，现予受理。`,
      ),
      ...(clock
        ? [
            paragraph(
              `办理时限为${clock.days}个工作日，自${dayInChinese(clock.startedOn)}起算，应于${dayInChinese(clock.due)}前办结；${words.uncounted?.(facts) ?? '补正、挂起、上报等待的时间'}不计算在内。`,
            ),
          ]
        : []),
      ...phoneOf(facts),
      ...tail(facts),
    ]);
  },
});

/** 补正通知: every fault at once, each with its place and basis. */
export const correctionNotice = (words: NoticeWords): PaperDef => ({
  key: 'correction',
  title: '补正通知',
  issuer: words.issuer,
  series: { key: `${words.series}-correction`, pattern: '{mark}补字〔{year}〕{seq}号' },
  signed: true,
  docx: false,
  publicFacts,
  build(facts) {
    const { faults } = facts.state;
    const told = words.told?.(facts.state) ?? [];
    const again = told.length > 1 ? told.at(-1)?.opinion : undefined;
    return paper(facts, 'correction', `补正通知 ${facts.caseNumber}`, [
      ...head(facts, ['补正通知'], 'letter'),
      { kind: 'addressee', text: words.addressee(facts) },
      paragraph(
        `${youOf(words, facts)}${words.matter(facts)}（办件编号${facts.caseNumber}）有${faults.length}处需要补正，现一次性告知：`,
      ),
      ...(again === undefined
        ? []
        : [paragraph(`本次为第${told.length}次告知。所列事项在首次告知后新发现，原因：${sentence(again)}`)]),
      {
        kind: 'table',
        size: 'list',
        widths: [4, 12, 22, 13],
        header: [['序号', '事项', '需补正的内容', '依据']],
        rows: faults.map((fault, i) => [
          centred(`${i + 1}`),
          fault.at === '' ? '整份申报' : (fieldAt(words.form, fault.at)?.words ?? fault.at),
          fault.message,
          fault.basis ?? '',
        ]),
      },
      paragraph('请在系统中修改后重新提交，补正期间不计入办理时限。'),
      ...tail(facts),
    ]);
  },
});

/** Why: the words of whoever refused, or the reply of the authority above that did not approve. */
const reasonOf = ({ state }: PaperFacts): string => {
  const reply = state.outside.at(-1);
  if (reply?.result === 'refused')
    return `${reply.authority}未予批准（${reply.number}，${dayInChinese(reply.date)}）。`;
  return sentence(state.seats.findLast(({ verdict }) => verdict === 'refuse')?.opinion ?? '');
};

const turnedDown =
  (key: string, title: string, pattern: string, verdict: string) =>
  (words: NoticeWords): PaperDef => ({
    key,
    title,
    issuer: words.issuer,
    series: { key: `${words.series}-${key}`, pattern },
    signed: true,
    docx: false,
    publicFacts,
    build: (facts) =>
      paper(facts, key, `${title} ${facts.caseNumber}`, [
        ...head(facts, [title], 'letter'),
        { kind: 'addressee', text: words.addressee(facts) },
        paragraph(
          `${youOf(words, facts)}${words.matter(facts)}（办件编号${facts.caseNumber}），经审查，${verdict}。`,
        ),
        paragraph(`理由：${reasonOf(facts)}`),
        paragraph(`依据：${words.basis}。`),
        ...phoneOf(facts),
        ...tail(facts),
      ]),
  });

/** 不予受理通知书: the filing is not taken up, with the reason. */
export const nonAcceptanceNotice = turnedDown(
  'non-acceptance',
  '不予受理通知书',
  '{mark}不受字〔{year}〕{seq}号',
  '不予受理',
);

/** 不予批准通知书: the matter was examined and is not approved, with the reason. */
export const refusalNotice = turnedDown(
  'refusal',
  '不予批准通知书',
  '{mark}不批字〔{year}〕{seq}号',
  '不予批准',
);
