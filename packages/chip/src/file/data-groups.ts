/** A data group of the travel document application, or one of its two other files. */
export interface FilePlace {
  /** How people name it. */
  readonly name: string;
  /** File identifier for SELECT. */
  readonly file: number;
  /** Tag of the file, which EF.COM lists. */
  readonly tag: number;
  /** Number of the data group; absent for EF.COM and EF.SOD. */
  readonly group?: number;
}

const TAGS = [0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70];

/** The sixteen data groups (Doc 9303-10 table 38). */
export const DATA_GROUPS: readonly FilePlace[] = TAGS.map((tag, at) => ({
  name: `DG${at + 1}`,
  file: 0x0101 + at,
  tag,
  group: at + 1,
}));

/** EF.COM: which data groups there are. */
export const COM: FilePlace = { name: 'EF.COM', file: 0x011e, tag: 0x60 };
/** EF.SOD: the signature over them. */
export const SOD: FilePlace = { name: 'EF.SOD', file: 0x011d, tag: 0x77 };

/** EF.CardAccess beside the application: what PACE works with, readable by anyone. */
export const CARD_ACCESS = 0x011c;
/** EF.DIR: which applications there are. */
export const DIRECTORY = 0x2f00;
/** EF.ATR/INFO: what the card can do. */
export const CARD_INFO = 0x2f01;
/** The name the travel document application is selected by. */
export const APPLICATION = 'A0000002471001';

/** The place of a data group. */
export function dataGroup(group: number): FilePlace {
  const place = DATA_GROUPS[group - 1];
  if (!place) throw new Error(`There is no data group ${group}`);
  return place;
}
