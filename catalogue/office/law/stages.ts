import { blocking } from '@zhitongche/base';
import { choice, date, onePage, options, text } from '@zhitongche/form';
import { type GivenStages, move } from '@zhitongche/register';
import { LIBRARY } from './basis.ts';
import { READ } from './form.ts';

const ending = onePage('废止', {
  until: date('失效日期', { required: true, width: 6 }),
  by: text('依据文件', { max: 200, required: true, width: 6, help: '宣布废止或代替它的文件' }),
});

/** In force, about to end, ended; a text is compared as often as somebody reads it. */
export const stages: GivenStages = {
  first: 'in-force',
  list: {
    'in-force': '现行',
    ending: '将废止',
    ended: { label: '已废止', ends: true },
  },
  moves: [
    move('compare', '核对原文', 'in-force', 'in-force', {
      asks: {
        read: choice('核对到', options({ cited: READ.cited, whole: READ.whole }), {
          required: true,
          width: 6,
        }),
        source: text('文本来源', { max: 200, required: true, width: 6 }),
      },
      sets: (_row, { read, source }) => ({ read, source }),
    }),
    move('announce', '登记将废止', 'in-force', 'ending', {
      form: ending,
      sets: (_row, { until, by }) => ({ until, endedBy: by }),
    }),
    move('keep', '继续有效', 'ending', 'in-force', {
      sets: () => ({ until: '', endedBy: '' }),
    }),
    move('end', '废止', 'ending', 'ended', {
      needs: ({ answers: { until } }, { today }) =>
        typeof until === 'string' && until > today
          ? [
              blocking('law.in-force', ['until'], `${until}起才失效，现在仍须执行`, 'It is still in force', {
                todo: '请在失效日期当天或以后办理',
                basis: LIBRARY,
              }),
            ]
          : [],
    }),
    move('end-now', '登记已废止', 'in-force', 'ended', {
      form: ending,
      sets: (_row, { until, by }) => ({ until, endedBy: by }),
    }),
  ],
};
