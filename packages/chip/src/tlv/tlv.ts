import { concat } from '../bytes.ts';

/** One data object of ISO/IEC 7816-4: its tag, its value, and itself as it was written. */
export interface Tlv {
  readonly tag: number;
  readonly value: Uint8Array;
  readonly raw: Uint8Array;
}

/** Files of a chip are shorter; a length that says more is damage. */
const LONGEST = 0x1000000;

function bigEndian(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes.length ? bytes : [0];
}

/** A data object with a tag and the values it holds one after the other, length in DER. */
export function tlv(tag: number, ...values: readonly Uint8Array[]): Uint8Array {
  const length = values.reduce((sum, value) => sum + value.length, 0);
  const size = bigEndian(length);
  const head = [...bigEndian(tag), ...(length < 0x80 ? [length] : [0x80 | size.length, ...size])];
  return concat(new Uint8Array(head), ...values);
}

/** Tag and the range of the value of the object that begins here; undefined where none does. */
export function tlvHead(
  bytes: Uint8Array,
  from = 0,
): { tag: number; begin: number; end: number } | undefined {
  let at = from;
  const next = (): number => bytes[at++] ?? Number.NaN;
  let tag = next();
  if ((tag & 0x1f) === 0x1f) {
    let more = next();
    tag = tag * 256 + more;
    // Two bytes after the first are more than any tag of a travel document.
    if (more & 0x80) {
      more = next();
      if (more & 0x80) return undefined;
      tag = tag * 256 + more;
    }
  }
  let length = next();
  if (length === 0x80) return undefined;
  if (length > 0x80) {
    const count = length & 0x7f;
    if (count > 4) return undefined;
    length = 0;
    for (let n = 0; n < count; n += 1) length = length * 256 + next();
  }
  if (!Number.isFinite(tag) || !Number.isFinite(length) || length > LONGEST) return undefined;
  return { tag, begin: at, end: at + length };
}

/** The objects bytes consist of, one after the other; undefined where something does not add up. */
export function readTlvs(bytes: Uint8Array): readonly Tlv[] | undefined {
  const found: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = tlvHead(bytes, at);
    if (!head || head.end > bytes.length) return undefined;
    found.push({
      tag: head.tag,
      value: bytes.subarray(head.begin, head.end),
      raw: bytes.subarray(at, head.end),
    });
    at = head.end;
  }
  return found;
}

/** The value at the end of a path of tags, the first of each; undefined where the path leads nowhere. */
export function valueAt(bytes: Uint8Array, ...path: readonly number[]): Uint8Array | undefined {
  let value: Uint8Array | undefined = bytes;
  for (const tag of path) value = value && readTlvs(value)?.find((one) => one.tag === tag)?.value;
  return value;
}
