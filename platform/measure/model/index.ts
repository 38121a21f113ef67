export type { CaseMeasures, Line, Measure, Measures, RowMeasures } from './measure.ts';
export { NOTHING, type Sum, valueInWords, valueOf } from './value.ts';
