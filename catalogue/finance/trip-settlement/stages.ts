import { blocking, isJsonObject, type Problem } from '@zhitongche/base';
import { canonicalJson, checksFor } from '@zhitongche/case';
import { type Answers, choice, date, onePage, options, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, type Move, move, type RowContext } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';
import { FUNDS } from '../../shared/funds.ts';
import { codeFaults, PROJECT_CODE } from '../../shared/project-code.ts';
import { FUNCTIONS } from '../../shared/spending-classes.ts';
import { TRANSPORT_SHARE } from '../../shared/transport-share.ts';
import { funds516 } from '../../shared/travel-basis.ts';
import { tripFaults, TRIP_REGISTERS } from './case-gate.ts';
import { settle, type Settled } from './compute.ts';
import { sumOf } from './sums.ts';
import type { Settlement } from './form.ts';
import { settledRows } from './settled-table.ts';

/** A settlement as its row keeps it. */
export const settlementOf = ({ answers }: Pick<KeptRow, 'answers'>): Settlement => answers;

const NO_TABLES = { table: () => [] };

/** The settlement as the tables in force have it. */
export const computed = (row: Pick<KeptRow, 'answers'>, { facts, policy }: RowContext): Settled =>
  settle(settlementOf(row), { facts: facts ?? NO_TABLES, withTransport: policy.number(TRANSPORT_SHARE.key) });

const missing = (row: KeptRow, context: RowContext): readonly Problem[] =>
  computed(row, context).missing.map((message) =>
    blocking('settlement.missing', [], message, 'Something is missing before it can be settled', {
      todo: '请先“修改”补齐',
      basis: funds516('按标准核算，按折算率折合人民币'),
    }),
  );

/** Two persons sign what they see: what was changed since the last computation is computed again first. */
const stale = (row: KeptRow, context: RowContext): readonly Problem[] =>
  canonicalJson(settledRows(computed(row, context))) === canonicalJson(row.answers['lines'] ?? null)
    ? []
    : [
        blocking('settlement.stale', [], '核算以后有改动，或还没有核算', 'It was not computed as it stands', {
          todo: '请先“核算”，看过结果再结算入账',
          basis: funds516('据实核销'),
        }),
      ];

/** What the computation sets: its lines, the sum in yuan, how many are above the standard. */
const results = (row: KeptRow, context: RowContext): Answers => {
  const done = computed(row, context);
  const over = done.lines.filter(({ over: above }) => above !== '' && above !== '0.00').length;
  return { lines: settledRows(done), cny: done.cny ?? undefined, over };
};

const settling = onePage('结算入账', {
  paidOn: date('支付日期', { required: true, width: 4 }),
  project: text('项目代码', { max: 21, width: 8, help: '列基本支出的不填' }),
  fund: choice('资金性质', options(FUNDS), { required: true, width: 6 }),
  function: choice('功能分类', FUNCTIONS, { required: true, width: 6 }),
});
const check = checksFor<typeof settling>();

const settleMove: Move = {
  key: 'settle',
  label: '结算入账',
  from: ['draft'],
  to: 'settled',
  form: settling,
  checks: [
    check({
      code: 'J-11',
      title: '支付日期不在今天之后',
      level: 'block',
      basis: funds516('据实核销'),
      reads: ['paidOn'],
      run: ({ paidOn }, { today }) =>
        paidOn > today
          ? [{ at: ['paidOn'], message: '支付日期还没有到', en: 'Still to come', todo: '支付后再结算入账' }]
          : [],
    }),
    check({
      code: 'J-12',
      title: '项目代码的校验位',
      level: 'block',
      basis: PROJECT_CODE,
      reads: ['project'],
      run: ({ project }) => codeFaults(project),
    }),
  ],
  asksCase: { field: 'matter', registers: TRIP_REGISTERS },
  fits: (row, _data, context) => [
    ...tripFaults(context.facts?.lookup('$case'), settlementOf(row)),
    ...(missing(row, context).length > 0 ? missing(row, context) : stale(row, context)),
  ],
  sets: (row, { paidOn }, context) => ({ ...results(row, context), paidOn }),
  roles: ['finance-officer', 'deputy-director', 'director'],
  second: true,
  brings: {
    register: 'ledger-line',
    rows: (row, data) => ledgerRows(row, data),
  },
  basis: funds516('据实核销'),
};

/** Lines of the ledger a settlement comes to: one for each kind of cost, under the class that pays for trips abroad. */
export const ledgerRows = ({ answers }: Pick<KeptRow, 'answers'>, data: Answers): readonly Answers[] => {
  const { matter = '', group = '' } = settlementOf({ answers });
  const lines = Array.isArray(answers['lines']) ? answers['lines'].filter(isJsonObject) : [];
  const labels = [...new Set(lines.map(({ label }) => textIn(label)))];
  return labels.flatMap((label) => {
    const amount = sumOf(lines.filter((line) => line['label'] === label));
    return amount === '0.00'
      ? []
      : [
          {
            day: data['paidOn'],
            voucher: `结算-${matter}`,
            amount,
            summary: `${group}${label}`,
            payee: '出访人员',
            sort: data['project'] ? 'project' : 'basic',
            fund: data['fund'],
            ...(data['project'] ? { project: data['project'] } : {}),
            function: data['function'],
            economic: '30212',
            matter,
          },
        ];
  });
};

/** From the draft a returned trip leaves to the settlement two persons signed; what was settled stays. */
export const stages: GivenStages = {
  first: 'draft',
  list: {
    draft: '核算中',
    settled: { label: '已结算', ends: true },
    dropped: { label: '不结算', ends: true },
  },
  moves: [
    move('compute', '核算', 'draft', 'draft', {
      fits: (row, _data, context) => missing(row, context),
      sets: (row, _data, context) => results(row, context),
      basis: funds516('按标准核算，按折算率折合人民币'),
    }),
    settleMove,
    move('drop', '不结算', 'draft', 'dropped', {
      form: onePage('为什么不结算', { reason: text('原因', { max: 300, lines: 2, required: true }) }),
    }),
  ],
};
