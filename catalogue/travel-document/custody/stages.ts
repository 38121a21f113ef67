import { blocking } from '@zhitongche/base';
import { choice, date, form, options, text } from '@zhitongche/form';
import type { Stages } from '@zhitongche/register';
import { custodyRule } from './basis.ts';
import { CANCELLED } from './form.ts';
import { givenUp, lend, redated, takeBack } from './lending.ts';

const NOT_HERE = blocking(
  'custody.not-here',
  ['cancelled'],
  '遗失的证照不在手上，无从销毁',
  'It is not here',
  {
    todo: '找到并交来后，请先更正注销原因',
  },
);

/** Where a document is, from the shelf and back to it, or to its end by two persons. */
export const stages: Stages = {
  first: 'in',
  list: {
    in: { label: '在库' },
    lent: { label: '借出' },
    visa: { label: '送签' },
    abroad: { label: '在外' },
    overdue: { label: '逾期' },
    lost: { label: '遗失' },
    cancelled: { label: '注销' },
    listed: { label: '待销毁' },
    destroyed: { label: '已销毁', ends: true },
  },
  moves: [
    lend,
    {
      key: 'send',
      label: '送签',
      from: ['in'],
      to: 'visa',
      form: form({
        visa: {
          title: '送签',
          fields: {
            caseNumber: text('依据办件编号', { max: 60, required: true, width: 6 }),
            mission: text('送往', { max: 80, required: true, help: '使领馆或签证代办处', width: 6 }),
          },
        },
      }),
      sets: (_row, { caseNumber }) => ({ caseNumber }),
    },
    { key: 'collect', label: '签证取回', from: ['visa'], to: 'in' },
    { key: 'depart', label: '登记出境', from: ['lent'], to: 'abroad' },
    ...redated('change-lent', 'lent'),
    ...redated('change-abroad', 'abroad'),
    givenUp,
    { key: 'fall-due', label: '登记逾期', from: ['lent', 'abroad'], to: 'overdue' },
    takeBack,
    {
      key: 'lose',
      label: '报失',
      from: ['in', 'lent', 'visa', 'abroad', 'overdue'],
      to: 'lost',
      form: form({
        loss: {
          title: '报失',
          fields: {
            lostOn: date('遗失日期', { required: true, width: 6 }),
            where: text('遗失地点', { max: 100, required: true, width: 6 }),
            how: text('经过', { max: 500, lines: 3, required: true, help: '书面说明的要点，由持有人签名' }),
          },
        },
      }),
      sets: (_row, { lostOn }) => ({ lostOn, due: '' }),
      basis: custodyRule('遗失立即报告'),
    },
    {
      key: 'cancel',
      label: '注销',
      from: ['in', 'lost'],
      to: 'cancelled',
      form: form({
        cancel: {
          title: '注销',
          fields: {
            cancelled: choice('原因', options(CANCELLED), { required: true, width: 6 }),
            note: text('说明', { max: 200, width: 6 }),
          },
        },
      }),
      sets: (_row, { cancelled }) => ({ cancelled }),
    },
    {
      key: 'list',
      label: '列入销毁',
      from: ['cancelled'],
      to: 'listed',
      needs: ({ answers }) => (answers.cancelled === 'lost' ? [NOT_HERE] : []),
    },
    {
      key: 'destroy',
      label: '销毁',
      from: ['listed'],
      to: 'destroyed',
      second: true,
      form: form({
        destroy: {
          title: '销毁',
          fields: { method: text('方式', { max: 60, required: true }), place: text('地点', { max: 60 }) },
        },
      }),
    },
  ],
};
