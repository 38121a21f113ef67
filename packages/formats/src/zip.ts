import { unzipSync } from 'fflate';

/** Largest size, in bytes, the parts of an Office file may unpack to; real disclosures stay under a tenth of it. */
const largest = 64 * 1024 * 1024;

/** Why a file that would fill the memory was not unpacked. */
export function tooLarge(program: string): { ok: false; message: string; en: string } {
  return {
    ok: false,
    message: `${program} 文件解开后超过${largest / 1024 / 1024}MB，远多于一个部门的预算，没有读取。`,
    en: 'Unpacked, the file is far larger than one department’s budget; it was not read.',
  };
}

/** Unpacks the XML parts of an Office file that are wanted, or says why not. A part whose checksum does not agree makes the file damaged. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> | string {
  let files: Record<string, Uint8Array>;
  let size = 0;
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        if (!wanted(file.name)) return false;
        size += file.originalSize;
        return size <= largest;
      },
    });
    if (size > largest) return 'too-large';
  } catch (error) {
    return error instanceof Error ? error.message : 'damaged';
  }
  // The unpacker does not compare checksums, and a flipped bit may turn one digit into another.
  const sums = checksums(bytes);
  const broken = Object.entries(files).find(([name, content]) => sums.get(name) !== crc32(content));
  return broken === undefined ? new Map(Object.entries(files)) : `checksum of ${broken[0]}`;
}

/** Text of a part, in UTF-8 as Office files are. */
export function partText(files: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

/** Checksum of every file by its name, from the directory at the end of the archive (APPNOTE 4.3.12 and 4.3.16). */
function checksums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sums = new Map<string, number>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return sums;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const name = view.getUint16(at + 28, true);
    const skip = name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    sums.set(
      new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      view.getUint32(at + 16, true),
    );
    at += 46 + skip;
  }
  return sums;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
