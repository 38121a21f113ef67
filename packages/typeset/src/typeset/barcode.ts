import { crc32, deflateSync } from 'node:zlib';
import bwip, { toSVG } from 'bwip-js/node';
import { create } from 'qrcode';

/** Side of the smallest module printed, in millimetres: two and a half dots of a scan of 150 to the inch. */
export const LEAST_MODULE_MM = 0.42;

/** A square code as SVG with its quiet zone, and how many modules it is wide with that. */
export interface SquareCode {
  readonly svg: string;
  readonly modules: number;
}

/** QR code (error correction M) of an address as SVG, black on white with one module of quiet zone. */
export function qrSvg(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return squareSvg(data, size, 1).svg;
}

/**
 * QR (ISO/IEC 18004, four modules of quiet zone) or Data Matrix ECC 200 (ISO/IEC 16022, one module and one more for
 * printers that spread); undefined when the text is longer than any such code.
 */
export function codeSvg(symbol: 'qr' | 'datamatrix', text: string): SquareCode | undefined {
  try {
    if (symbol === 'qr') {
      const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
      return squareSvg(data, size, 4);
    }
    const { pixs, pixx } = matrixOf(text);
    return squareSvg(pixs, pixx, 2);
  } catch {
    return undefined;
  }
}

/** The modules of a square Data Matrix. */
function matrixOf(text: string): { readonly pixs: ArrayLike<number>; readonly pixx: number } {
  // The named `raw` is another thing: a converter for a symbology of that name.
  const [drawn] = bwip.raw({ bcid: 'datamatrix', text });
  if (!drawn || !('pixs' in drawn)) throw new Error('No Data Matrix was drawn');
  return drawn;
}

function squareSvg(data: ArrayLike<number>, size: number, quiet: number): SquareCode {
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (data[y * size + x] ? '1' : '0')).join(''),
  );
  // Dark modules beside each other are one bar, so that no hairline is seen between them.
  const bars = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  const modules = size + 2 * quiet;
  const white = `<path fill="#fff" d="M-${quiet}-${quiet}h${modules}v${modules}h-${modules}z"/>`;
  const box = `-${quiet} -${quiet} ${modules} ${modules}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${white}<path d="${bars.join('')}"/></svg>`;
  return { svg, modules };
}

/** Dots of a module, and modules of quiet zone, of a code as a picture. */
const [DOTS, QUIET] = [8, 4];

/** QR code (error correction M) as a PNG of grey dots, for files that hold no SVG. */
export function qrPng(text: string): Uint8Array {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = (size + 2 * QUIET) * DOTS;
  // One byte before each row names its filter: none.
  const rows = new Uint8Array(side * (side + 1)).fill(255);
  for (let y = 0; y < side; y += 1) {
    rows[y * (side + 1)] = 0;
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / DOTS) - QUIET, Math.floor(x / DOTS) - QUIET];
      const inside = row >= 0 && row < size && column >= 0 && column < size;
      if (inside && data[row * size + column]) rows[y * (side + 1) + x + 1] = 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // Eight bits of grey a dot.
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}

/** Code 128 bars of a short code as SVG, without the text beneath. */
export function barsSvg(text: string): string {
  return toSVG({ bcid: 'code128', text, height: 10, paddingwidth: 6, backgroundcolor: 'FFFFFF' });
}
