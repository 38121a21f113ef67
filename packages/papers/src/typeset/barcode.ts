import { toSVG } from 'bwip-js/node';

/** QR code (error correction M, the writer's default) of an address as SVG, with its quiet zone, black on white. */
export function qrSvg(text: string): string {
  return toSVG({ bcid: 'qrcode', text, padding: 2, backgroundcolor: 'FFFFFF' });
}

/** Code 128 bars of a short code as SVG, without the text beneath. */
export function barsSvg(text: string): string {
  return toSVG({ bcid: 'code128', text, height: 10, paddingwidth: 6, backgroundcolor: 'FFFFFF' });
}
