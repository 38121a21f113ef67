import type { ReferenceTable } from '@zhitongche/office';

const SOURCE = '财行〔2014〕4号；北京市因公短期出国培训费标准（2014-06-19公布）';

/** Ceilings of 培训费 per person and day; only three rows of the national table were found in public. */
export const trainingFees: ReferenceTable = {
  name: 'training-fees',
  title: '因公短期出国培训费用开支标准表（每人每天）',
  source: SOURCE,
  validFrom: '2014-06-19',
  unconfirmed: '仅收录已公开的三行；表中没有的国家按水平相近国家执行，由财务部门补录',
  rows: [
    { country: '美国', currency: 'USD', cap: '87', source: SOURCE },
    { country: '德国', currency: 'EUR', cap: '66', source: SOURCE },
    { country: '日本', currency: 'JPY', cap: '8400', source: SOURCE },
  ],
};
