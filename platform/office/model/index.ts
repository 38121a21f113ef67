export { type ListEnd, listEnd } from './list-end.ts';
export { KERNEL_POLICIES, fitsPolicy, makePolicyReader } from './policy-reader.ts';
export { type PolicyDef, type PolicyReader, type PolicyRow, type PolicyValue, figure } from './policy.ts';
export type { ReferenceTable } from './reference-table.ts';
export { type TimerMark, timerHours, timerMarks } from './timer-marks.ts';
