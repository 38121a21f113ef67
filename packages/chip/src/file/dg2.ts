import { integer } from '../tlv/der.ts';
import { tlv, valueAt } from '../tlv/tlv.ts';
import { faceBlock, photoOfBlock } from './face-block.ts';
import { faceRecord, photoOfRecord } from './face-record.ts';
import { pictureOf } from './picture.ts';

/** In which frame the photograph stands: the older record, or the block readers have had to know since 2026. */
export type FaceFrame = '19794-5' | '39794-5';

/** Header of the biometric template: version, face, owner JTC 1/SC 37 and kind of the data. */
const header = (kind: number): Uint8Array =>
  tlv(
    0xa1,
    tlv(0x80, new Uint8Array([1, 1])),
    tlv(0x81, new Uint8Array([2])),
    tlv(0x82, new Uint8Array([0])),
    tlv(0x87, new Uint8Array([1, 1])),
    tlv(0x88, new Uint8Array([0, kind])),
  );

/** DG2 with one photograph (Doc 9303-10 §4.7.2); undefined where it is neither JPEG nor JPEG 2000. */
export function dg2(
  photo: Uint8Array,
  sex: 'M' | 'F' | '<',
  frame: FaceFrame = '19794-5',
): Uint8Array | undefined {
  const picture = pictureOf(photo);
  if (!picture) return undefined;
  const template =
    frame === '19794-5'
      ? [header(0x08), tlv(0x5f2e, faceRecord(photo, picture, sex))]
      : [header(0x2a), tlv(0x7f2e, faceBlock(photo, picture))];
  return tlv(0x75, tlv(0x7f61, integer(1), tlv(0x7f60, ...template)));
}

/** The photograph in a DG2, in either frame; undefined where there is none. */
export function readDg2(file: Uint8Array): Uint8Array | undefined {
  const template = valueAt(file, 0x75, 0x7f61, 0x7f60);
  const record = template && valueAt(template, 0x5f2e);
  const block = template && valueAt(template, 0x7f2e);
  return record ? photoOfRecord(record) : block && photoOfBlock(block);
}
