import {
  type AnswersOf,
  choice,
  date,
  form,
  integer,
  options,
  pick,
  table,
  text,
  yuan,
} from '@zhitongche/form';

/** What is known of a project when it is approved, and how each of its subsystems was accepted. */
export const projectForm = form({
  project: {
    title: '项目',
    fields: {
      name: text('项目名称', { max: 120, required: true, width: 8 }),
      number: text('批复文号', { max: 60, width: 4 }),
      approved: date('批复日期', { required: true, width: 4 }),
      amount: yuan('批复投资', { width: 4 }),
      contract: pick('合同', 'contract', { width: 4 }),
      afterApproval: integer('批复后几个月内终验', { min: 1, max: 120, unit: '个月', width: 6 }),
      afterContract: integer('合同签订后几个月内终验', { min: 1, max: 120, unit: '个月', width: 6 }),
      note: text('备注', { max: 300, lines: 2 }),
    },
  },
  subsystems: {
    title: '子系统',
    intro: '每个子系统一行；验收后填验收日期和结果。',
    fields: {
      subsystems: table(
        '子系统',
        {
          name: text('名称', { max: 80, required: true }),
          accepted: date('验收日期'),
          result: choice('结果', options({ passed: '合格', failed: '不合格' })),
        },
        { maxRows: 60, rowName: '个', names: ['name'] },
      ),
    },
  },
});

/** What moves set: the contract, the trial run, the final acceptance. */
export const milestones = {
  contracted: date('合同签订日期'),
  trial: date('试运行开始'),
  finished: date('终验日期'),
};

/** Answers to it, with what moves set. */
export type Project = AnswersOf<typeof projectForm> & {
  readonly contracted?: string;
  readonly trial?: string;
  readonly finished?: string;
};
