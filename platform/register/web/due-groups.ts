import { addDays } from '@zhitongche/base';
import type { RowLine } from './columns.ts';

/** A row of the list, or the head of what follows. */
export type ListItem =
  | { readonly is: 'row'; readonly row: RowLine }
  | { readonly is: 'head'; readonly title: string; readonly light: 'red' | 'amber' | 'green' };

const GROUPS = [
  { title: '已过期', light: 'red', until: -1 },
  { title: '7 天内到期', light: 'amber', until: 7 },
  { title: '30 天内到期', light: 'amber', until: 30 },
  { title: '以后到期', light: 'green', until: Number.POSITIVE_INFINITY },
] as const;
/** Rows that wait for no day. */
const NEVER = { title: '没有期限', light: 'green' } as const;

const groupAt = ({ due }: RowLine, today: string) =>
  due === null ? NEVER : GROUPS.find(({ until }) => !Number.isFinite(until) || due <= addDays(today, until));

/** Rows in the order of what is due, under heads that say how near; `by` another order there are none. */
export const withHeads = (
  rows: readonly RowLine[],
  by: string | undefined,
  today: string,
): readonly ListItem[] => {
  if (by !== 'due') return rows.map((row) => ({ is: 'row', row }));
  return rows.flatMap((row, i): readonly ListItem[] => {
    const group = groupAt(row, today);
    const before = rows[i - 1];
    const same = before !== undefined && groupAt(before, today) === group;
    return [
      ...(same || group === undefined
        ? []
        : [{ is: 'head' as const, title: group.title, light: group.light }]),
      { is: 'row' as const, row },
    ];
  });
};
