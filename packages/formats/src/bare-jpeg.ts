import { blocking, ok, type Result } from '@zhitongche/base';

/** A photograph with nothing but its picture: where it was taken, with what, and its preview are gone. */
export interface BareJpeg {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const [SOI, EOI, SOS, APP0, APP1, APP14, COMMENT] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xee, 0xfe] as const;
/** Start of frame, baseline to progressive, without the tables that share its numbers. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** What a decoder needs of the application segments: JFIF, and the colour transform of Adobe. */
const isNeeded = (marker: number): boolean =>
  marker === APP0 || marker === APP14 || !((marker >= APP0 && marker <= 0xef) || marker === COMMENT);

/** Takes all metadata out of a JPEG (ITU-T T.81); a picture stored on its side must be turned by whoever took it. */
export function bareJpeg(file: Uint8Array): Result<BareJpeg> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 4 || view.getUint16(0) !== (0xff00 | SOI)) return noJpeg();
  const kept: Uint8Array[] = [file.subarray(0, 2)];
  let size: { readonly width: number; readonly height: number } | undefined;
  let at = 2;
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return noJpeg();
    const marker = file[at + 1] ?? 0;
    // Bytes that only fill.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > file.length) return noJpeg();
    if (isFrame(marker) && end >= at + 9)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === APP1 && lies(file.subarray(at + 4, end))) return onItsSide();
    if (isNeeded(marker)) kept.push(file.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    // From here to the end are the picture's own bytes; what some cameras put behind it goes.
    const last = endOf(file, at);
    if (last < 0 || !size || size.width === 0 || size.height === 0) return noJpeg();
    kept.push(file.subarray(at, last));
    return ok({ bytes: joined(kept), ...size });
  }
  return noJpeg();
}

/** Behind the marker that ends the picture; further scans and their tables lie before it. */
function endOf(file: Uint8Array, from: number): number {
  for (let at = from; at + 1 < file.length; at += 1)
    if (file[at] === 0xff && file[at + 1] === EOI) return at + 2;
  return -1;
}

/** Whether EXIF data say that the picture is to be turned before it is looked at. */
function lies(segment: Uint8Array): boolean {
  const text = String.fromCharCode(...segment.subarray(0, 6));
  const tiff = segment.subarray(6);
  if (text !== 'Exif\0\0' || tiff.length < 14) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return false;
  for (let entry = 0; entry < view.getUint16(first, little); entry += 1) {
    const at = first + 2 + 12 * entry;
    if (at + 12 > tiff.length) return false;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little) !== 1;
  }
  return false;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const refused = (code: string, message: string, en: string, todo: string): Result<never> => ({
  ok: false,
  problems: [blocking(code, [], message, en, { todo })],
});
const noJpeg = () =>
  refused(
    'photo.no-jpeg',
    '照片不是完整的 JPEG 文件。',
    'The photograph is no whole JPEG file',
    '请重新拍照或另存为 JPG 后再上传',
  );
const onItsSide = () =>
  refused(
    'photo.turned',
    '照片是横着存的，印出来会倒。',
    'The photograph is stored on its side',
    '请在看图软件里转正、另存后再上传',
  );
