// Thirty-one characters, a prime: a check over a prime finds every single error and every swap of neighbours.
// I, L, O, U and 0 are left out because people misread them on paper.
/** Characters of codes that people read off paper and type. */
export const SHORT_ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters of a code before the one that checks typing. */
export const SHORT_BODY = 11;

const checkCharacter = (body: string): string => {
  let sum = 0;
  for (const [index, letter] of [...body].entries()) sum += (index + 2) * SHORT_ALPHABET.indexOf(letter);
  return SHORT_ALPHABET[sum % 31] ?? '';
};

const grouped = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;

/** A code as it is printed, `7K3D-Q9FM-2XTH`: eleven characters of its body and one that checks typing. */
export const shortCode = (body: string): string => grouped(body + checkCharacter(body));

/** The code that stands for a digest (hexadecimal, 64 bits of it at least): the same digest has the same code. */
export const shortCodeOf = (digest: string): string => {
  let rest = BigInt(`0x${digest}`);
  let body = '';
  while (body.length < SHORT_BODY) {
    body += SHORT_ALPHABET[Number(rest % 31n)];
    rest /= 31n;
  }
  return shortCode(body);
};

/**
 * The code as printed, from whatever a person typed: any case, with or without hyphens and blanks, full-width too;
 * undefined when it cannot be one.
 */
export const readShortCode = (typed: string): string | undefined => {
  if (typed.length > 64) return undefined;
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−_.]/g, '');
  if (plain.length !== SHORT_BODY + 1 || ![...plain].every((letter) => SHORT_ALPHABET.includes(letter)))
    return undefined;
  return checkCharacter(plain.slice(0, SHORT_BODY)) === plain[SHORT_BODY] ? grouped(plain) : undefined;
};

// Capitals and a colon keep the square code in its smallest alphabet.
const MARK = 'V:';
const MARKED = /V:([1-9A-Z]{4}-[1-9A-Z]{4}-[1-9A-Z]{4})/;

/** A version code as a square code and the name of a file carry it. */
export const versionMark = (code: string): string => `${MARK}${code}`;

/** The version code a text carries; undefined when it carries none. */
export const versionIn = (text: string): string | undefined => {
  const found = MARKED.exec(text)?.[1];
  return found === undefined ? undefined : readShortCode(found);
};
