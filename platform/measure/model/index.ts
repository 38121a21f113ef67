export {
  type CaseMeasures,
  type CaseSubject,
  type Line,
  type Measure,
  type MeasureSort,
  type Measures,
  type RowMeasures,
  type RowSubject,
  measureCases,
  measureRows,
} from './measure.ts';
export { NOTHING, type Sum, valueInWords, valueOf } from './value.ts';
