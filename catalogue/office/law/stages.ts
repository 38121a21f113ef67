import { blocking } from '@zhitongche/base';
import { choice, date, form, options, text } from '@zhitongche/form';
import type { Stages } from '@zhitongche/register';
import { LIBRARY } from './basis.ts';
import { READ } from './form.ts';

const ending = form({
  ending: {
    title: '废止',
    fields: {
      until: date('失效日期', { required: true, width: 6 }),
      by: text('依据文件', { max: 200, required: true, width: 6, help: '宣布废止或代替它的文件' }),
    },
  },
});

/** In force, about to end, ended; a text is compared as often as somebody reads it. */
export const stages: Stages = {
  first: 'in-force',
  list: {
    'in-force': { label: '现行' },
    ending: { label: '将废止' },
    ended: { label: '已废止', ends: true },
  },
  moves: [
    {
      key: 'compare',
      label: '核对原文',
      from: ['in-force'],
      to: 'in-force',
      form: form({
        compare: {
          title: '核对原文',
          fields: {
            read: choice('核对到', options({ cited: READ.cited, whole: READ.whole }), {
              required: true,
              width: 6,
            }),
            source: text('文本来源', { max: 200, required: true, width: 6 }),
          },
        },
      }),
      sets: (_row, { read, source }) => ({ read, source }),
    },
    {
      key: 'announce',
      label: '登记将废止',
      from: ['in-force'],
      to: 'ending',
      form: ending,
      sets: (_row, { until, by }) => ({ until, endedBy: by }),
    },
    {
      key: 'keep',
      label: '继续有效',
      from: ['ending'],
      to: 'in-force',
      sets: () => ({ until: '', endedBy: '' }),
    },
    {
      key: 'end',
      label: '废止',
      from: ['ending'],
      to: 'ended',
      needs: ({ answers: { until } }, { today }) =>
        typeof until === 'string' && until > today
          ? [
              blocking('law.in-force', ['until'], `${until}起才失效，现在仍须执行`, 'It is still in force', {
                todo: '请在失效日期当天或以后办理',
                basis: LIBRARY,
              }),
            ]
          : [],
    },
    {
      key: 'end-now',
      label: '登记已废止',
      from: ['in-force'],
      to: 'ended',
      form: ending,
      sets: (_row, { until, by }) => ({ until, endedBy: by }),
    },
  ],
};
