import { Link } from '@tanstack/react-router';
import { decimalOf, decimalText, moneyText, total, ZERO } from '@zhitongche/base';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { Async, DataTable, dayText } from '@zhitongche/ui';

type Line = Reply<'executionLines'>['lines'][number];

const sum = (lines: readonly Line[]): string =>
  moneyText(decimalText(total(lines.map(({ amount }) => decimalOf(amount) ?? ZERO))));

/** What the figures of a ceiling are made of: every payment and everything kept back, with their sums. */
export const CeilingBehind = ({
  id,
  when,
}: {
  readonly id: string;
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
