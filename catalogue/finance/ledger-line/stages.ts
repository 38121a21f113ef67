import { blocking, type Problem } from '@zhitongche/base';
import { publicExpenseOf } from '@zhitongche/budget';
import { type Answers, choice, form, onePage, options, text, yesNo } from '@zhitongche/form';
import { type GivenStages, type KeptRow, type Move, move } from '@zhitongche/register';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { codeCheck } from './checks.ts';
import { type Line, placed } from './form.ts';
import { DECIDED } from './sheets.ts';

/** A line as its row keeps it. */
export const lineOf = ({ answers }: Pick<KeptRow, 'answers'>): Line => answers;

/** What is still to be known before a line counts under a ceiling, by field. */
export const missingIn = ({
  fund,
  function: functional,
  economic,
  sort,
  project,
  matter,
}: Line): readonly string[] => [
  ...(fund ? [] : ['资金性质']),
  ...(functional ? [] : ['功能分类']),
  ...(economic ? [] : ['部门经济分类']),
  ...(sort || project ? [] : ['支出类型或项目代码']),
  ...(sort === 'project' && !project ? ['项目代码'] : []),
  // A settlement may have entered it already: somebody says which trip it is for, or leaves it out.
  ...(publicExpenseOf(economic ?? '') === 'abroad' && !matter ? ['办件编号（因公出国的支出）'] : []),
];

/** Whether a line says everything a ceiling asks of it. */
export const isPlaced = (answers: Answers): boolean => missingIn(answers).length === 0;

const answered = (data: Answers): Answers =>
  Object.fromEntries(
    DECIDED.flatMap((key) =>
      data[key] === undefined || data[key] === null || data[key] === '' ? [] : [[key, data[key]]],
    ),
  );

/** A line with what is decided of it now; who calls it basic takes the project off. */
const decided = (row: KeptRow, data: Answers): Answers => {
  const said = answered(data);
  return {
    ...Object.fromEntries([...DECIDED, 'matter'].map((key) => [key, row.answers[key]])),
    ...said,
    ...(data['matter'] ? { matter: data['matter'] } : {}),
    ...(said['sort'] === 'basic' ? { project: undefined } : said['project'] ? { sort: 'project' } : {}),
  };
};

const unplaced = (row: KeptRow, data: Answers): readonly Problem[] => {
  const missing = missingIn(decided(row, data));
  return missing.length === 0
    ? []
    : [
        blocking('ledger.unplaced', [], `还不知道${missing.join('、')}`, 'The line is not placed yet', {
          todo: `请填写${missing.join('、')}；这一行已经写明的不用再填`,
          basis: BUDGET_LAW,
        }),
      ];
};

const place = (key: string, label: string, from: string): Move => ({
  key,
  label,
  from: [from],
  to: 'booked',
  form: form({
    place: {
      title: '归到哪里',
      intro: '这一行已经写明的不用再填。',
      fields: {
        ...placed,
        matter: text('办件编号', { max: 40, width: 6, help: '因公出国的支出，写明是哪一次出访' }),
        remember: yesNo('这个收款人以后同样归类', {
          help: '选“是”的，以后导入同一收款人、自己没有写明的支出，照此归类',
        }),
      },
    },
  }),
  checks: [codeCheck],
  fits: unplaced,
  sets: decided,
  brings: {
    register: 'ledger-line-rule',
    renews: true,
    rows: (row, data) =>
      data['remember'] === true && lineOf(row).payee
        ? [
            {
              payee: lineOf(row).payee,
              ...answered(Object.fromEntries(DECIDED.map((one) => [one, row.answers[one]]))),
            },
          ]
        : [],
  },
  basis: BUDGET_LAW,
});

/** Why a payment is not counted. */
export const WHY_LEFT = {
  settled: '已由出访结算入账',
  double: '与另一行重复',
  foreign: '不是本单位的支出',
} as const;

/** What is known counts at once; what is not waits in a queue until somebody says where it belongs. */
export const stages: GivenStages = {
  first: 'queue',
  begins: (answers) => (isPlaced(answers) ? 'booked' : 'queue'),
  list: {
    queue: '待归类',
    booked: '已入账',
    'left-out': { label: '不入账', ends: true },
  },
  moves: [
    place('place', '归类', 'queue'),
    place('place-anew', '重新归类', 'booked'),
    move('leave-out', '不入账', ['queue', 'booked'], 'left-out', {
      form: onePage('为什么不入账', {
        why: choice('原因', options(WHY_LEFT), { required: true, width: 6 }),
        which: text('说明', {
          max: 200,
          required: true,
          width: 6,
          help: '如结算单号、重复的那一行的凭证号',
        }),
      }),
    }),
    move('take-back', '恢复待归类', 'left-out', 'queue'),
  ],
};
