import { type ArchiveEntry, readArchive } from './archive.ts';
import { fetches } from './fetching.ts';

/** Names a system runs, or opens in something that runs what is inside; Windows drops dots and spaces behind them. */
const RUNS =
  /\.(exe|com|scr|pif|cpl|dll|sys|ocx|drv|msi|msp|msc|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|wsc|sct|hta|lnk|url|scf|inf|reg|jar|class|apk|ipa|app|deb|rpm|dmg|pkg|iso|img|vhdx?|sh|bash|py|rb|pl|php|aspx?|jsp|elf|so|dylib|chm|hlp|xll|wll|doc[mt]|dotm|xl[st]m|xlam|pp[ts]m|potm|ppam|application|gadget|desktop|iqy|slk|settingcontent-ms)[\s.]*$/i;
/** How programs begin: Windows, Linux, macOS and Java, Android, scripts. */
const BEGINS = [
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  'dex\n',
  '#!',
];
/** Archives whose inside is not looked at. */
const CLOSED = ['Rar!', '7z\xbc\xaf', '\x1f\x8b', '\xfd7zXZ', 'MSCF', 'BZh', '\x28\xb5\x2f\xfd'];
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const VBA = Buffer.from('_VBA_PROJECT', 'utf16le');
const DOS_STUB = 'This program cannot be run in DOS mode';
const DEEPEST = 3;

/** Whether a compound (old Office) file holds macros. */
export const holdsMacros = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(VBA);

/**
 * The first entry that is a program, a document with macros or that fetches something by itself, or an archive nobody can
 * look into, by name and by content;
 * archives within archives are opened. `packed` says that the outer one is a plain archive, not a document.
 */
export function programIn(entries: readonly ArchiveEntry[], packed: boolean, depth = 0): string | undefined {
  for (const entry of entries) if (harmful(entry, packed, depth)) return entry.name;
  return undefined;
}

function harmful(entry: ArchiveEntry, packed: boolean, depth: number): boolean {
  const head = Buffer.from(entry.head).toString('latin1');
  const begins = (mark: string): boolean => head.startsWith(mark);
  if (RUNS.test(entry.name) || /vbaProject\.bin$/i.test(entry.name) || BEGINS.some(begins)) return true;
  if (/\.rels$/i.test(entry.name)) return fetches(entry.read());
  // Documents keep their drawings packed; only of an archive that people made is more demanded.
  if (packed && (CLOSED.some(begins) || head.startsWith('ustar', 257))) return true;
  if (begins(COMPOUND)) return holdsMacros(entry.read());
  if (/\.bin$/i.test(entry.name)) return Buffer.from(entry.read()).includes(DOS_STUB);
  if (!begins('PK\x03\x04')) return false;
  if (depth >= DEEPEST) return true;
  const inner = readArchive(entry.read());
  if (!inner.ok) return true;
  const document = inner.entries.some(({ name }) => name === '[Content_Types].xml' || name === 'OFD.xml');
  return programIn(inner.entries, !document, depth + 1) !== undefined;
}
