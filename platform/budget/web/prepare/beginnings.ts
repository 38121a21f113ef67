import { type Body, useRead } from '@zhitongche/contract/web';

const EMPTY = { hebei: '空表：九表版式', shanxi: '空表：十三表版式' } as const;

/** What a budget may begin from, by its value in the choice: earlier budgets, files read, empty sheets; and the usual one. */
export const useBeginnings = (department: string) => {
  const earlier = useRead('disclosures', {}).data ?? [];
  const readings = useRead('budgetReadings', {}).data ?? [];
  const choices: readonly (readonly [value: string, label: string])[] = [
    ...earlier.map(
      (row) => [`disclosure ${row.id}`, `${row.department ?? '未写部门'} ${row.year ?? ''}年预算`] as const,
    ),
    ...readings
      .filter(({ status }) => status === 'done')
      .map((row) => [`reading ${row.id}`, `读入的文件：${row.name}`] as const),
    ...Object.entries(EMPTY).map(([layout, label]) => [`empty ${layout}`, label] as const),
  ];
  const own = earlier.find((row) => row.department === department);
  return { choices, usual: own === undefined ? 'empty hebei' : `disclosure ${own.id}` };
};

/** A beginning as the server is told it. */
export const beginningOf = (chosen: string): Body<'beginPreparation'>['from'] => {
  const [kind = '', id = ''] = chosen.split(' ');
  return kind === 'empty'
    ? { kind, layout: id === 'shanxi' ? 'shanxi' : 'hebei' }
    : kind === 'reading'
      ? { kind, id }
      : { kind: 'disclosure', id };
};
