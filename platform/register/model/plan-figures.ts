import { addDays, addMonths, type Day } from '@zhitongche/base';
import type { Matter } from './plan-matters.ts';

/** An item as a page shows it against what was done. */
export interface PlannedItem {
  readonly id: string;
  readonly title: string;
  readonly org: string;
  readonly orgName: string;
  readonly planned: Day;
  readonly count: number;
  readonly stage: string;
  readonly matters: readonly Matter[];
}

/** What a plan is counted by, in the order of its table. */
export const FIGURES = ['planned', 'approved', 'away', 'back', 'late'] as const;
/** One of them. */
export type Figure = (typeof FIGURES)[number];

/** One thing behind a figure: an item, or a matter that does it. */
export interface Behind {
  readonly item: PlannedItem;
  /** Absent = the item itself. */
  readonly matter?: Matter;
  readonly n: number;
}

const inForce = ({ stage }: PlannedItem): boolean => stage === 'approved';
const each = (item: PlannedItem, holds: (matter: Matter) => boolean): readonly Behind[] =>
  item.matters.filter(holds).map((matter) => ({ item, matter, n: 1 }));

/** The last day of the month an item was planned for. */
const monthOver = ({ planned }: PlannedItem): Day => addDays(addMonths(`${planned.slice(0, 7)}-01`, 1), -1);

const BEHIND: Readonly<Record<Figure, (item: PlannedItem, today: Day) => readonly Behind[]>> = {
  planned: (item) => (inForce(item) ? [{ item, n: item.count }] : []),
  approved: (item) => each(item, () => true),
  away: (item, today) => each(item, ({ from, backOn }) => !backOn && from !== undefined && from <= today),
  back: (item) => each(item, ({ backOn }) => backOn !== undefined),
  // Its month is over and nobody was approved for it; or whoever went is not back by the day.
  late: (item, today) => [
    ...each(item, ({ until, backOn }) => !backOn && until !== undefined && until < today),
    ...(inForce(item) && monthOver(item) < today && item.matters.length < item.count
      ? [{ item, n: item.count - item.matters.length }]
      : []),
  ],
};

/** What stands behind a figure: it sums to it. */
export const behind = (figure: Figure, items: readonly PlannedItem[], today: Day): readonly Behind[] =>
  items.flatMap((item) => BEHIND[figure](item, today));

/** A figure of some items. */
export const figureOf = (figure: Figure, items: readonly PlannedItem[], today: Day): number =>
  behind(figure, items, today).reduce((sum, { n }) => sum + n, 0);
