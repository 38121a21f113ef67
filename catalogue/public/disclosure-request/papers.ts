import { type Block, dayInChinese } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { fieldAt } from '@zhitongche/form';
import { textIn } from '../../shared/lookup-rows.ts';
import { head, paper, paragraph, publicHead, sentence, tail } from '../../shared/papers.ts';
import { readRequest, requestForm } from './form.ts';
import { partiesOf, recordOf } from './forms.ts';
import { outcomeOf, REPLIES, type Reply } from './outcomes.ts';

const REGULATION = '《中华人民共和国政府信息公开条例》';
const receivedOn = ({ state }: PaperFacts): string => textIn(recordOf(state, 'receipt')['receivedOn']);
const asked = (facts: PaperFacts): string => {
  const { what = '' } = readRequest(facts.state.answers);
  const day = receivedOn(facts);
  return `你${day === '' ? '' : `于${dayInChinese(day)}`}提出的关于“${what}”的政府信息公开申请（办件编号${facts.caseNumber}）`;
};

const letter = (
  key: string,
  title: string,
  mark: string,
  body: (facts: PaperFacts) => readonly Block[],
  more: Partial<PaperDef> = {},
): PaperDef => ({
  key,
  title,
  issuer: 'office',
  series: { key: `disclosure-${mark}`, pattern: `{mark}${mark}〔{year}〕{seq}号` },
  signed: true,
  docx: true,
  publicFacts: (facts) => [...publicHead(facts), { label: '办件编号', en: 'Case', value: facts.caseNumber }],
  build: (facts) =>
    paper(facts, key, `${title} ${facts.caseNumber}`, [
      ...head(facts, [title], 'letter'),
      { kind: 'addressee', text: addressee(facts) },
      ...body(facts),
      ...tail(facts),
    ]),
  ...more,
});

/** The applicant; of a letter of consultation whoever is asked. */
const addressee = ({ state, addressee: id }: PaperFacts): string =>
  (id === undefined ? undefined : partiesOf(state).find((one) => one.id === id)?.name) ??
  readRequest(state.answers).name ??
  '申请人';

const acknowledgement = letter('acknowledgement', '政府信息公开申请登记回执', '公开登字', (facts) => {
  const { promise } = facts.state;
  return [
    paragraph(`${asked(facts)}，本机关已登记。`),
    ...(promise
      ? [
          paragraph(
            `依照${REGULATION}第三十三条，本机关自收到申请之日起${promise.days}个工作日内答复，即${dayInChinese(promise.due)}前；征求第三方和其他机关意见的时间不计算在内。`,
          ),
        ]
      : []),
  ];
});

const correction = letter('correction', '政府信息公开申请补正告知书', '公开补字', (facts) => [
  paragraph(`${asked(facts)}，内容不明确，依照${REGULATION}第三十条，请对下列事项补正：`),
  ...facts.state.faults.map((fault, n) =>
    paragraph(
      `${n + 1}.${fault.at === '' ? '' : `${fieldAt(requestForm, fault.at)?.words ?? fault.at}：`}${sentence(fault.message)}`,
    ),
  ),
  paragraph(
    '答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。',
  ),
]);

const extension = letter('extension', '延长政府信息公开答复期限告知书', '公开延字', (facts) => {
  const { promise } = facts.state;
  return [
    paragraph(
      `${asked(facts)}，因${textIn(recordOf(facts.state, 'extend')['reason'])}，不能在原期限内答复。经政府信息公开工作机构负责人同意，依照${REGULATION}第三十三条第二款，答复期限延长至${promise ? dayInChinese(promise.due) : '法定期限届满之日'}。`,
    ),
  ];
});

const consultation = letter(
  'consultation',
  '政府信息公开征求意见函',
  '公开询字',
  (facts) => {
    const party = partiesOf(facts.state).find(({ id }) => id === facts.addressee);
    const third = party?.kind !== 'organ';
    return [
      paragraph(
        `本机关收到关于“${readRequest(facts.state.answers).what ?? ''}”的政府信息公开申请，其中涉及你方的内容为：${sentence(party?.about)}`,
      ),
      paragraph(
        third
          ? `依照${REGULATION}第三十二条，请自收到本函之日起15个工作日内书面提出是否同意公开的意见；不同意公开的，请说明理由。逾期未提出意见的，由本机关依照条例的规定决定是否公开。`
          : `依照${REGULATION}第三十四条，请自收到本函之日起15个工作日内提出意见；逾期未提出意见的，视为同意公开。`,
      ),
    ];
  },
  { addressed: { strands: 'party' } },
);

const remedy = (reply: Reply): string =>
  reply === 'refused' || reply === 'partial'
    ? '如对本答复不服，可以自收到之日起60日内依法申请行政复议；对不予公开的决定，应当先申请行政复议，对复议决定不服的，再依法提起行政诉讼。'
    : '如对本答复不服，可以自收到之日起60日内依法申请行政复议，或者自收到之日起6个月内依法提起行政诉讼。';

/** One of the answers: what was asked, what it comes to and why, under which article, and what can be done about it. */
const replyOf = (key: Reply): PaperDef =>
  letter(key, REPLIES[key].title, '公开复字', (facts) => {
    const data = recordOf(facts.state, 'answer');
    const outcome = outcomeOf(data['outcome']);
    return [
      paragraph(
        `${asked(facts)}收悉。${REPLIES[key].verdict}。依照${REGULATION}${outcome?.article ?? '第三十六条'}的规定，答复如下：`,
      ),
      ...textIn(data['text'])
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph(sentence(line.trim()))),
      paragraph(remedy(key)),
    ];
  });

/** What is issued: receipt, notices, letters to whoever is asked, and the answer as the outcome wants it. */
export const papers: readonly PaperDef[] = [
  acknowledgement,
  correction,
  extension,
  consultation,
  ...(Object.keys(REPLIES) as Reply[]).map(replyOf),
];
