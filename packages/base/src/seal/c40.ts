/** Basic set of C40 (ISO/IEC 16022) as ICAO Doc 9303-13 uses it in headers: blank and filler, digits, capital letters. */
const valueOf = (letter: string): number => {
  if (letter === ' ' || letter === '<') return 3;
  return /\d/.test(letter) ? Number(letter) + 4 : letter.charCodeAt(0) - 65 + 14;
};
const letterOf = (value: number): string =>
  value === 3 ? ' ' : value < 14 ? String(value - 4) : String.fromCharCode(value - 14 + 65);

const UNLATCH = 0xfe;

/** Capital letters, digits, blanks and fillers, three in two bytes. */
export function toC40(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const three = text.slice(at, at + 3);
    if (three.length === 1) bytes.push(UNLATCH, three.charCodeAt(0) + 1);
    else {
      const [a = 0, b = 0, c = 0] = [...three].map(valueOf);
      const packed = 1600 * a + 40 * b + c + 1;
      bytes.push(packed >> 8, packed & 0xff);
    }
  }
  return new Uint8Array(bytes);
}

/** The letters of such bytes; undefined where they are none. A blank and a filler are one and the same. */
export function fromC40(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [high = 0, low = 0] = [bytes[at], bytes[at + 1]];
    if (high === UNLATCH) {
      text += String.fromCharCode(low - 1);
      continue;
    }
    const packed = (high << 8) + low - 1;
    const values = [Math.floor(packed / 1600), Math.floor(packed / 40) % 40, packed % 40];
    // Two letters left over are filled with a shift that stands for none.
    const last = at + 2 >= bytes.length && values[2] === 0;
    const shown = last ? values.slice(0, 2) : values;
    if (shown.some((value) => value < 3 || value > 39)) return undefined;
    text += shown.map(letterOf).join('');
  }
  return bytes.length % 2 === 0 ? text : undefined;
}
