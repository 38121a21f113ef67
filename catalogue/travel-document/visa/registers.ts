import { dayInShanghai, daysBetween } from '@zhitongche/base';
import type { CaseState, RegisterDef } from '@zhitongche/case';
import { ENTRY_ANSWERS } from '../../shared/entry-rules.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { REFUSED_FOR, STATES } from './choices.ts';
import { entriesOf, figuresOf, recordFor, standing } from './entries.ts';

const dayOf = (state: CaseState, form: string, id: string): string => {
  const record = recordFor(state, form, id);
  return record ? dayInShanghai(record.at) : '';
};

/** 签证台账: one row per traveller and country: the answer and its row, where it stands, when it went and came back. */
export const registers: readonly RegisterDef[] = [
  {
    key: 'visas',
    title: '签证台账',
    columns: [
      { key: 'caseNumber', label: '办件编号' },
      { key: 'unit', label: '派遣单位' },
      { key: 'name', label: '姓名', field: 'travellers.name' },
      { key: 'country', label: '国家（地区）' },
      { key: 'arrive', label: '抵达' },
      { key: 'answer', label: '系统答案', words: ENTRY_ANSWERS },
      { key: 'ruleFrom', label: '依据生效日期' },
      {
        key: 'state',
        label: '情况',
        words: Object.fromEntries(Object.entries(STATES).map(([name, { label }]) => [name, label])),
      },
      { key: 'on', label: '日期' },
      { key: 'sentOn', label: '送签日期' },
      { key: 'backOn', label: '取回日期' },
      { key: 'days', label: '在使馆天数' },
      { key: 'refused', label: '拒签原因', words: REFUSED_FOR },
    ],
    follows: true,
    rows(state, { caseId, caseNumber }) {
      const { unit = '' } = standing(state);
      const answers = figuresOf(state).entries;
      return entriesOf(state).map(({ id, country, arrive, traveller: { name = '' } }) => {
        const strand = state.strands?.['entry']?.[id];
        const answer = answers.find((one) => one.id === id);
        const [sentOn, backOn] = [dayOf(state, 'out', id), dayOf(state, 'in', id)];
        return {
          id: `${caseId}/${id}`,
          caseNumber,
          unit,
          name,
          country,
          arrive,
          answer: answer?.answer ?? '',
          ruleFrom: answer?.from ?? '',
          state: strand?.state ?? 'pending',
          on: strand?.on ?? '',
          sentOn,
          backOn,
          days: sentOn !== '' && backOn >= sentOn ? `${daysBetween(sentOn, backOn)}` : '',
          refused: textIn(recordFor(state, 'refusal', id)?.data['reason']),
          late: state.promise?.late ?? false,
        };
      });
    },
  },
];
