import { inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';

/** Limits an archive must keep. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all wanted entries together once unpacked. */
  readonly unpacked: number;
  /** Unpacked bytes per packed byte, counted from 1 MiB on: small text packs very well and harms nobody. */
  readonly ratio: number;
}

/** Why an archive or a part of it is refused. */
export type ZipFault = 'broken' | 'bomb' | 'locked' | 'path';

/** One file inside an archive. */
export interface ZipEntry {
  readonly name: string;
  /** What it holds; a part that is longer than it says, or whose checksum does not agree, is refused. */
  read(): Uint8Array | ZipFault;
}

/** The entries in the order of the directory, or why the archive is refused. */
export type Zip =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly why: ZipFault };

/** Unpacks a deflated part that says it holds so many bytes; throws a `RangeError` when it holds more. */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array;

/** How a ZIP is read. */
export interface ZipOptions {
  readonly limits: ZipLimits;
  /** Entries that count; all of them when absent. */
  readonly wanted?: (name: string) => boolean;
  /** What unpacks; the portable one when absent. */
  readonly inflate?: Inflate;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FLOOR = 1024 * 1024;

/** One more byte than said is room enough to see that there is more. */
const portable: Inflate = (packed, size) => {
  const out = inflateSync(packed, { out: new Uint8Array(size + 1) });
  if (out.length > size) throw new RangeError('longer than it says');
  return out;
};

/**
 * Reads a ZIP by its central directory (APPNOTE 4.3): declared sizes are compared, never believed, and entries that share
 * bytes are refused. The unpackers do not compare checksums, and a flipped bit may turn one digit into another: this does.
 */
export function readZip(bytes: Uint8Array, { limits, wanted, inflate = portable }: ZipOptions): Zip {
  const refuse = (why: ZipFault): Zip => ({ ok: false, why });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return refuse('broken');
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return refuse('bomb');
  const entries: ZipEntry[] = [];
  const spans: { readonly from: number; readonly to: number }[] = [];
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return refuse('broken');
    const head = headAt(view, bytes, at);
    at = head.next;
    if (wanted && !wanted(head.name)) continue;
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(head.name)) return refuse('path');
    if (head.locked) return refuse('locked');
    const from = contentAt(view, head.local);
    if (from < 0 || from + head.packed > bytes.length) return refuse('broken');
    if (head.method !== 0 && head.method !== 8) return refuse('broken');
    spans.push({ from: head.local, to: from + head.packed });
    total += head.size;
    if (total > limits.unpacked || tooDense(head, limits)) return refuse('bomb');
    const packed = bytes.subarray(from, from + head.packed);
    entries.push({ name: head.name, read: () => unpacked(packed, head, inflate) });
  }
  spans.sort((a, b) => a.from - b.from);
  const overlap = spans.some((span, index) => index > 0 && span.from < (spans[index - 1]?.to ?? 0));
  return overlap ? refuse('bomb') : { ok: true, entries };
}

/** Whether bytes end like a ZIP, whatever they begin with: the mark of a polyglot. */
export const endsLikeZip = (bytes: Uint8Array): boolean =>
  endOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) >= 0;

interface Head {
  readonly name: string;
  readonly locked: boolean;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  readonly next: number;
}

function headAt(view: DataView, bytes: Uint8Array, at: number): Head {
  const flags = view.getUint16(at + 8, true);
  const length = view.getUint16(at + 28, true);
  const name = bytes.subarray(at + 46, at + 46 + length);
  return {
    name: (flags & 0x800) !== 0 ? new TextDecoder().decode(name) : String.fromCharCode(...name),
    locked: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    sum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next: at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

/** Where the bytes of a part begin behind its own head; -1 when there is no such head. */
const contentAt = (view: DataView, local: number): number =>
  local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL
    ? -1
    : local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);

function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  // The end record is 22 bytes plus a comment of at most 65,535.
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return -1;
}

const tooDense = ({ size, packed }: Head, { ratio }: ZipLimits): boolean =>
  size > FLOOR && size > Math.max(packed, 1) * ratio;

function unpacked(packed: Uint8Array, head: Head, inflate: Inflate): Uint8Array | ZipFault {
  try {
    const out = head.method === 0 ? packed : inflate(packed, head.size);
    return out.length === head.size && crc32(out) === head.sum ? out : 'broken';
  } catch (error) {
    return error instanceof RangeError ? 'bomb' : 'broken';
  }
}
