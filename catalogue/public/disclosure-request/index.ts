import { dayInChinese } from '@zhitongche/base';
import { type CaseState, defineService, type Service } from '@zhitongche/case';
import { APPLICANTS, readRequest, requestForm } from './form.ts';
import { english } from './english.ts';
import { flow, strands } from './flow.ts';
import { forms, recordOf } from './forms.ts';
import { guide } from './guide.ts';
import { keeps } from './keeps.ts';
import { outcomeOf } from './outcomes.ts';
import { papers } from './papers.ts';
import { policies } from './policy.ts';
import { rules } from './rules.ts';
import { sampleRequest } from './sample.ts';

export { disclosures } from './ledger.ts';

const outcomeIn = (state: CaseState) => outcomeOf(recordOf(state, 'answer')['outcome']);

/** 政府信息公开申请: asked by anybody, answered in twenty working days with a signed document. */
export const disclosureRequest: Service = defineService({
  code: 'disclosure-request',
  name: '政府信息公开申请',
  en: 'Request for government information',
  english,
  version: 1,
  audience: ['public'],
  visitors: { who: ['citizen', 'foreigner', 'enterprise'], level: 1 },
  category: '政务公开',
  occasion: '查政府信息',
  guide,
  form: requestForm,
  forms,
  checks: rules,
  facts: { tables: [], lookups: {} },
  policies,
  flow,
  strands,
  papers,
  registers: [],
  keeps,
  computed: [],
  derive: () => null,
  summary: ({ kind, what }) => ({
    title: what === undefined || what === '' ? '未命名' : `申请公开：${what}`,
    facts: [
      { label: '申请内容', value: what ?? '' },
      { label: '申请人类别', value: kind === undefined ? '' : APPLICANTS[kind] },
    ],
    words: [what ?? ''],
  }),
  brief(state) {
    const { kind, what = '', description = '', number = '' } = readRequest(state.answers);
    const answer = outcomeIn(state);
    return {
      sentence: `${kind === undefined ? '' : APPLICANTS[kind]}申请公开“${what}”`,
      under: [description, number === '' ? '' : `文号：${number}`].filter((words) => words !== ''),
      figures: [
        ...(state.promise ? [{ value: dayInChinese(state.promise.due), caption: '应答复之日' }] : []),
        ...(answer ? [{ value: answer.label, caption: '拟定的处理结果' }] : []),
      ],
    };
  },
  approved: '已答复',
  sample: () => sampleRequest(),
});
