import { choices, date, options, text, type RowOf } from '@zhitongche/form';
import { scan } from '../../../shared/scan.ts';

/** Columns of the publicity table: one row per unit that sends people. */
export const publicityColumns = {
  unit: text('公示单位', { max: 60, required: true }),
  where: choices('公示方式', options({ web: '单位网站', board: '公告栏', intranet: '内部网络' }), {
    required: true,
  }),
  from: date('公示起始日', { required: true }),
  to: date('公示截止日', { required: true }),
  feedback: text('反馈情况', { max: 200, required: true, help: '没有收到反映的填“无异议”' }),
  sealed: scan('盖章的公示说明', { required: true, signed: true }),
};

/** Publicity at one unit. */
export type Publicity = RowOf<typeof publicityColumns>;
