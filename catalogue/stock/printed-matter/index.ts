import { blocking } from '@zhitongche/base';
import { defineRegister } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { printForm, set } from './form.ts';
import { samples } from './samples.ts';
import { stages } from './stages.ts';

export { printMeasures } from './measures.ts';

/** 印刷品: printings of journals, manuals and yearbooks, inspected on receipt and handed out by copies. */
export const printedMatter = defineRegister({
  code: 'printed-matter',
  name: '印刷品和内部刊物',
  noun: '印刷品',
  en: 'Printed matter',
  category: '库存',
  what: '每一批印刷品：付印、验收差错、存放、结存和发给各单位的册数。',
  basis: ['石家庄市外办2024年度部门预算：文件资料印刷费'],
  measure: '批',
  form: printForm,
  set,
  columns: [
    { key: 'name', later: true },
    { key: 'batch' },
    { key: 'left' },
    { key: 'sort', filter: true },
    { key: 'place', filter: true },
    { key: 'ordered' },
    { key: 'least' },
    { key: 'dueOn' },
    { key: 'receivedOn', later: true },
  ],
  unique: ['name', 'batch'],
  day: 'orderedOn',
  stages,
  copies: { inStage: 'in', left: 'left', least: 'least' },
  guards: ({ stage, answers: before }, answers) =>
    stage === 'ordered' ||
    answers === null ||
    (answers['words'] === before['words'] && answers['ordered'] === before['ordered'])
      ? []
      : [
          blocking('print.accepted', [], '验收后的印数、字数不能改', 'Accepted by two', {
            todo: '册数有出入的请用“报损”',
          }),
        ],
  dates: [
    { field: 'dueOn', label: '印刷品交货', days: [7, 0, -1], when: ({ stage }) => stage === 'ordered' },
  ],
  policies: [
    {
      key: 'printed-matter.errors',
      label: '验收时每万字最多几处差错',
      type: 'number',
      unit: '处',
      default: 1,
      bounds: [0, 100],
      unconfirmed: true,
    },
  ],
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
