import { type App, macOf } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { charsOf, readTicket, type ReadTicket, ticketOf } from '@zhitongche/survey';

/** What a code is made of before its seal. */
type Unsealed = Omit<ReadTicket, 'seal'>;
type Making = Pick<App['keys'], 'generation' | 'secret'>;

const sealOf = (keys: Making, office: string, { no, last, nonce }: Unsealed): string =>
  charsOf(macOf(keys, 'survey-ticket', [office, no, last, nonce]).slice(-64));

const sealed = (keys: Making, office: string, of: Unsealed): string =>
  ticketOf({ ...of, seal: sealOf(keys, office, of) });

/** The code of one thing, of a case or of a line of a printed list: the same whenever it is asked for, kept nowhere, made by nobody without the master secret. */
export const ticketFor = (
  keys: Making,
  office: string,
  of: Pick<ReadTicket, 'no' | 'last'>,
  thing: string,
): string =>
  sealed(keys, office, {
    ...of,
    nonce: charsOf(macOf(keys, 'survey-thing', [office, of.no, thing]).slice(-64)),
  });

/** What a genuine code says; undefined for every other. One made under a master secret that is done with counts no more. */
export function genuineTicket(keys: App['keys'], office: string, typed: string): ReadTicket | undefined {
  const read = readTicket(typed);
  if (!read) return undefined;
  const making = [keys, ...keys.generations.filter(({ ended }) => ended === null)];
  return making.some((one) => sealOf(one, office, read) === read.seal) ? read : undefined;
}

/** The one-way image by which a code is known to have been used. */
export const usedImage = (office: string, { no, nonce }: Pick<ReadTicket, 'no' | 'nonce'>): string =>
  sm3Hex(`survey/${office}/${no}/${nonce}`);
