import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { JudgementRow } from './form.ts';

/** Two lines of the invented office's own budget, one judged by a list, one shown by evidence. */
export const samples = (today: string): readonly SampleRow<JudgementRow>[] => {
  const line = {
    year: Number(today.slice(0, 4)),
    department: '云泽省人民政府外事办公室',
    project: '外事、港澳综合事务管理经费',
    code: '13000023P00ED04100043',
  };
  return [
    {
      by: 'finance',
      ago: 3,
      answers: {
        ...line,
        name: '接待外宾人均开支',
        way: 'review',
        day: addDays(today, -3),
        judge: '财务处两人',
        list: '外宾接待开支对照标准清单',
        verdict: 'met',
        found: '抽看6批接待的报销单，人均都在标准以内；1批缺菜单，已补。',
      },
    },
    {
      by: 'finance',
      ago: 5,
      answers: {
        ...line,
        name: '外事、港澳管理服务水平',
        way: 'evidence',
        day: addDays(today, -5),
        judge: '综合处',
        verdict: 'open',
        found: '收到单位和企业反馈11份，都说办理更快。',
        lastYear: '上年同期反馈7份',
        evidence: '单位、企业反馈汇总（综合处存）',
      },
    },
  ];
};
