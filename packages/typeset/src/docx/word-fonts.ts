import type { Typeface } from '@zhitongche/base';
import { BODY_GRID, GBT9704, points } from '../typeset/gbt9704.ts';

/** Font names written into a Word file; the reader's machine supplies the fonts. */
export type WordFonts = Readonly<Record<Typeface, string>>;

/** The names under which Chinese offices have these faces installed. */
export const OFFICE_WORD_FONTS: WordFonts = {
  fangsong: '仿宋_GB2312',
  xiaobiaosong: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
};

/** Twentieths of a point, the unit of lengths in Word files. */
export const twips = {
  fromMm: (millimetres: number) => Math.round(points(millimetres) * 20),
  fromPoints: (value: number) => Math.round(value * 20),
};

/** The body grid in twips. */
export const WORD_GRID = {
  /** Rounded down so that 22 lines always fit a page. */
  line: Math.floor(BODY_GRID.line * 20),
  character: twips.fromPoints(BODY_GRID.character),
  /** Characters stand this much closer, rounded down so that 28 of them always fit a line. */
  tracking: Math.floor((points(GBT9704.area.width) / GBT9704.characters - GBT9704.size.body) * 20),
} as const;
