import type { SheetFacts } from '../../packages/typeset/test/sheets.ts';

/** A drawn paper and what was measured of it. */
export interface MeasuredPaper extends SheetFacts {
  readonly kind: string;
}

/** Smallest and largest of the papers of a kind; millimetres. */
type Span = readonly [number, number];
const span = (values: readonly number[]): Span => [Math.min(...values), Math.max(...values)];

/** What the papers of each kind have in common, in the order they were first drawn. */
export function paperKinds(papers: readonly MeasuredPaper[]) {
  return [...new Set(papers.map(({ kind }) => kind))].map((kind) => {
    const own = papers.filter((paper) => paper.kind === kind);
    const sheets = own.flatMap((paper) => paper.sheets);
    const upright = sheets.filter((sheet) => !sheet.landscape);
    const last = own.flatMap((paper) => paper.sheets.slice(-1));
    return {
      kind,
      papers: own.length,
      sheets: span(own.map((paper) => paper.sheets.length)),
      linesOnASheet: span(sheets.map(({ body }) => body)),
      roomOnLastSheet: span(last.map(({ left }) => left)),
      highestLine: upright.length > 0 ? span(upright.map(({ top }) => top)) : null,
      fromBindingEdge: upright.length > 0 ? span(upright.map(({ bound }) => bound)) : null,
      typeSizes: [...new Set(sheets.flatMap(({ sizes }) => sizes))].toSorted((a, b) => b - a),
      brokenDates: own.reduce((sum, { brokenDates }) => sum + brokenDates.length, 0),
      widestGap: Math.max(...own.map(({ widestGap }) => widestGap)),
    };
  });
}
