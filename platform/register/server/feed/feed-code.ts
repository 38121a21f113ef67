import { type CodingKeys, codePrefix, codedWith, type Keys, macOf, sameMac } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';

/** What is kept of an address: nothing it could be read by, and nothing that could be made without the program. */
export interface FeedCoded {
  readonly person: string;
  /** Over the secret itself: all there was before there was a code, and all the program of then reads. */
  readonly digest: string;
  /** Null where nobody has read the calendar since there is a code. */
  readonly print: string | null;
  readonly mac: string | null;
}

/** The secret as it may be kept. */
export const printOf = (secret: string): string => sm3Hex(secret);

/** The digest of a secret. */
export const digestOf = (keys: CodingKeys, office: string, person: string, secret: string): string =>
  macOf(keys, 'calendar-feed', [office, person, secret]);

/** The code of an address; made anew whenever its digest is. */
export const codeOf = (
  keys: CodingKeys,
  office: string,
  { person, print, digest }: Omit<FeedCoded, 'mac'>,
): string => macOf(keys, 'calendar-feed-row', [office, person, print, digest]);

const isCoded = (keys: Keys, office: string, row: FeedCoded): boolean =>
  row.print !== null && row.mac !== null && sameMac(codeOf(codedWith(keys, row.mac), office, row), row.mac);

/** Whether a secret leads to somebody's calendar; `new` where its code is still to be made. */
export function leadsTo(keys: Keys, office: string, row: FeedCoded, secret: string): 'yes' | 'new' | 'no' {
  if (row.print === printOf(secret) && isCoded(keys, office, row)) return 'yes';
  const { digest, person } = row;
  return sameMac(digestOf(codedWith(keys, digest), office, person, secret), digest) ? 'new' : 'no';
}

/** Whether an address can still lead anywhere: none does that was made under a master secret that is done with. */
export const isLive = (keys: Keys, office: string, row: FeedCoded): boolean =>
  isCoded(keys, office, row) ||
  row.digest.startsWith(codePrefix(keys.generation)) ||
  codedWith(keys, row.digest) !== keys;

/** The row with its code under the master secret in force; null where it was not coded by the program. */
export const recoded = (keys: Keys, office: string, row: FeedCoded): string | null =>
  isCoded(keys, office, row) ? codeOf(keys, office, row) : null;
