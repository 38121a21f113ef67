import { ascii, text } from '../bytes.ts';
import { tlv, valueAt } from '../tlv/tlv.ts';

/** DG1: the printed lines, one after the other. */
export const dg1 = (lines: readonly string[]): Uint8Array => tlv(0x61, tlv(0x5f1f, ascii(lines.join(''))));

const LENGTHS: Readonly<Record<number, number>> = { 88: 44, 90: 30, 72: 36 };

/** The lines in a DG1; undefined where it holds none of a known size. */
export function readDg1(file: Uint8Array): readonly string[] | undefined {
  const zone = valueAt(file, 0x61, 0x5f1f);
  const length = zone && LENGTHS[zone.length];
  return length ? (text(zone).match(new RegExp(`.{${length}}`, 'gs')) ?? undefined) : undefined;
}
