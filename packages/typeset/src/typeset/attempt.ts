import { BODY_GRID } from './gbt9704.ts';

/** How one layout of a paper is tried. */
export interface Attempt {
  /** Height of lines against those of the standard. */
  readonly air: number;
  /** Body lines kept free at the foot of the sheet on which the last body text of each section begins. */
  readonly reserve: readonly number[];
}

/** Where a part of a section ends: points from the head of its type area, and how high that is. */
interface Tag {
  readonly section: number;
  readonly page: number;
  readonly down: number;
  readonly area: number;
}

/** What the template tells of a layout. */
export interface Outcome {
  readonly body: readonly Tag[];
  /** `flows` = takes its room after the text; the others stand at the foot of the sheet. */
  readonly closing: readonly (Tag & { readonly flows: boolean })[];
}

/** The layout of the standard. */
export const plain = (sections: number): Attempt => ({
  air: 1,
  reserve: Array.from({ length: sections }, () => 0),
});

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
const AIRS = [0.97, 0.94, 0.91, 1.04, 1.08, 1.12];
/** The signature takes five lines; keeping these free always moves some text over. */
const MOST_RESERVED = 8;
/** A share of a sheet by which places may be read wrongly. */
const DOUBT = 0.005;

/**
 * Whether lines of this height may bring text and closing parts of a section onto one sheet. Not everything above
 * them grows with the lines, so they may do less than this says, never more.
 */
function mayHelp(outcome: Outcome, section: number, air: number): boolean {
  const own = (tag: Tag) => tag.section === section;
  const body = outcome.body.filter(own).at(-1);
  if (!body) return false;
  const before = [...outcome.body, ...outcome.closing].filter((tag) => tag.section < section);
  const sheets = body.page - Math.max(0, ...before.map(({ page }) => page));
  const text = sheets - 1 + body.down / body.area;
  if (air > 1) return text * air > sheets - DOUBT;
  const after = outcome.closing.filter((tag) => own(tag) && tag.flows && tag.page > body.page);
  const closing = Math.max(0, ...after.map((tag) => tag.down / tag.area));
  return (text + closing) * air < sheets + DOUBT;
}

/** Lines to keep free so that the last text of a section goes over: those below it and one more. */
function linesBelow(outcome: Outcome, section: number): number {
  const body = outcome.body.filter((tag) => tag.section === section).at(-1);
  return body ? Math.max(1, Math.floor((body.area - body.down) / BODY_GRID.line) + 1) : 1;
}

/**
 * Every layout worth trying when the plain one came out as `outcome`, the plainer first. `bare` names the sections
 * whose closing part the last try left without text.
 */
export function* attempts(first: Attempt, outcome: Outcome, bare: () => readonly number[]) {
  const wanting = bare();
  for (const air of AIRS)
    if (wanting.every((section) => mayHelp(outcome, section, air))) yield { ...first, air };
  const reserve = [...first.reserve];
  for (const section of wanting) reserve[section] = linesBelow(outcome, section);
  for (let tries = 0; tries < MOST_RESERVED; tries += 1) {
    yield { ...first, reserve: [...reserve] };
    for (const section of bare()) reserve[section] = (reserve[section] ?? 0) + 1;
  }
}
