import { choice, date, form, integer, options, table, text, yuan } from '@zhitongche/form';
import { PLACES } from '../../shared/stock-places.ts';

const SORTS = {
  journal: '内部刊物',
  manual: '手册',
  yearbook: '年鉴',
  papers: '文件资料',
  leaflet: '宣传册',
};

/** What is ordered of a printer: one printing of one title. */
export const printForm = form({
  order: {
    title: '印制',
    fields: {
      name: text('名称', {
        max: 80,
        required: true,
        width: 8,
        help: '同一种印刷品用同一名称，期号写在批次里',
      }),
      sort: choice('种类', options(SORTS), { required: true, width: 4 }),
      batch: text('批次（期号）', { max: 30, required: true, width: 4 }),
      ordered: integer('印数', { min: 1, max: 1_000_000, unit: '册', required: true, width: 4 }),
      words: integer('每册字数', { min: 1, max: 10_000_000, unit: '字', required: true, width: 4 }),
      printer: text('承印单位', { max: 80, required: true, width: 8 }),
      cost: yuan('印制费', { width: 4 }),
      orderedOn: date('付印日期', { required: true, width: 4 }),
      dueOn: date('交货期限', { required: true, width: 4 }),
      place: choice('存放地点', options(PLACES), { required: true, width: 4 }),
      least: integer('最低库存', { min: 0, max: 100_000, unit: '册', required: true, width: 4 }),
    },
  },
});

/** A hand-out to a unit. */
export const handOut = {
  on: date('发放日期', { required: true, width: 4 }),
  unit: text('领用单位', { max: 80, required: true, width: 8 }),
  copies: integer('册数', { min: 1, max: 100_000, unit: '册', required: true, width: 4 }),
  by: text('领取人', { max: 40, width: 4 }),
};

/** What acceptance found, what is left, and who has the rest. */
export const set = {
  title: '验收和发放',
  fields: {
    receivedOn: date('验收日期'),
    arrived: integer('实到册数', { unit: '册' }),
    checked: integer('抽查册数', { unit: '册' }),
    errors: integer('差错数', { unit: '处' }),
    left: integer('结存', { unit: '册' }),
    handed: table('发放', handOut, { maxRows: 500, rowName: '次', names: ['unit'] }),
  },
};
