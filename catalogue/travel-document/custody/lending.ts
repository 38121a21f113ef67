import { addDays, blocking } from '@zhitongche/base';
import { date, identifier, integer, onePage, text, yesNo } from '@zhitongche/form';
import { type GivenMove, type KeptRow, type Move, move, type RowContext } from '@zhitongche/register';
import { RETURN_DAYS } from '../../shared/return-days.ts';
import { asApproved, ofTrip, otherTrip } from './approval.ts';
import { custodyRule } from './basis.ts';
import type { Custody } from './form.ts';

const custodyOf = ({ answers }: KeptRow): Custody => answers;
const BACK = custodyRule('回国后7天内交回；取消任务的，自取消之日起7天内交回');

/** Last day to hand in: the approved days from the exit on, then as many days as the office allows. */
const dueBy = (exitOn: unknown, days: unknown, { policy, today }: RowContext): string =>
  addDays(
    typeof exitOn === 'string' ? exitOn : today,
    (typeof days === 'number' ? days : 0) + policy.number(RETURN_DAYS.key),
  );

const days = {
  exitOn: date('出境日期', { required: true, width: 6 }),
  days: integer('批准在外天数', { min: 1, max: 400, unit: '天', required: true, width: 6 }),
} as const;

const approval = {
  caseNumber: text('依据办件编号', { max: 60, help: '凭批件领用：已批准的办件', width: 6 }),
  outside: text('外单位批件文号', { max: 60, help: '由上级或其他单位审批的填写', width: 6 }),
} as const;

const trip = onePage('借出', {
  borrower: text('领用人', { max: 60, required: true, sensitivity: 'personal', width: 6 }),
  phone: identifier('phone', '联系电话', { sensitivity: 'personal', width: 6 }),
  ...approval,
  ...days,
});

const valid: NonNullable<Move['needs']> = (row, { today }) =>
  (custodyOf(row).until ?? today) >= today
    ? []
    : [
        blocking(
          'custody.expired',
          ['until'],
          `${custodyOf(row).until}已经失效，不能借出`,
          'It has expired',
          {
            todo: '请办理“注销”，换发后登记新证',
            basis: custodyRule('失效证照收回注销'),
          },
        ),
      ];

/** To whom, on which approval: the day to hand in follows from it. */
const lend: Move = {
  key: 'lend',
  label: '借出',
  from: ['in'],
  to: 'lent',
  form: trip,
  asksCase: ofTrip,
  needs: valid,
  fits(row, data, context) {
    const { exitOn, days } = data;
    const last = typeof exitOn === 'string' && typeof days === 'number' ? addDays(exitOn, days - 1) : '';
    const { until = last } = custodyOf(row);
    return [
      ...asApproved(row, data, context),
      ...(last <= until
        ? []
        : [
            blocking('custody.too-short', ['days'], `有效期到${until}，回国时已经失效`, 'It expires abroad', {
              todo: '请先换发证照，或核对日期',
              basis: custodyRule('证照在有效期内使用'),
            }),
          ]),
    ];
  },
  sets: (_row, { borrower, caseNumber, outside, exitOn, days }, context) => ({
    borrower,
    caseNumber: caseNumber || outside,
    missed: '',
    exitOn,
    days,
    due: dueBy(exitOn, days, context),
  }),
  basis: BACK,
};

/** The approval was changed: the day to hand in is another one. */
const redated = (key: string, stage: string): Move => ({
  key,
  label: '变更行程',
  from: [stage],
  to: stage,
  form: onePage('变更行程', { ...approval, ...days }),
  asksCase: ofTrip,
  // A case tells its own change, and is its own approval.
  fits: (row, data, context) =>
    context.forCase
      ? []
      : [
          ...otherTrip(row, data),
          ...asApproved(row, { ...data, caseNumber: data['caseNumber'] ?? '' }, context),
        ],
  sets: (_row, { exitOn, days }, context) => ({ exitOn, days, due: dueBy(exitOn, days, context) }),
  basis: BACK,
});

/** The trip was given up: it is due as many days from today, and no later than it was. */
const givenUp: Move = {
  key: 'give-up',
  label: '任务取消',
  from: ['lent'],
  to: 'lent',
  sets: (row, _data, context) => {
    const fromNow = dueBy(context.today, 0, context);
    const { due = '' } = custodyOf(row);
    return { exitOn: '', days: 0, due: due !== '' && due < fromNow ? due : fromNow };
  },
  basis: BACK,
};

/** Handed in: the stamps are read, and more days than approved are explained. */
const takeBack: Move = {
  key: 'return',
  label: '交回',
  from: ['lent', 'abroad', 'overdue'],
  to: 'in',
  form: onePage('交回', {
    returnedOn: date('交回日期', { required: true, width: 4 }),
    stamps: yesNo('已核对出入境记录', { required: true, width: 4 }),
    daysAbroad: integer('实际在外天数', {
      min: 0,
      max: 4000,
      unit: '天',
      required: true,
      width: 4,
      help: '没有成行填0',
    }),
    reason: text('超期说明', { max: 300, lines: 2 }),
  }),
  fits(row, { returnedOn, stamps, daysAbroad, reason }, { today, forCase }) {
    const { days = 0, exitOn = '' } = custodyOf(row);
    const went = typeof daysAbroad === 'number' && daysAbroad > 0;
    const rule = custodyRule('交回护照时核对出入境记录');
    return [
      ...(typeof returnedOn === 'string' && returnedOn > today
        ? [
            blocking('custody.future', ['returnedOn'], '交回日期还没有到', 'Still to come', {
              todo: '请核对日期',
            }),
          ]
        : []),
      // A case knows when they left, whatever day was approved.
      ...(typeof returnedOn === 'string' && went && returnedOn < exitOn && !forCase
        ? [
            blocking(
              'custody.before-exit',
              ['returnedOn'],
              `交回日期早于出境日期${exitOn}`,
              'Handed in before the exit',
              { todo: '请核对日期；没有成行的，实际在外天数填0', basis: rule },
            ),
          ]
        : []),
      ...(stamps === false
        ? [
            blocking('custody.stamps', ['stamps'], '还没有核对出入境记录', 'Read the stamps first', {
              todo: '逐本核对出入境章后再登记交回',
              basis: rule,
            }),
          ]
        : []),
      ...(typeof daysAbroad === 'number' && daysAbroad > days && !reason
        ? [
            blocking(
              'custody.overstay',
              ['reason'],
              `实际在外${daysAbroad}天，批准${days}天，多出${daysAbroad - days}天`,
              'More days than approved',
              { todo: '请写明原因', basis: rule },
            ),
          ]
        : []),
    ];
  },
  sets: ({ answers: { due } }, { returnedOn, stamps, daysAbroad }) => ({
    returnedOn,
    // What came back late is remembered: for a permit its holder answers for some time.
    missed:
      typeof due === 'string' && typeof returnedOn === 'string' && due !== '' && returnedOn > due ? due : '',
    stamps,
    daysAbroad,
    borrower: '',
    due: '',
  }),
  basis: BACK,
};

/** The road of a document out of the cabinet and back. */
export const lending: readonly GivenMove[] = [
  lend,
  move('depart', '登记出境', 'lent', 'abroad'),
  redated('change-lent', 'lent'),
  redated('change-abroad', 'abroad'),
  givenUp,
  // The clock's alone: nobody is late before the day.
  move('fall-due', '逾期', ['lent', 'abroad'], 'overdue', { roles: [] }),
  takeBack,
];
