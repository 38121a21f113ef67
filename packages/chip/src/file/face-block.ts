import { context, integer } from '../tlv/der.ts';
import { tlv, valueAt } from '../tlv/tlv.ts';
import type { Picture } from './picture.ts';

/** A number under a context tag, without a tag of its own. */
const number = (tag: number, value: number): Uint8Array => tlv(0x80 | tag, integer(value).subarray(2));

/** Codes of ISO/IEC 39794-5 for the format of a picture: JPEG, JPEG 2000 with losses. */
const FORMAT = { jpeg: 2, jpeg2000: 3 } as const;

/** The block of ISO/IEC 39794-5:2019 around one photograph, as the profile for travel documents wants it. */
export function faceBlock(photo: Uint8Array, picture: Picture): Uint8Array {
  const size = context(7, number(0, picture.width), number(1, picture.height));
  const information = context(1, context(0, number(0, FORMAT[picture.kind])), size);
  const image = context(0, context(0, tlv(0x80, photo), information));
  const representation = tlv(0x30, number(0, 0), context(1, image));
  const version = context(0, number(0, 3), number(1, 2019));
  return context(1, tlv(0x65, version, context(1, representation)));
}

/** The photograph of the first representation of such a block; undefined where it is none. */
export const photoOfBlock = (block: Uint8Array): Uint8Array | undefined =>
  valueAt(block, 0xa1, 0x65, 0xa1, 0x30, 0xa1, 0xa0, 0xa0, 0x80)?.slice();
