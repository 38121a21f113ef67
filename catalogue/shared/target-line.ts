import { integer, text } from '@zhitongche/form';

/** Which line of a published budget is meant; every register of targets asks for it alike. */
export const targetLine = {
  year: integer('预算年度', { min: 2000, max: 2100, required: true, width: 3, also: ['年度'] }),
  department: text('部门', { max: 80, required: true, width: 9 }),
  project: text('项目', { max: 160, required: true, width: 8, help: '部门整体的目标写（部门整体）' }),
  code: text('项目代码', { max: 21, width: 4 }),
  name: text('指标名称', { max: 200, required: true }),
} as const;
