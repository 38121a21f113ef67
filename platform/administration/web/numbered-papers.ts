import type { PaperDef } from '@zhitongche/case';

/** A paper with the first number of the year it would get. */
export interface NumberedPaper {
  readonly title: string;
  readonly number: string;
}

/** The papers of a service that carry a number, with the number as a mark (机关代字) makes it. */
export const numberedPapers = (
  papers: readonly Pick<PaperDef, 'title' | 'series'>[],
  mark: string,
  year: string,
): readonly NumberedPaper[] =>
  papers.flatMap(({ title, series }) =>
    series === undefined
      ? []
      : [
          {
            title,
            number: series.pattern.replace('{mark}', mark).replace('{year}', year).replace('{seq}', '1'),
          },
        ],
  );
