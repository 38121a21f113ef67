/** How one layout of a paper is tried. */
export interface Attempt {
  /** Draws lines of body text to both edges. */
  readonly justify: boolean;
  /** Height of lines against those of the standard. */
  readonly air: number;
  /** Body lines kept free at the foot of the sheet on which the last body text of each section begins. */
  readonly reserve: readonly number[];
  /** Marks of whole pieces before which the line ends where it ends. */
  readonly ragged: readonly number[];
}

/** Where a tag of the template came to stand: page from 1, points from the top left. */
interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

interface Tag {
  readonly section: number;
  readonly page: number;
}

/** What the template tells of a layout. */
export interface Outcome {
  readonly body: readonly Tag[];
  readonly closing: readonly Tag[];
  readonly whole: readonly {
    readonly id: number;
    /** Points by which the line before may be drawn apart. */
    readonly slack: number;
    /** Width of the type area, points. */
    readonly width: number;
    readonly ends: Place;
    readonly starts: Place;
  }[];
}

/** The first layout: natural lines, from which those that would be drawn apart are read. */
export const natural = (sections: number): Attempt => ({
  justify: false,
  air: 1,
  reserve: Array.from({ length: sections }, () => 0),
  ragged: [],
});

/** Marks of whole pieces that moved to the next line and left more than a few characters of room. */
export const raggedIn = (outcome: Outcome): readonly number[] =>
  outcome.whole
    .filter(({ ends, starts }) => ends.page !== starts.page || starts.y > ends.y + 1)
    .filter(({ ends, starts, width, slack }) => starts.x + width - ends.x > slack)
    .map(({ id }) => id);

/** Sections of which a closing part (signature, note, strip, imprint) stands on a sheet without body text. */
export function bareSections(outcome: Outcome): readonly number[] {
  const lastOf = (tags: readonly Tag[], section: number) =>
    Math.max(0, ...tags.filter((tag) => tag.section === section).map((tag) => tag.page));
  const sections = [...new Set(outcome.closing.map(({ section }) => section))];
  return sections.filter((section) => {
    const body = lastOf(outcome.body, section);
    return body > 0 && lastOf(outcome.closing, section) > body;
  });
}

/**
 * Heights of lines to try: when the sheet has no room left for the signature, line distance is what gives
 * (GB/T 9704-2012 §7.3.5.5), a little closer first, then a little wider so that text goes over with it.
 */
const AIRS = [1, 0.97, 0.94, 0.91, 1.04, 1.08, 1.12];
/** The signature takes five lines; keeping these free always moves some text over. */
const MOST_RESERVED = 8;

/** Every layout worth trying, the plainest first; those that reserve lines need to know where. */
export function* attempts(first: Attempt, ragged: readonly number[], bare: () => readonly number[]) {
  const base: Attempt = { ...first, justify: true, ragged };
  for (const air of AIRS) yield { ...base, air };
  const reserve = [...base.reserve];
  for (let tries = 0; tries < MOST_RESERVED; tries += 1) {
    for (const section of bare()) reserve[section] = (reserve[section] ?? 0) + 1;
    yield { ...base, reserve: [...reserve] };
  }
}
