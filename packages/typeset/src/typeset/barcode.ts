import { toSVG } from 'bwip-js/node';
import { create } from 'qrcode';

/** QR code (error correction M) of an address as SVG, black on white with one module of quiet zone. */
export function qrSvg(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, y) => [...data.subarray(y * size, (y + 1) * size)].join(''));
  // Dark modules beside each other are one bar, so that no hairline is seen between them.
  const bars = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  const white = `<path fill="#fff" d="M-1-1h${size + 2}v${size + 2}h-${size + 2}z"/>`;
  const box = `-1 -1 ${size + 2} ${size + 2}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${white}<path d="${bars.join('')}"/></svg>`;
}

/** Code 128 bars of a short code as SVG, without the text beneath. */
export function barsSvg(text: string): string {
  return toSVG({ bcid: 'code128', text, height: 10, paddingwidth: 6, backgroundcolor: 'FFFFFF' });
}
