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

/** The text of the square code in a picture; undefined when none is seen. */
export const readCode = (image: ImageData): string | undefined => {
  const source = new RGBLuminanceSource(greyOf(image), image.width, image.height);
  const reader = new MultiFormatReader();
  try {
    return reader.decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS).getText();
  } catch {
    return undefined;
  }
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

/** The text of the square code in a photograph; everything happens on the device. */
export const readPhoto = async (file: Blob): Promise<string | undefined> => {
  const picture = await createImageBitmap(file);
  try {
    for (const side of SIDES) {
      const image = dotsOf(picture, picture.width, picture.height, side);
      const text = image && readCode(image);
      if (text !== undefined) return text;
      if (side >= Math.max(picture.width, picture.height)) return undefined;
    }
    return undefined;
  } finally {
    picture.close();
  }
};
