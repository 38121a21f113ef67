/** Longest name kept, counted by character; the extension always survives. */
const LONGEST = 120;

/** The extension in lower case without its dot; empty when there is none. */
export const extensionOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * A name that is safe to show, to store and to send in a header: no path, no control or direction-changing characters
 * (`报告⁦fdp.exe` must not read as a PDF), composed Unicode, at most 120 characters. Empty when nothing is left.
 */
export function safeFileName(raw: string): string {
  const last = raw.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extension = extensionOf(clean);
  const stem = extension ? clean.slice(0, -extension.length - 1).trimEnd() : clean;
  if (!stem) return '';
  const letters = [...stem];
  const room = LONGEST - (extension ? extension.length + 1 : 0);
  const short = letters.length > room ? letters.slice(0, room).join('') : stem;
  // Reserved device names open a device, not a file, when an office downloads them to Windows.
  const named = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `${short}_` : short;
  return extension ? `${named}.${extension}` : named;
}
