import { type ListEnd, listEnd } from '@zhitongche/office';
import type { OfficeConfig } from '@zhitongche/core/server';
import { staffingPolicy } from './staffing-policies.ts';

/** A reference table in force of which entries end soon or have ended. */
export interface TableEnd {
  readonly table: string;
  readonly title: string;
  /** `3 行已到期，其后未知，2 行将于2026-12-31到期`. */
  readonly text: string;
  /** True when entries have ended: from then on nobody knows what holds. */
  readonly over: boolean;
}

/** Every table in force that ends within the days an office looks ahead, or has ended. */
export function tableEnds(book: OfficeConfig, today: string): readonly TableEnd[] {
  const days = staffingPolicy(book.policyRows, today).tableDays;
  return [...new Set(book.tables.map(({ name }) => name))].flatMap((table) => {
    const end = listEnd(book.table(table, today), today, days);
    const title = book.tables.find(({ name }) => name === table)?.title ?? table;
    return end ? [{ table, title, text: wordsOf(end, today), over: end.ended > 0 }] : [];
  });
}

const wordsOf = ({ until, ending, ended }: ListEnd, today: string): string =>
  [
    ...(ended > 0 ? [`${ended} 行已到期，其后未知`] : []),
    ...(ending > 0 ? [`${ending} 行将于${until < today ? '近期' : until}到期`] : []),
  ].join('，');
