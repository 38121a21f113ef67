/** What the clocks of cases come to within the week, as the board counts them and the inbox lists them; one case may come to several. */
export const TURNINGS = {
  overdue: '已超期',
  'due-today': '今天到期',
  'yellow-today': '今天转黄',
  'yellow-week': '本周内转黄',
  'due-week': '本周内到期',
} as const;
/** One of {@link TURNINGS}. */
export type Turning = keyof typeof TURNINGS;
