import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Complaint } from './form.ts';

/** Complaints of the demo office, invented: one that just came, one being handled. */
export const samples = (today: string): readonly SampleRow<Complaint>[] => [
  {
    by: 'window',
    ago: 1,
    answers: {
      about: '电话打不通',
      way: 'online',
      day: addDays(today, -1),
      subjectOrg: { id: '', title: '领事处' },
      said: '上午十点到十一点打了六次咨询电话，都没有人接。',
      wants: '公布能打通的电话',
      name: '程女士',
      contact: '13800000221',
    },
  },
  {
    by: 'window',
    ago: 12,
    answers: {
      about: '取件时间与告知不符',
      way: 'counter',
      day: addDays(today, -12),
      subjectOrg: { id: '', title: '出国审批处' },
      said: '告知周三可取，周三来了说还没有做好。',
      name: '杜先生',
      contact: '13800000222',
    },
    moves: [{ move: 'accept', ago: 11, data: { handler: { id: '', title: '钱清和' } } }],
  },
];
