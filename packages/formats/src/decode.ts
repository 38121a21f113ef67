/** Decoded text and the name of the encoding it was in; `lost` counts characters that were not valid in it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly lost: number;
}

/** Decodes text whose encoding nobody declared: byte order marks first, then UTF-16 by its zero bytes, strict UTF-8, and GB 18030 (which contains GBK). */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return decode(bytes, 'utf-8');
  if (starts(bytes, 0xff, 0xfe)) return decode(bytes, 'utf-16le');
  if (starts(bytes, 0xfe, 0xff)) return decode(bytes, 'utf-16be');
  const wide = wideOrder(bytes);
  if (wide !== null) return decode(bytes, wide);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', lost: 0 };
  } catch {
    const loose = decode(bytes, 'utf-8');
    const chinese = decode(bytes, 'gb18030');
    // A cut UTF-8 file is damaged in a character or two; a GBK file read as UTF-8 is damaged nearly everywhere.
    return loose.lost <= Math.max(3, chinese.lost) && loose.lost * 50 < loose.text.length ? loose : chinese;
  }
}

function decode(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  let lost = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost += 1;
  return { text, encoding, lost };
}

function starts(bytes: Uint8Array, ...magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Tabs and line feeds of a UTF-16 text carry a zero byte on one side; ordinary text has none. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  const end = Math.min(bytes.length, 65536);
  for (let index = 0; index < end; index += 1) {
    if (bytes[index] === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  if (even + odd < end / 50) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
