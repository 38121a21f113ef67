import type { PaperDef } from '@zhitongche/kernel';
import { dayInChinese, fieldAt } from '@zhitongche/kernel';
import { tripForm } from '../form.ts';
import { key } from '../policy.ts';
import { noticesTold } from '../told-once.ts';
import { centred, head, issuer, paper, paragraph, sentence, tail, wordsOf } from './parts.ts';

const publicFacts: PaperDef['publicFacts'] = (facts) => [
  ...(facts.number ? [{ label: '文号', en: 'Number', value: facts.number }] : []),
  { label: '出具单位', en: 'Issued by', value: facts.letterhead.signature },
  { label: '出具日期', en: 'Issued on', value: facts.date },
  { label: '办件编号', en: 'Case', value: facts.caseNumber },
];

/** 受理通知: the case is complete and the promised days run. */
export const acceptance: PaperDef = {
  key: 'acceptance',
  title: '受理通知',
  issuer,
  series: { key: 'outbound-acceptance', pattern: '{mark}受字〔{year}〕{seq}号' },
  signed: true,
  docx: false,
  publicFacts,
  build(facts) {
    const { trip } = wordsOf(facts);
    const clock = facts.state.promise;
    return paper(facts, 'acceptance', `受理通知 ${facts.caseNumber}`, [
      ...head(facts, ['受理通知'], 'letter'),
      { kind: 'addressee', text: trip.filerUnit ?? '' },
      paragraph(
        `你单位“${trip.groupName ?? ''}”因公临时出国申报（办件编号${facts.caseNumber}）材料齐全，现予受理。`,
      ),
      ...(clock
        ? [
            paragraph(
              `办理时限为${clock.days}个工作日，自${dayInChinese(clock.startedOn)}起算，应于${dayInChinese(clock.due)}前办结；${facts.policy.flag(key('promise-stands-for-leader')) ? '补正、挂起、上报等待和等候领导签批的时间不计算在内' : '补正、挂起、上报等待的时间不计算在内'}。`,
            ),
          ]
        : []),
      ...(facts.letterhead.phone ? [paragraph(`咨询电话：${facts.letterhead.phone}`)] : []),
      ...tail(facts),
    ]);
  },
};

/** 补正通知: every fault at once, each with its place and basis. */
export const correction: PaperDef = {
  key: 'correction',
  title: '补正通知',
  issuer,
  series: { key: 'outbound-correction', pattern: '{mark}补字〔{year}〕{seq}号' },
  signed: true,
  docx: false,
  publicFacts,
  build(facts) {
    const { trip } = wordsOf(facts);
    const { faults } = facts.state;
    const told = noticesTold(facts.state);
    const again = told.length > 1 ? told.at(-1)?.opinion : undefined;
    return paper(facts, 'correction', `补正通知 ${facts.caseNumber}`, [
      ...head(facts, ['补正通知'], 'letter'),
      { kind: 'addressee', text: trip.filerUnit ?? '' },
      paragraph(
        `你单位“${trip.groupName ?? ''}”因公临时出国申报（办件编号${facts.caseNumber}）有${faults.length}处需要补正，现一次性告知：`,
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
          fault.at === '' ? '整份申报' : (fieldAt(tripForm, fault.at)?.words ?? fault.at),
          fault.message,
          fault.basis ?? '',
        ]),
      },
      paragraph('请在系统中修改后重新提交，补正期间不计入办理时限。'),
      ...tail(facts),
    ]);
  },
};
