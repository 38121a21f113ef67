import { inflateRawSync } from 'node:zlib';
import { readZip, type ZipFault, type ZipLimits } from '@zhitongche/formats';

/** Generous for documents, far below what hurts: the largest accepted upload is 50 MB. */
const ARCHIVE_LIMITS: ZipLimits = { entries: 5_000, unpacked: 300 * 1024 * 1024, ratio: 200 };

/** One file inside an archive. */
export interface ArchiveEntry {
  readonly name: string;
  /** Its first bytes, at most 512. */
  readonly head: Uint8Array;
  read(): Uint8Array;
}

/** The entries, or why the archive is refused. */
export type Archive =
  | { readonly ok: true; readonly entries: readonly ArchiveEntry[] }
  | { readonly ok: false; readonly why: ZipFault };

const HEAD = 512;

/** Stops at the first byte too many, however much the rest would unpack to. */
const inflate = (packed: Uint8Array, size: number): Uint8Array =>
  inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });

/** Reads a ZIP and unpacks every entry once, one after another, so that what lies about its size is refused. */
export function readArchive(bytes: Uint8Array, limits: ZipLimits = ARCHIVE_LIMITS): Archive {
  const zip = readZip(bytes, { limits, inflate });
  if (!zip.ok) return zip;
  const entries: ArchiveEntry[] = [];
  for (const { name, read } of zip.entries) {
    const content = read();
    if (typeof content === 'string') return { ok: false, why: content };
    entries.push({
      name,
      // A copy: the whole would otherwise be kept behind it.
      head: Uint8Array.from(content.subarray(0, HEAD)),
      read: () => {
        const again = read();
        return typeof again === 'string' ? new Uint8Array(0) : again;
      },
    });
  }
  return { ok: true, entries };
}
