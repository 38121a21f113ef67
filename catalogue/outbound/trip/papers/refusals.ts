import { dayInChinese } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { head, issuer, paper, paragraph, sentence, tail, wordsOf } from './parts.ts';

/** What the matter is turned down under in general; what in particular stands against it, its reason says. */
const BASIS = '中办发〔2008〕9号《关于进一步加强因公出国（境）管理的若干规定》';

/** Why: the words of whoever refused, or the reply of the authority above that did not approve. */
const reasonOf = ({ state }: PaperFacts): string => {
  const reply = state.outside.at(-1);
  if (reply?.result === 'refused')
    return `${reply.authority}未予批准（${reply.number}，${dayInChinese(reply.date)}）。`;
  const refused = state.seats.findLast(({ verdict }) => verdict === 'refuse');
  return sentence(refused?.opinion ?? '');
};

const turnedDown = (
  key: string,
  title: string,
  series: NonNullable<PaperDef['series']>,
  verdict: string,
): PaperDef => ({
  key,
  title,
  issuer,
  series,
  signed: true,
  docx: false,
  publicFacts: (facts) => [
    ...(facts.number ? [{ label: '文号', en: 'Number', value: facts.number }] : []),
    { label: '出具单位', en: 'Issued by', value: facts.letterhead.signature },
    { label: '出具日期', en: 'Issued on', value: facts.date },
    { label: '办件编号', en: 'Case', value: facts.caseNumber },
  ],
  build(facts) {
    const { trip } = wordsOf(facts);
    return paper(facts, key, `${title} ${facts.caseNumber}`, [
      ...head(facts, [title], 'letter'),
      { kind: 'addressee', text: trip.filerUnit ?? '' },
      paragraph(
        `你单位“${trip.groupName ?? ''}”因公临时出国申报（办件编号${facts.caseNumber}），经审查，${verdict}。`,
      ),
      paragraph(`理由：${reasonOf(facts)}`),
      paragraph(`依据：${BASIS}及因公临时出国管理有关规定。`),
      ...(facts.letterhead.phone ? [paragraph(`咨询电话：${facts.letterhead.phone}`)] : []),
      ...tail(facts),
    ]);
  },
});

/** 不予受理通知书: the filing is not taken up, with the reason. */
export const nonAcceptance = turnedDown(
  'non-acceptance',
  '不予受理通知书',
  { key: 'outbound-non-acceptance', pattern: '{mark}不受字〔{year}〕{seq}号' },
  '不予受理',
);

/** 不予批准通知书: the trip was examined and is not approved, with the reason. */
export const refusal = turnedDown(
  'refusal',
  '不予批准通知书',
  { key: 'outbound-refusal', pattern: '{mark}不批字〔{year}〕{seq}号' },
  '不予批准',
);
