import type { Day } from './day.ts';
import type { Typeface } from './typeface.ts';

/**
 * Papers that are no letters: cards, certificates, data pages, labels. Their sheet has any size, and what they say
 * stands in boxes of fixed place and size, one face of the sheet after the other.
 */

/** Width and height of a sheet in millimetres. */
export interface SheetSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** ID-1 card (ISO/IEC 7810). */
export const ID1_CARD: SheetSize = { widthMm: 85.6, heightMm: 53.98 };
/** Data page of a passport booklet: TD3 of ICAO Doc 9303 part 4. */
export const TD3_PAGE: SheetSize = { widthMm: 125, heightMm: 88 };

/** Where a box lies: millimetres from the upper left corner of the sheet. */
export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the text of a box is set; what decides whether it fits. */
export interface BoxType {
  /** Points. */
  readonly size: number;
  /** Height of a line against the size; 1.25 when absent. */
  readonly leading?: number;
}

/** Text in a box: it stands in it whole, or the paper is refused. */
export interface BoxText extends BoxPlace, BoxType {
  readonly kind: 'text';
  readonly text: string;
  readonly face?: Typeface;
  readonly align?: 'left' | 'center' | 'right';
  readonly place?: 'top' | 'middle' | 'bottom';
  /** Language of the text, for programs that read aloud; Chinese when absent. */
  readonly lang?: 'zh' | 'en' | 'fr';
  /** Colour as `#rrggbb`; black when absent. */
  readonly colour?: string;
}

/** A picture, undistorted within its box: whole, or a photograph cut to fill it. */
export interface BoxPicture extends BoxPlace {
  readonly kind: 'picture';
  /** Fills its box: what is too wide is cut at both sides evenly, what is too tall at the foot. */
  readonly cut?: true;
  readonly picture: { readonly format: 'svg' | 'png' | 'jpg'; readonly data: Uint8Array };
  /** What it shows, for programs that read aloud. */
  readonly says: string;
}

/** Machine-readable lines (ICAO Doc 9303-3) in OCR-B, ten characters to the inch. */
export interface BoxMrz extends BoxPlace {
  readonly kind: 'mrz';
  readonly lines: readonly string[];
}

/** A two-dimensional code with its quiet zone, as large as the box allows. */
export interface BoxCode extends BoxPlace {
  readonly kind: 'code';
  readonly symbol: 'qr' | 'datamatrix';
  readonly text: string;
  readonly says: string;
}

/** A ruled frame, or a filled ground when `fill` is given. */
export interface BoxFrame extends BoxPlace {
  readonly kind: 'frame';
  readonly colour: string;
  /** Weight of the line in millimetres; none when zero. */
  readonly weight: number;
  readonly fill?: string;
}

/** Whatever stands on a sheet of boxes. */
export type SheetBox = BoxText | BoxPicture | BoxMrz | BoxCode | BoxFrame;

/** One face of the sheet: front, then back. */
export interface Face {
  readonly kind: 'face';
  readonly boxes: readonly SheetBox[];
}

/** The words of a label in the languages of a paper. */
export interface LabelWords {
  readonly zh: string;
  readonly en?: string;
  readonly fr?: string;
}

/** Share of the size of a value in which its label is set, and millimetres of its line for each point of it. */
const LABEL = 0.62;
const LABEL_LINE = (LABEL * 1.3 * 25.4) / 72;

/** A labelled value in as many languages as its label has: the label on one line, the value in the room below it. */
export function labelled(
  label: LabelWords,
  value: string,
  box: BoxPlace & BoxType & Pick<BoxText, 'face' | 'lang' | 'align'>,
): readonly BoxText[] {
  const high = LABEL_LINE * box.size;
  const text = [label.zh, label.en, label.fr].filter((word) => word !== undefined).join(' ');
  const { size, face, lang, align, ...rest } = box;
  const about = { kind: 'text', ...(align ? { align } : {}) } as const;
  return [
    { ...rest, ...about, text, size: size * LABEL, leading: 1.25, height: high, face: 'hei' },
    {
      ...rest,
      ...about,
      ...(face ? { face } : {}),
      ...(lang ? { lang } : {}),
      text: value,
      size,
      y: box.y + high,
      height: box.height - high,
    },
  ];
}

/** The room a value of {@link labelled} has, for the form field that is printed there. */
export const roomOf = (box: BoxPlace & BoxType): TextRoom => ({
  width: box.width,
  height: box.height - LABEL_LINE * box.size,
  size: box.size,
  ...(box.leading === undefined ? {} : { leading: box.leading }),
});

/** Room for a text: what a form field and the box it is printed in have in common. */
export interface TextRoom extends BoxType {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/** Whether a day lies before a term, in it or after it; days given are part of it. */
export function standingOn(
  day: Day,
  term: { readonly from?: Day | null; readonly to?: Day | null },
): 'early' | 'current' | 'expired' {
  if (term.from && day < term.from) return 'early';
  return term.to && day > term.to ? 'expired' : 'current';
}
