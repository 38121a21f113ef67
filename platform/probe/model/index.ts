export { type Known, type MonthFigures, beginOf, monthFigures, percentUp } from './availability.ts';
export { type Found, type Probe, type RowSpan, defineProbe } from './probe.ts';
export { type Standing, UNLOOKED, settleAnswer } from './settle-answer.ts';
export type { Span } from './spans.ts';
