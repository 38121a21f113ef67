import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** Limits an archive must keep: what an office document needs, with room to spare. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of all entries together once unpacked. */
  readonly unpacked: number;
  /** Unpacked bytes per packed byte, counted from 1 MiB on: small text packs very well and harms nobody. */
  readonly ratio: number;
}

/** Generous for documents, far below what hurts: the largest accepted upload is 50 MB. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 5_000, unpacked: 300 * 1024 * 1024, ratio: 200 };

/** One file inside an archive. */
export interface ArchiveEntry {
  readonly name: string;
  /** Unpacked bytes, measured. */
  readonly size: number;
  /** Its first bytes, at most 512. */
  readonly head: Uint8Array;
  read(): Promise<Uint8Array>;
}

/** The entries, or why the archive is refused. */
export type Archive =
  | { readonly ok: true; readonly entries: readonly ArchiveEntry[] }
  | { readonly ok: false; readonly why: 'broken' | 'bomb' | 'locked' | 'path' };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FLOOR = 1024 * 1024;
const HEAD = 512;

/**
 * Reads a ZIP by its central directory and unpacks every entry within the limits:
 * declared sizes are compared, never believed, and entries that share bytes are refused.
 */
export async function readArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Archive> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(data);
  if (end < 0) return { ok: false, why: 'broken' };
  const count = data.readUInt16LE(end + 10);
  if (count > limits.entries) return { ok: false, why: 'bomb' };
  const entries: ArchiveEntry[] = [];
  const spans: { from: number; to: number }[] = [];
  let at = data.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== CENTRAL) return { ok: false, why: 'broken' };
    const flags = data.readUInt16LE(at + 8);
    const method = data.readUInt16LE(at + 10);
    const packed = data.readUInt32LE(at + 20);
    const declared = data.readUInt32LE(at + 24);
    const nameLength = data.readUInt16LE(at + 28);
    const local = data.readUInt32LE(at + 42);
    const name = data.toString((flags & 0x800) !== 0 ? 'utf8' : 'latin1', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);

    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(name)) return { ok: false, why: 'path' };
    if ((flags & 1) !== 0) return { ok: false, why: 'locked' };
    if (local + 30 > data.length || data.readUInt32LE(local) !== LOCAL) return { ok: false, why: 'broken' };
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    if (from + packed > data.length) return { ok: false, why: 'broken' };
    spans.push({ from: local, to: from + packed });
    total += declared;
    if (total > limits.unpacked || tooDense(declared, packed, limits)) return { ok: false, why: 'bomb' };

    const read = unpacker(data.subarray(from, from + packed), method, declared);
    if (!read) return { ok: false, why: 'broken' };
    const unpacked = await read();
    if (unpacked === 'longer') return { ok: false, why: 'bomb' };
    if (unpacked === 'broken') return { ok: false, why: 'broken' };
    entries.push({
      name,
      size: unpacked.length,
      // A copy: the whole would otherwise be kept behind it.
      head: Uint8Array.from(unpacked.subarray(0, HEAD)),
      read: async () => {
        const again = await read();
        return typeof again === 'string' ? new Uint8Array(0) : again;
      },
    });
  }
  spans.sort((a, b) => a.from - b.from);
  const overlap = spans.some((span, index) => index > 0 && span.from < (spans[index - 1]?.to ?? 0));
  return overlap ? { ok: false, why: 'bomb' } : { ok: true, entries };
}

/** Whether bytes end like a ZIP, whatever they begin with: the mark of a polyglot. */
export function endsLikeArchive(bytes: Uint8Array): boolean {
  return endOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) >= 0;
}

function endOf(data: Buffer): number {
  // The end record is 22 bytes plus a comment of at most 65,535.
  for (let at = data.length - 22; at >= 0 && at >= data.length - 22 - 0xffff; at -= 1)
    if (data.readUInt32LE(at) === END && at + 22 + data.readUInt16LE(at + 20) === data.length) return at;
  return -1;
}

const tooDense = (unpacked: number, packed: number, limits: ArchiveLimits): boolean =>
  unpacked > FLOOR && unpacked > Math.max(packed, 1) * limits.ratio;

function unpacker(
  packed: Buffer,
  method: number,
  declared: number,
): (() => Promise<Uint8Array | 'longer' | 'broken'>) | undefined {
  if (method === 0) return async () => (packed.length === declared ? packed : 'broken');
  if (method !== 8) return undefined;
  return async () => {
    try {
      const out = await inflate(packed, { maxOutputLength: Math.max(declared, 1) });
      return out.length === declared ? out : 'broken';
    } catch (error) {
      return error instanceof RangeError ? 'longer' : 'broken';
    }
  };
}
