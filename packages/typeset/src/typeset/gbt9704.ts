/**
 * Figures of GB/T 9704-2012 《党政机关公文格式》, with the clause each comes from.
 * Lengths are millimetres, type sizes points. PDF and Word are both made from this one table.
 */
export const GBT9704 = {
  /** §5.1 A4. */
  page: { width: 210, height: 297 },
  /** §5.2.1 top edge 37, binding edge 28, type area 156 × 225. */
  margin: { top: 37, binding: 28 },
  area: { width: 156, height: 225 },
  /** §5.2.3 22 lines of 28 characters fill the type area. */
  lines: 22,
  characters: 28,
  /** 字号 in points: 一号 to 五号 as printing has used them; §5.2.2 body is 三号, §7.3.1 titles are 二号. */
  size: { title: 22, body: 16, form: 14, list: 12, dense: 10.5 },
  /** §7.2.4 the mark begins 35 below the top of the type area. */
  redHead: { drop: 35, ruleGap: 4, ruleWeight: 0.7 },
  /** §10.1 letter form: mark 30 from the top of the page, rules of 170 wide, lower rule 20 from the bottom. */
  letter: { top: 30, ruleGap: 4, ruleWidth: 170, bottom: 20 },
  /** §7.5 page number: its dashes lie 7 below the type area, it stands one character in. */
  pageNumber: { drop: 7, size: 14 },
  /** Our own strip for checking the paper: below the type area, beside the page number, as high as its QR code. */
  verification: { drop: 5, height: 17, clear: 22, letter: { drop: 0.3, height: 12.3 } },
  /** §7.4 lines of the imprint: thick outside, thin between. */
  imprint: { thick: 0.35, thin: 0.25, size: 14 },
  /** §7.3.5.1 the date stands four characters from the right. */
  dateIndent: 4,
} as const;

/**
 * Distance of body lines and of body characters in points, taken from the type area and the counts of §5.2.3.
 * Twenty-eight 16 pt characters are a little wider than the area, so they stand closer by a fifth of a point; the
 * last one has no neighbour to move up to and ends exactly at the margin.
 */
export const BODY_GRID = {
  line: points(GBT9704.area.height) / GBT9704.lines,
  character: (points(GBT9704.area.width) - GBT9704.size.body) / (GBT9704.characters - 1),
} as const;

/** Millimetres as points of 1/72 inch. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
