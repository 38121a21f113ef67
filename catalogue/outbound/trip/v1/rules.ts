import { type Check, type Finding, checksFor } from '@zhitongche/case';
import { yesNo, form, files } from '@zhitongche/form';
import { funds516 } from '../basis.ts';
import { rules } from '../rules/index.ts';

/** Rules of version 2 that ask what a case of version 1 was never asked. */
const LATER: ReadonlySet<string> = new Set(['C-07', 'P-04', 'P-05', 'M-09', 'M-10', 'M-11', 'M-12', 'F-06']);

const opinions = form({
  opinions: {
    title: '审核意见',
    fields: {
      taskAgreed: yesNo('外事部门审核同意'),
      budgetAgreed: yesNo('财务部门审核同意'),
      budgetForm: files('审批意见表', { accept: ['pdf'], maxBytes: 1, maxFiles: 1 }),
    },
  },
});

const ticked = checksFor<typeof opinions>()({
  code: 'R-23',
  title: '任务和预算审批意见表的任务、预算两部分均已审核同意',
  level: 'block',
  basis: funds516('先审核后审批，无预算或超预算的不得安排出国'),
  reads: [],
  run({ taskAgreed, budgetAgreed, budgetForm }) {
    const findings: Finding[] = [];
    if (taskAgreed === false)
      findings.push({
        at: ['taskAgreed'],
        message: '外事部门尚未审核同意任务部分',
        en: 'The task part of the opinion form is not agreed',
        todo: '请先由本单位外事部门审核',
      });
    if (budgetAgreed === false)
      findings.push({
        at: ['budgetAgreed'],
        message: '财务部门尚未审核同意预算部分',
        en: 'The budget part of the opinion form is not agreed',
        todo: '请先由本单位财务部门审核',
      });
    if ((budgetForm ?? []).length === 0)
      findings.push({
        at: ['budgetForm'],
        message: '还没有上传任务和预算审批意见表',
        en: 'The task and budget opinion form is missing',
        todo: '请上传任务部分、预算部分分别盖章的审批意见表',
      });
    return findings;
  },
});

/** F-02 asked in words which neighbour's standard applies: version 1 has no place for it. */
const inWords = (check: Check): Check => ({
  ...check,
  run: (answers, context) =>
    check
      .run(answers, context)
      .map((found) => ({ ...found, level: 'warn', at: [...found.at.slice(0, -1), 'country'] })),
});

/** The rules a case of version 1 is checked by. */
export const rulesV1: readonly Check[] = rules
  .filter(({ code }) => !LATER.has(code))
  .map((check) => (check.code === 'R-23' ? ticked : check.code === 'F-02' ? inWords(check) : check));
