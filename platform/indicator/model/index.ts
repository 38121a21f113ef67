export { countsOf } from './counts.ts';
export { asksInTime } from './fit.ts';
export type { LightRules } from './light.ts';
export { indicatorLines, lineKey, targetShown, yearTarget } from './line.ts';
export { indicatorHeads, indicatorPaper, indicatorRows } from './paper.ts';
export {
  type CeilingHere,
  type Facts,
  type MeasuredHere,
  NOTHING_YET,
  type Standing,
  dayWithin,
  standingOf,
  takesAsProposed,
} from './standing.ts';
