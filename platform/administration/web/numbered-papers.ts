import type { Reply } from '@zhitongche/contract/web';

/** A paper with the first number of the year it would get. */
export interface NumberedPaper {
  readonly title: string;
  readonly number: string;
}

/** Papers with the number that a mark (机关代字) makes of their pattern. */
export const numberedPapers = (
  papers: Reply<'numberedPapers'>,
  mark: string,
  year: string,
): readonly NumberedPaper[] =>
  papers.map(({ title, pattern }) => ({
    title,
    number: pattern.replace('{mark}', mark).replace('{year}', year).replace('{seq}', '1'),
  }));
