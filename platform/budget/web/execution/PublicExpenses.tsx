import { tenThousands } from '@zhitongche/budget';
import type { Reply } from '@zhitongche/contract/web';
import { DataTable } from '@zhitongche/ui';

type Told = Reply<'execution'>;
type One = Told['publicExpenses'][number];

/** 三公: the three public expenses month by month, in 万元. */
export const PublicExpenses = ({ told }: { readonly told: Told }) => {
  const upTo = Number(told.day.slice(5, 7));
  // On a phone each month is a line of its own: those in which nothing was paid say nothing.
  const months = Array.from({ length: upTo }, (_, at) => at).filter((at) =>
    told.publicExpenses.some((one) => one.months[at] !== '0.00'),
  );
  const columns: Parameters<typeof DataTable<One>>[0]['columns'] = [
    { key: 'name', label: '“三公”经费（万元）', cell: ({ name }) => name },
    ...months.map((at) => ({
      key: `m${at}`,
      label: `${at + 1}月`,
      figure: true,
      cell: (one: One) => tenThousands(one.months[at] ?? '0'),
    })),
    { key: 'spent', label: '累计', figure: true, cell: ({ spent }) => tenThousands(spent) },
  ];
  return (
    <DataTable label="三公经费按月" rows={told.publicExpenses} keyOf={({ key }) => key} columns={columns} />
  );
};
