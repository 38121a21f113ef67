/**
 * Identifier as it is stored: full-width characters made half-width, spaces and zero-width marks removed, upper case.
 * What people paste from spreadsheets and forms differs only in these.
 */
export const normaliseIdentifier = (raw: string): string =>
  halfWidth(raw)
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .toUpperCase();

/** Full-width ASCII variants and the ideographic space as their half-width characters. */
export const halfWidth = (raw: string): string =>
  raw
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
