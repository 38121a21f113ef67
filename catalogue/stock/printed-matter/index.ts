import { stop } from '@zhitongche/base';
import { choice, integer, options, text, yuan } from '@zhitongche/form';
import { figure } from '@zhitongche/office';
import { defineSupply } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { PLACES } from '../../shared/stock-places.ts';
import { perTenThousand } from './errors.ts';
import { samples } from './samples.ts';

export { printMeasures } from './measures.ts';

const SORTS = {
  journal: '内部刊物',
  manual: '手册',
  yearbook: '年鉴',
  papers: '文件资料',
  leaflet: '宣传册',
};

/** 印刷品: printings of journals, manuals and yearbooks, inspected on receipt and handed out by copies. */
export const printedMatter = defineSupply({
  code: 'printed-matter',
  name: '印刷品和内部刊物',
  noun: '印刷品',
  en: 'Printed matter',
  what: '每一批印刷品：付印、验收差错、存放、结存和发给各单位的册数。',
  basis: ['石家庄市外办2024年度部门预算：文件资料印刷费'],
  unit: '册',
  places: PLACES,
  words: { batch: '批次（期号）', ordered: '印数', orderedOn: '付印日期', waiting: '在印' },
  fields: {
    sort: choice('种类', options(SORTS), { required: true, width: 4 }),
    words: integer('每册字数', { min: 1, max: 10_000_000, unit: '字', required: true, width: 4 }),
    printer: text('承印单位', { max: 80, required: true, width: 8 }),
    cost: yuan('印制费', { width: 4 }),
  },
  inspection: {
    fields: {
      checked: integer('抽查册数', { min: 1, unit: '册', required: true }),
      errors: integer('差错数', { min: 0, unit: '处', required: true }),
    },
    by: ['words'],
    fits: (row, found, { policy }) => {
      const most = policy.number('printed-matter.errors');
      return [
        Number(found['checked']) > Number(found['arrived']) &&
          stop('print.checked', 'checked', '抽查的多于实到', 'More than came', '请核对册数'),
        perTenThousand({ ...row.answers, ...found }) > most &&
          stop(
            'print.errors',
            'errors',
            `差错率超过每万字${most}处`,
            'Too many errors',
            '请退承印单位改正重印',
          ),
      ];
    },
  },
  policies: [
    figure('printed-matter.errors', '验收时每万字最多几处差错', 1, { unit: '处', bounds: [0, 100] }),
  ],
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
