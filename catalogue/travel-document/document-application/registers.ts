import { dayInShanghai } from '@zhitongche/base';
import type { CaseState, RegisterDef } from '@zhitongche/case';
import { textIn } from '../../shared/lookup-rows.ts';
import { KINDS, MATTERS, SPELLED_BY } from './choices.ts';
import { readApplication } from './form.ts';

const at = (state: CaseState, form: string): string => {
  const record = state.records[form]?.at(-1);
  return record ? dayInShanghai(record.at) : '';
};

/** One row per application: what for, how its name came to be spelled, when it was made and collected. */
export const registers: readonly RegisterDef[] = [
  {
    key: 'document-applications',
    title: '证照申办台账',
    columns: [
      { key: 'caseNumber', label: '办件编号' },
      { key: 'unit', label: '派遣单位' },
      { key: 'name', label: '姓名', field: 'name' },
      { key: 'kind', label: '证照', words: KINDS },
      { key: 'matter', label: '事项', words: MATTERS },
      { key: 'acceptedOn', label: '受理日期' },
      { key: 'capturedOn', label: '采集日期' },
      { key: 'capturedBy', label: '采集人' },
      { key: 'fingerprints', label: '指纹', words: { yes: '已采集', no: '未采集' } },
      { key: 'spelledBy', label: '拼写依据', words: SPELLED_BY },
      { key: 'madeOn', label: '制证日期' },
      { key: 'collectedOn', label: '领取日期' },
      {
        key: 'state',
        label: '情况',
        words: { open: '办理中', made: '待领取', uncollected: '逾期未领', done: '已办结' },
      },
    ],
    rows(state, { caseId, caseNumber }) {
      const { unit = '', name = '', kind = '', matter = '' } = readApplication(state.answers);
      const capture = state.records['capture']?.at(-1)?.data;
      const made = at(state, 'book');
      const collected = at(state, 'hand');
      return [
        {
          id: caseId,
          caseNumber,
          unit,
          name,
          kind,
          matter,
          acceptedOn: state.promise?.startedOn ?? '',
          capturedOn: textIn(capture?.['on']),
          capturedBy: textIn(capture?.['by']),
          fingerprints: capture === undefined ? '' : capture['fingerprints'] === true ? 'yes' : 'no',
          spelledBy: textIn(state.records['spelling']?.at(-1)?.data['by']),
          madeOn: made,
          collectedOn: collected,
          late: state.promise?.late ?? false,
          state:
            collected !== '' || state.status === 'completed'
              ? 'done'
              : made === ''
                ? 'open'
                : state.flags.includes('uncollected')
                  ? 'uncollected'
                  : 'made',
        },
      ];
    },
  },
];
