export {
  type CaseMeasures,
  type CaseSubject,
  type Line,
  type Measure,
  type MeasureSort,
  type Measures,
  type RowMeasures,
  measureCases,
} from './measure.ts';
export { NOTHING, type Sum, valueInWords, valueOf } from './value.ts';
