import { date, onePage, text, yuan } from '@zhitongche/form';
import { defineRegister, type KeptRow, move } from '@zhitongche/register';
import { moneyText } from '@zhitongche/base';
import { funds516 } from '../../shared/travel-basis.ts';

const holdForm = onePage('预留', {
  matter: text('办件编号', { max: 40, required: true, width: 4 }),
  group: text('团组名称', { max: 60, required: true, width: 8 }),
  exit: date('出境日期', { required: true, width: 4 }),
  amount: yuan('预留金额', { required: true, width: 4 }),
  project: text('项目代码', { max: 21, width: 4 }),
});

/** 出访经费预留: money kept back when a trip of the office is approved, until it is settled or revoked. */
export const tripHolds = defineRegister({
  code: 'trip-settlement-hold',
  name: '出访经费预留',
  noun: '预留',
  en: 'Money kept back for trips',
  category: '支出台账',
  what: '本办的出访批准时按预算预留，结算后由实际支出代替，撤销的释放；在“支出进度”里算作已预留。',
  basis: ['财行〔2013〕516号《因公临时出国经费管理办法》'],
  measure: '笔',
  form: holdForm,
  title: ({ matter, group }) => [matter, group].filter(Boolean).join(' ') || '预留',
  cardFacts: ({ amount, exit }) => [
    { label: '预留', value: amount ? `${moneyText(amount)}元` : '' },
    { label: '出境', value: exit ?? '' },
  ],
  columns: [
    { key: 'matter', later: true },
    { key: 'group', later: true },
    { key: 'amount' },
    { key: 'exit' },
    { key: 'project' },
  ],
  unique: ['matter'],
  day: 'exit',
  stages: {
    first: 'held',
    list: {
      held: '已预留',
      used: { label: '已结算', ends: true },
      released: '已释放',
    },
    moves: [
      move('adjust', '按变更调整', ['held', 'released'], 'held', {
        form: onePage('调整为', {
          amount: yuan('预留金额', { required: true }),
          exit: date('出境日期', { required: true }),
        }),
        roles: [],
        sets: (_row, { amount, exit }) => ({ amount, exit }),
      }),
      move('use', '由结算代替', ['held', 'released'], 'used', { roles: [] }),
      move('release', '释放', 'held', 'released', {
        basis: funds516('未成行的，预留的经费释放'),
      }),
    ],
  },
  hears: {
    register: 'trip-settlement',
    told: ({ answers }: KeptRow, event) =>
      event.type === 'moved' && event.move === 'settle'
        ? { find: { matter: answers['matter'] ?? '' }, move: 'use', data: {} }
        : null,
  },
  spending: {
    is: 'holds',
    of: ({ stage, answers }) => {
      const { exit, amount, project } = answers;
      return stage === 'held' && typeof exit === 'string' && typeof amount === 'string'
        ? { day: exit, amount, economic: '30212', project: typeof project === 'string' ? project : '' }
        : null;
    },
  },
  readers: [{ roles: ['countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['finance-officer'],
  samples: (today) => [
    {
      by: 'finance',
      answers: { matter: '演示-预留', group: '云泽省友好交流团', exit: today, amount: '180000.00' },
    },
  ],
});
