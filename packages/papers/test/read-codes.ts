/** Reads the codes printed on a page with a reader that shares nothing with what draws them (ZXing). */
import {
  BinaryBitmap,
  Code128Reader,
  DecodeHintType,
  HybridBinarizer,
  NotFoundException,
  QRCodeReader,
  RGBLuminanceSource,
  type Reader,
} from '@zxing/library';
import { type GrayPage, scanGray } from './measure.ts';

/** Dots per inch of an ordinary scan. */
const DPI = 300;
/** Where the bars begin, as a share of the width: a hand reader is pointed at them and does not see the QR code at their left. */
const BARS_FROM = 0.3;

/** What a telephone and a hand reader make of a page; null where it has no such code. */
export interface CodesRead {
  readonly qr: string | null;
  readonly bars: string | null;
}

/** Reads every page of a PDF. */
export const readCodes = (pdf: Uint8Array): readonly CodesRead[] =>
  scanGray(pdf, DPI).map((page) => ({
    qr: codeOn(page, new QRCodeReader(), 0),
    bars: codeOn(page, new Code128Reader(), BARS_FROM),
  }));

function codeOn({ data, width, height }: GrayPage, reader: Reader, from: number): string | null {
  const left = Math.floor(width * from);
  const source = new RGBLuminanceSource(new Uint8ClampedArray(data), width, height);
  const seen = source.crop(left, 0, width - left, height);
  try {
    const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);
    return reader.decode(new BinaryBitmap(new HybridBinarizer(seen)), hints).getText();
  } catch (error) {
    if (error instanceof NotFoundException) return null;
    throw error;
  }
}
