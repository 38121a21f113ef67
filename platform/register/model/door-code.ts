/** Seconds a code is shown. */
export const DOOR_PERIOD = 30;
/** Hex digits of the seal a code carries. */
export const DOOR_TAG = 9;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const TAG_BITS = BigInt(DOOR_TAG * 4);
/** Periods a code tells apart: some five days, more than one kept on a device is waited for. */
const PERIODS = 1 << 14;

/** A code as it is shown and typed: which half minute it was shown in, and the seal over it. */
export const codeOf = (period: number, seal: string): string => {
  let bits = (BigInt(period % PERIODS) << TAG_BITS) | BigInt(`0x${seal.slice(0, DOOR_TAG)}`);
  let text = '';
  for (let n = 0; n < LENGTH; n++) {
    text = (ALPHABET[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`;
};

/** What a typed code says: the latest half minute before `now` it may be of, and its seal; undefined where it is none. */
export const readCode = (
  typed: string,
  now: Date,
): { readonly period: number; readonly seal: string } | undefined => {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (text.length !== LENGTH) return undefined;
  let bits = 0n;
  for (const char of text) {
    const digit = ALPHABET.indexOf(char);
    if (digit === -1) return undefined;
    bits = (bits << 5n) | BigInt(digit);
  }
  const low = Number(bits >> TAG_BITS);
  const seal = (bits & ((1n << TAG_BITS) - 1n)).toString(16).padStart(DOOR_TAG, '0');
  // The clock of the screen is the server's; one period ahead is the code that is handed out to be shown next.
  const newest = Math.floor(now.getTime() / 1000 / DOOR_PERIOD) + 1;
  return { period: newest - ((((newest - low) % PERIODS) + PERIODS) % PERIODS), seal };
};
