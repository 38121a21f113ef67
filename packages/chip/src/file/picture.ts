/** What a photograph says of itself. */
export interface Picture {
  readonly kind: 'jpeg' | 'jpeg2000';
  readonly width: number;
  readonly height: number;
}

/** Frames of JPEG that carry a size; C4, C8 and CC between them are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(view: DataView): Picture | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker))
      return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** The size marker of a JPEG 2000 code stream; it stands first, in a file (JP2) after the boxes. */
function jpeg2000Size(view: DataView): Picture | undefined {
  for (let at = 0; at + 24 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== 0xff4fff51) continue;
    const edge = (from: number) => view.getUint32(at + from) - view.getUint32(at + from + 8);
    return { kind: 'jpeg2000', width: edge(8), height: edge(12) };
  }
  return undefined;
}

const JP2 = 0x0000000c;
const CODE_STREAM = 0xff4fff51;

/** Kind and size of a photograph; undefined where it is neither JPEG nor JPEG 2000. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found =
    view.getUint16(0) === 0xffd8
      ? jpegSize(view)
      : view.getUint32(0) === JP2 || view.getUint32(0) === CODE_STREAM
        ? jpeg2000Size(view)
        : undefined;
  return found && found.width > 0 && found.height > 0 ? found : undefined;
}
