const JPEG = [0xff, 0xd8, 0xff] as const;
const END = [...'endstream'].map((letter) => letter.charCodeAt(0));
/** Pages of a scan that are looked at. */
const MOST = 20;

const find = (bytes: Uint8Array, what: readonly number[], from: number): number => {
  const [first = 0] = what;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (what.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
};

/** The JPEG pictures of a PDF, the last page first: scanners put each page in as one, and the code stands on the last. */
export const scannedPages = (pdf: Uint8Array): readonly Uint8Array[] => {
  const pages: Uint8Array[] = [];
  let from = 0;
  while (pages.length < MOST) {
    const start = find(pdf, JPEG, from);
    const end = start < 0 ? -1 : find(pdf, END, start);
    if (end < 0) break;
    pages.push(pdf.subarray(start, end));
    from = end;
  }
  return pages.toReversed();
};
