import { ascii, concat, numberBytes } from '../bytes.ts';
import type { Picture } from './picture.ts';

/** The record of ISO/IEC 19794-5:2005 around one frontal photograph without feature points. */
export function faceRecord(photo: Uint8Array, picture: Picture, sex: 'M' | 'F' | '<'): Uint8Array {
  const face = concat(
    numberBytes(32 + photo.length, 4),
    numberBytes(0, 2), // feature points
    new Uint8Array([sex === 'M' ? 1 : sex === 'F' ? 2 : 0]),
    new Uint8Array(13), // eyes, hair, properties, expression, pose: not stated
    new Uint8Array([1, picture.kind === 'jpeg' ? 0 : 1]), // full frontal
    numberBytes(picture.width, 2),
    numberBytes(picture.height, 2),
    new Uint8Array([1, 2]), // sRGB, from a digital camera
    numberBytes(0, 4), // device and quality: not stated
    photo,
  );
  return concat(ascii('FAC\x00010\x00'), numberBytes(14 + face.length, 4), numberBytes(1, 2), face);
}

/** The photograph of the first face of such a record; undefined where it is none. */
export function photoOfRecord(record: Uint8Array): Uint8Array | undefined {
  if (record.length < 46 || ascii('FAC\x00').some((byte, at) => record[at] !== byte)) return undefined;
  const view = new DataView(record.buffer, record.byteOffset, record.length);
  const length = view.getUint32(14);
  const begin = 14 + 32 + 8 * view.getUint16(18);
  const end = 14 + length;
  return begin < end && end <= record.length ? record.slice(begin, end) : undefined;
}
