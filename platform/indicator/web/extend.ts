import { BUDGET_READERS } from '@zhitongche/access';
import { addDeskWay } from '@zhitongche/shell/web';

/** Leads whoever reads budgets to what was promised in them. */
export const leadToIndicators = (): void =>
  addDeskWay({
    to: '/desk/indicators',
    label: '绩效指标',
    icon: 'chart',
    note: '公开的目标逐条对照：现在多少，预计年底多少',
    shown: (me) => me.grants.some(({ role }) => BUDGET_READERS.some((reader) => reader === role)),
  });
