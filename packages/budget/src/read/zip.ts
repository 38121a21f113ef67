import { unzipSync } from 'fflate';

/** Largest size, in bytes, one part of an Office file may unpack to; real disclosures stay under a hundredth of it. */
const largestPart = 512 * 1024 * 1024;

/** Unpacks the XML parts of an Office file that are wanted, or says why not. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> | string {
  try {
    const files = unzipSync(bytes, {
      filter: (file) => wanted(file.name) && file.originalSize <= largestPart,
    });
    return new Map(Object.entries(files));
  } catch (error) {
    return error instanceof Error ? error.message : 'damaged';
  }
}

/** Text of a part, in UTF-8 as Office files are. */
export function partText(files: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
