import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';

const HINTS = new Map<DecodeHintType, unknown>([
  [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX]],
  [DecodeHintType.TRY_HARDER, true],
]);
/** Longer sides of a photograph to try: a code of ninety modules needs some dots for each, a whole sheet more of them. */
const SIDES = [1000, 1800, 3000];

/** Brightness of every dot of a picture. */
const greyOf = ({ data, width, height }: ImageData): Uint8ClampedArray => {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const dot = 4 * at;
    grey[at] = ((data[dot] ?? 0) * 306 + (data[dot + 1] ?? 0) * 601 + (data[dot + 2] ?? 0) * 117) >> 10;
  }
  return grey;
};

/** Codes on a page that are looked at one after the other: the strip for checking online, the signed one, a third of others. */
const MOST_CODES = 4;

/** The texts of the square codes in a picture, until one is wanted. */
export const readCodes = (image: ImageData, wanted: (text: string) => boolean): readonly string[] => {
  const grey = greyOf(image);
  const texts: string[] = [];
  while (texts.length < MOST_CODES) {
    const source = new RGBLuminanceSource(grey, image.width, image.height);
    try {
      const found = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS);
      texts.push(found.getText());
      if (wanted(found.getText())) return texts;
      // What was read is made white, so that the next look finds another.
      whiten(grey, image, found.getResultPoints());
    } catch {
      return texts;
    }
  }
  return texts;
};

/** Makes the square around points white: they lie in its corners, some modules inside. */
const whiten = (
  grey: Uint8ClampedArray,
  { width, height }: ImageData,
  points: readonly { getX(): number; getY(): number }[],
): void => {
  const [xs, ys] = [points.map((point) => point.getX()), points.map((point) => point.getY())];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = 0.3 * Math.max(right - left, bottom - top);
  for (let y = Math.max(0, Math.floor(top - room)); y < Math.min(height, bottom + room); y += 1)
    grey.fill(
      255,
      y * width + Math.max(0, Math.floor(left - room)),
      y * width + Math.min(width, Math.ceil(right + room)),
    );
};

/** A frame of a camera or a decoded photograph as dots, its longer side no longer than `most`. */
export const dotsOf = (
  picture: CanvasImageSource,
  width: number,
  height: number,
  most: number,
): ImageData | undefined => {
  const scale = Math.min(1, most / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing || canvas.width === 0 || canvas.height === 0) return undefined;
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return drawing.getImageData(0, 0, canvas.width, canvas.height);
};

/** The wanted code in a photograph, else whatever code is in it; everything happens on the device. */
export const readPhoto = async (
  file: Blob,
  wanted: (text: string) => boolean,
): Promise<string | undefined> => {
  const picture = await createImageBitmap(file);
  let other: string | undefined;
  try {
    for (const side of SIDES) {
      const image = dotsOf(picture, picture.width, picture.height, side);
      const texts = image ? readCodes(image, wanted) : [];
      const found = texts.find(wanted);
      if (found !== undefined) return found;
      other ??= texts[0];
      if (side >= Math.max(picture.width, picture.height)) return other;
    }
    return other;
  } finally {
    picture.close();
  }
};
