import { isJsonObject } from '@zhitongche/base';
import { type Briefing, type CaseState, defineService, type Service } from '@zhitongche/case';
import { textIn } from '../../shared/lookup-rows.ts';
import { labelOf, RANKS } from '../../shared/travel-words.ts';
import { actForms, OLD } from './act-forms.ts';
import { KINDS, MATTERS } from './choices.ts';
import { flow, timers } from './flow.ts';
import { applicationForm, readApplication } from './form.ts';
import { guide } from './guide.ts';
import { keeps } from './keeps.ts';
import { papers } from './papers.ts';
import { key, policies } from './policy.ts';
import { prepared } from './prepared.ts';
import { registers } from './registers.ts';
import { rules } from './rules.ts';
import { applicationSample } from './samples.ts';
import { SPELLING_OF, suggestedIn } from './spelling.ts';

const brief = ({ answers }: CaseState): Briefing => {
  const a = readApplication(answers);
  return {
    sentence: a.name ? `${a.name}${labelOf(MATTERS, a.matter)}${labelOf(KINDS, a.kind)}` : '',
    under: [a.unit ?? '', a.approval ?? '', a.kindReason ?? ''].filter((words) => words !== ''),
    figures: [
      { value: labelOf(RANKS, a.rank), caption: a.post ?? '职务未填' },
      { value: a.pinyin ?? '', caption: a.oldPinyin ? '沿用原证拼写' : '拼音' },
      { value: a.exitDate ?? '', caption: a.destination ? `出境，前往${a.destination}` : '出境' },
    ].filter(({ value }) => value !== ''),
  };
};

/** 因公护照、通行证申办: one document of one person, from the approval of a trip to the holder's hand. */
export const documentApplication: Service = defineService({
  code: 'document-application',
  name: '因公护照、通行证申办',
  en: 'Official passport or permit',
  version: 1,
  audience: ['unit', 'enterprise'],
  category: '证照',
  occasion: '派人出国、赴港澳',
  guide,
  form: applicationForm,
  begins: ({ unit, phone }) => ({ unit, employer: unit, ...(phone === undefined ? {} : { phone }) }),
  forms: actForms,
  checks: rules,
  facts: {
    tables: [],
    lookups: {
      [SPELLING_OF]: {
        provider: 'name-spelling',
        args: ({ name }) => (typeof name === 'string' && name !== '' ? { name } : undefined),
      },
      [OLD]: {
        provider: 'kept-row',
        args: ({ oldNumber }) =>
          typeof oldNumber === 'string' && oldNumber !== ''
            ? { register: 'custody', find: { number: oldNumber } }
            : undefined,
      },
    },
  },
  policies,
  flow,
  papers,
  prepared,
  registers,
  keeps,
  timers,
  computed: [
    {
      key: 'spelling',
      label: '按规则的拼写',
      after: 'holder',
      show(derived) {
        const spelled = isJsonObject(derived) ? textIn(derived['spelled']) : '';
        return spelled === '' ? undefined : { kind: 'text', text: spelled };
      },
    },
  ],
  derive(_answers, { facts, policy }): { readonly spelled: string; readonly room: string } {
    const suggested = suggestedIn(facts);
    const words = suggested ? [suggested.spelled, ...suggested.others].join('，也见 ') : '';
    return { spelled: words, room: policy.text(key('capture-room')) };
  },
  summary(a) {
    const what = a.kind ? `${labelOf(MATTERS, a.matter)}${KINDS[a.kind]}` : '';
    return {
      title: a.name ? `${a.name}${what}` : '未命名申请',
      facts: [
        { label: '事项', value: what },
        { label: '单位', value: a.unit ?? '' },
        { label: '前往', value: a.destination ?? '' },
        { label: '出境', value: a.exitDate ?? '' },
      ],
      words: [a.name ?? '', a.unit ?? '', a.approval ?? ''].filter((word) => word !== ''),
    };
  },
  brief,
  sample: (today) => applicationSample(today),
});
