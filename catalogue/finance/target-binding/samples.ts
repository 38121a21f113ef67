import type { SampleRow } from '@zhitongche/register';
import type { BindingRow } from './form.ts';

/** Lines of the invented office's own budget that need a person's word before a machine may answer them. */
export const samples = (today: string): readonly SampleRow<BindingRow>[] => {
  const line = { year: Number(today.slice(0, 4)), department: '云泽省人民政府外事办公室' };
  return [
    {
      by: 'finance',
      answers: {
        ...line,
        project: '外事、港澳综合事务管理经费',
        code: '13000023P00ED04100043',
        name: '审核审批完成时限',
        target: '3个工作日',
        way: 'computed',
        measure: 'sla.approval',
        share: '95',
        rule: '决定日期不晚于承诺的3个工作日',
        reason: '公开文本只印了期限，按服务承诺的按时办结率作答',
      },
    },
    {
      by: 'finance',
      answers: {
        ...line,
        project: '友好城市交往费',
        code: '13000023P002AA410003H',
        name: '出访人数',
        target: '≥3人',
        way: 'computed',
        measure: 'out.own_travellers',
        reading: '友城团组一年一次，同一人不会出访两次，人与人次相同',
        reason: '本办出访人次',
      },
    },
    {
      by: 'finance',
      answers: {
        ...line,
        project: '外事、港澳综合事务管理经费',
        code: '13000023P00ED04100043',
        name: '外事、港澳管理服务水平',
        target: '管理服务水平进一步提升',
        way: 'evidence',
        reason: '定性目标，凭相关单位、企业的反馈',
      },
    },
    {
      by: 'finance',
      answers: {
        ...line,
        project: '外事、港澳综合事务管理经费',
        code: '13000023P00ED04100043',
        name: '接待外宾人均开支',
        target: '符合外宾接待经费管理办法',
        way: 'review',
        measure: 'recv.expense',
        list: '外宾接待开支对照标准清单',
        reason: '逐笔对照标准，要人看',
      },
    },
  ];
};
