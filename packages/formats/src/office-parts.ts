import { readZip } from './zip.ts';

/** Largest size, in bytes, the parts of an Office file may unpack to; real disclosures stay under a tenth of it. */
const LARGEST = 64 * 1024 * 1024;

/** Why a file that would fill the memory was not unpacked. */
export function tooLarge(program: string): { ok: false; message: string; en: string } {
  return {
    ok: false,
    message: `${program} 文件解开后超过${LARGEST / 1024 / 1024}MB，远多于一个部门的预算，没有读取。`,
    en: 'Unpacked, the file is far larger than one department’s budget; it was not read.',
  };
}

/** Unpacks the XML parts of an Office file that are wanted, or says why not. */
export function officeParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> | 'too-large' | 'damaged' {
  const zip = readZip(bytes, { limits: { entries: 65_535, unpacked: LARGEST, ratio: Infinity }, wanted });
  if (!zip.ok) return zip.why === 'bomb' ? 'too-large' : 'damaged';
  const parts = new Map<string, Uint8Array>();
  for (const { name, read } of zip.entries) {
    const content = read();
    if (typeof content === 'string') return 'damaged';
    parts.set(name, content);
  }
  return parts;
}

/** Text of a part, in UTF-8 as Office files are. */
export function partText(files: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
