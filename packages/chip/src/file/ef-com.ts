import { ascii, text } from '../bytes.ts';
import { tlv, valueAt } from '../tlv/tlv.ts';
import { COM } from './data-groups.ts';

/** What EF.COM says: versions, and the tags of the data groups that are there. */
export interface EfCom {
  readonly ldsVersion: string;
  readonly unicodeVersion: string;
  readonly tags: readonly number[];
}

/** EF.COM (Doc 9303-10 §4.6.1). */
export const efCom = ({ ldsVersion, unicodeVersion, tags }: EfCom): Uint8Array =>
  tlv(
    COM.tag,
    tlv(0x5f01, ascii(ldsVersion)),
    tlv(0x5f36, ascii(unicodeVersion)),
    tlv(0x5c, new Uint8Array(tags)),
  );

/** What an EF.COM says; undefined where it is none. */
export function readEfCom(file: Uint8Array): EfCom | undefined {
  const [version, unicode, tags] = [0x5f01, 0x5f36, 0x5c].map((tag) => valueAt(file, COM.tag, tag));
  return version && unicode && tags
    ? { ldsVersion: text(version), unicodeVersion: text(unicode), tags: [...tags] }
    : undefined;
}
