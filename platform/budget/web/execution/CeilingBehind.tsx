import { Link } from '@tanstack/react-router';
import { tenThousands } from '@zhitongche/budget';
import { decimalOf, decimalText, moneyText, total, ZERO } from '@zhitongche/base';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { Async, DataTable, dayText } from '@zhitongche/ui';

type Line = Reply<'executionLines'>['lines'][number];
type PlanDate = Reply<'execution'>['ceilings'][number]['dates'][number];

const sum = (lines: readonly Line[]): string =>
  moneyText(decimalText(total(lines.map(({ amount }) => decimalOf(amount) ?? ZERO))));

/** What the figures of a ceiling are made of: every payment and everything kept back, with their sums. */
export const CeilingBehind = ({
  id,
  when,
  dates,
}: {
  readonly id: string;
  readonly dates: readonly PlanDate[];
  readonly when: { readonly year: number; readonly day?: string };
}) => {
  const told = useRead('executionLines', { params: { id }, query: when });
  return (
    <section className="card stack" aria-label="这项额度的支出">
      <Async query={told}>
        {({ name, lines, holds }) => (
          <>
            <h2>{name}</h2>
            <p>
              已支出 {lines.length} 笔，合计 {sum(lines)} 元
              {holds.length > 0 ? `；预留 ${holds.length} 笔，合计 ${sum(holds)} 元` : ''}。
            </p>
            {dates.some(({ percent }) => percent !== null) ? (
              <DataTable label="支付计划" rows={dates} keyOf={({ day }) => day} columns={DATES} />
            ) : null}
            {lines.length > 0 ? (
              <DataTable label="支出" rows={lines} keyOf={(line) => line.id} columns={COLUMNS} />
            ) : null}
            {holds.length > 0 ? (
              <DataTable label="预留" rows={holds} keyOf={(line) => line.id} columns={COLUMNS} />
            ) : null}
          </>
        )}
      </Async>
    </section>
  );
};

const or = (text: string | null, words: string): string => (text === null ? '—' : words);

const DATES: Parameters<typeof DataTable<PlanDate>>[0]['columns'] = [
  { key: 'day', label: '时点', tight: true, cell: ({ day }) => dayText(day) },
  {
    key: 'percent',
    label: '计划',
    figure: true,
    cell: ({ percent }) => (percent === null ? '空' : `${percent}%`),
  },
  {
    key: 'spent',
    label: '已支出（万元）',
    figure: true,
    cell: ({ spent }) => (spent === null ? '还没到' : tenThousands(spent)),
  },
  { key: 'paid', label: '支出率', figure: true, cell: ({ paid }) => or(paid, `${paid}%`) },
  { key: 'points', label: '差（点）', figure: true, cell: ({ points }) => or(points, `${points}`) },
  { key: 'gap', label: '差额（万元）', figure: true, cell: ({ gap }) => or(gap, tenThousands(gap ?? '')) },
];

const COLUMNS: Parameters<typeof DataTable<Line>>[0]['columns'] = [
  { key: 'day', label: '日期', tight: true, cell: ({ day }) => dayText(day) },
  {
    key: 'title',
    label: '支出',
    cell: ({ id, register, title }) => (
      <Link to="/desk/kept/$register/$row" params={{ register, row: id }}>
        {title}
      </Link>
    ),
  },
  { key: 'amount', label: '金额（元）', figure: true, cell: ({ amount }) => moneyText(amount) },
];
