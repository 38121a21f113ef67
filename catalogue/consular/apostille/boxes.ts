import { roomOf, type SheetSize } from '@zhitongche/base';

/** A square of 110 mm; the annex of the Convention asks for sides of nine centimetres at least. */
export const SHEET: SheetSize = { widthMm: 110, heightMm: 110 };

const left = (y: number, height: number) => ({ x: 6, y, width: 61, height, size: 9 });

/** Where the ten items stand, in millimetres and points. */
export const BOXES = {
  country: { ...left(24, 8.5), width: 98 },
  signer: left(37, 10.8),
  capacity: left(47.8, 10.8),
  seal: left(58.6, 10.8),
  at: { ...left(73.5, 8), width: 28 },
  the: { ...left(73.5, 8), x: 36, width: 32 },
  by: left(81.5, 8),
  number: left(89.5, 8),
  signature: left(97.5, 9),
} as const;

/** Rooms of what an applicant types and the certificate prints. */
export const ROOMS = {
  signer: roomOf(BOXES.signer),
  capacity: roomOf(BOXES.capacity),
  seal: roomOf(BOXES.seal),
} as const;
