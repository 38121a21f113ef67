import { blocking } from '@zhitongche/base';
import { choice, date, onePage, options, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, type Move, move } from '@zhitongche/register';
import { custodyRule } from './basis.ts';
import { CANCELLED } from './form.ts';
import { lending } from './lending.ts';

const { found: _found, ...REASONS } = CANCELLED;

const NOT_HERE = blocking(
  'custody.not-here',
  ['cancelled'],
  '遗失、被吊销的证照不在手上，无从销毁',
  'It is not here',
  { todo: '找到并交来的，请先登记“交来”' },
);
const IS_HERE = blocking('custody.here', [], '这本就在手上', 'It is here already', { todo: '无须登记交来' });
const away = ({ cancelled }: KeptRow['answers']): boolean => cancelled === 'lost' || cancelled === 'revoked';
const reasons = (what: string, todo: string) =>
  blocking('custody.reason', ['cancelled'], what, 'The reason does not fit where it is', { todo });

/** The reason that fits where a document is: what was reported lost is lost, what nobody hands in is revoked. */
const fitsStage: NonNullable<Move['fits']> = ({ stage }, { cancelled }) => {
  if (stage === 'lost')
    return cancelled === 'lost' ? [] : [reasons('这本已经报失', '请选择“遗失”；找回的，注销后再登记“交来”')];
  if (cancelled === 'lost') return [reasons('这本没有报失', '请先“报失”，写明时间、地点、经过')];
  return stage === 'overdue' && cancelled !== 'revoked'
    ? [reasons('这本还没有交回', '逾期不交的只能选择“被吊销、宣布作废”；交来的请先登记“交回”')]
    : [];
};

/** Reported lost: at once and by one, for what it counts from is when it was said. Off the books it comes by two. */
export const loss = (from: readonly string[]): Move => ({
  key: 'lose',
  label: '报失',
  from,
  to: 'lost',
  form: onePage('报失', {
    lostOn: date('遗失日期', { required: true, width: 6 }),
    where: text('遗失地点', { max: 100, required: true, width: 6 }),
    how: text('经过', { max: 500, lines: 3, required: true, help: '书面说明的要点，由持有人签名' }),
  }),
  sets: (_row, { lostOn }) => ({ lostOn, due: '' }),
  basis: custodyRule('遗失立即报告'),
});

/** Where a document is, from the shelf and back to it, or to its end by two persons. */
export const stages: GivenStages = {
  first: 'in',
  list: {
    in: '在库',
    lent: '借出',
    visa: '送签',
    abroad: '在外',
    overdue: '逾期',
    lost: '遗失',
    // What was lost never comes to be destroyed: its term counts from here.
    cancelled: { label: '注销', ends: true },
    listed: '待销毁',
    destroyed: { label: '已销毁', ends: true },
  },
  moves: [
    ...lending,
    move('send', '送签', 'in', 'visa', {
      asks: {
        caseNumber: text('依据办件编号', { max: 60, required: true, width: 6 }),
        mission: text('送往', { max: 80, required: true, help: '使领馆或签证代办处', width: 6 }),
      },
    }),
    move('collect', '签证取回', 'visa', 'in'),
    loss(['in', 'lent', 'visa', 'abroad', 'overdue']),
    {
      key: 'cancel',
      // Not 注销 alone: so a row that was entered by mistake is retired.
      label: '办理注销',
      from: ['in', 'overdue', 'lost'],
      to: 'cancelled',
      second: true,
      form: onePage('注销', {
        cancelled: choice('原因', options(REASONS), { required: true, width: 6 }),
        note: text('说明', { max: 200, width: 6 }),
      }),
      fits: fitsStage,
      sets: (_row, { cancelled }) => ({ cancelled, due: '' }),
      basis: custodyRule('失效、遗失、离任证照收回注销'),
    },
    move('found', '交来', 'cancelled', 'cancelled', {
      needs: ({ answers }) => (away(answers) ? [] : [IS_HERE]),
      asks: {
        foundOn: date('交来日期', { required: true, width: 6 }),
        how: text('经过', { max: 300, lines: 2, required: true }),
      },
      sets: () => ({ cancelled: 'found' }),
    }),
    move('list', '列入销毁', 'cancelled', 'listed', {
      needs: ({ answers }) => (away(answers) ? [NOT_HERE] : []),
    }),
    move('destroy', '销毁', 'listed', 'destroyed', {
      second: true,
      asks: { method: text('方式', { max: 60, required: true }), place: text('地点', { max: 60 }) },
    }),
  ],
};
