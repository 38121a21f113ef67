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

/** Code 128 bars of a short code as SVG, without the text beneath. */
export function barsSvg(text: string): string {
  return toSVG({ bcid: 'code128', text, height: 10, paddingwidth: 6, backgroundcolor: 'FFFFFF' });
}
