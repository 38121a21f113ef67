import { defineRegister } from '@zhitongche/register';
import { WHOLE_OFFICE } from '../../shared/desk-readers.ts';
import { policiesOf } from '../../shared/policies.ts';
import { complaintForm, handlingSet } from './form.ts';
import { papers } from './papers.ts';
import { samples } from './samples.ts';
import { kept, RECUSAL, stages } from './stages.ts';

const { figure, flag } = policiesOf('complaint');
const KEEPERS = ['window', 'division-head', 'deputy-director'] as const;

/** 投诉: what people complain of, handled by somebody it is not about, answered by a day. */
export const complaints = defineRegister({
  code: 'complaint',
  name: '投诉',
  noun: '投诉',
  en: 'Complaints',
  category: '满意度',
  what: '当面、来电、来信、网上和热线转来的投诉：由被投诉人以外的人承办，限期查明、答复，再问投诉人满不满意。',
  basis: [RECUSAL.title],
  measure: '件',
  form: complaintForm,
  set: handlingSet,
  policies: [
    figure('days', '受理后几天内答复', 30, '天'),
    flag('last-day-moves', '答复期限的最后一日逢休息日的，顺延到下一个工作日', true, {
      basis: {
        title: '《中华人民共和国民法典》',
        article: '第二百零三条：期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日',
      },
      unconfirmed: true,
    }),
  ],
  title: ({ about, day }) => [about, day].filter(Boolean).join(' ') || '投诉',
  columns: [
    { key: 'about', later: true },
    { key: 'way', filter: true },
    { key: 'day' },
    { key: 'subjectOrg' },
    { key: 'handler' },
    { key: 'due' },
    { key: 'finding', filter: true },
    { key: 'answeredOn' },
    { key: 'opinion', filter: true, later: true },
  ],
  day: 'day',
  order: 'day',
  stages,
  papers,
  dates: [
    {
      field: 'due',
      label: '投诉答复期限',
      days: [7, 2, 0, -1],
      tells: ['division-head'],
      when: ({ stage }) => stage === 'handling' || stage === 'late',
      after: 'lapse',
    },
  ],
  readers: [
    { roles: [...KEEPERS, 'handler'], rows: 'office', clearance: 'personal' },
    { roles: WHOLE_OFFICE, rows: 'office' },
  ],
  keepers: KEEPERS,
  guards: kept,
  samples,
});
