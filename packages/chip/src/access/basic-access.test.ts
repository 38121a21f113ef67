import { describe, expect, it } from 'vitest';
import { vector } from '../../test/vectors.ts';
import { concat, fromHex, toHex } from '../bytes.ts';
import { bookCard } from '../card/book-card.ts';
import { deriveKey } from '../cipher/suite.ts';
import { COM } from '../file/data-groups.ts';
import { accessGranted, askAccess, basicAccessKeys } from './basic-access.ts';
import { zoneDigest, zoneInformation } from './zone-key.ts';

const derivation = vector('bac', 'bac-d2');
const mutual = vector('bac', 'bac-d3');
const zone = { number: 'L898902C', birth: '690806', expiry: '940623' };
const of = (name: string): Uint8Array => fromHex(mutual[name] ?? '');

/** Chance that gives out the numbers of the standard one after the other. */
const told = (...numbers: Uint8Array[]) => {
  const left = [...numbers];
  return () => left.shift() ?? new Uint8Array();
};

describe('basic access control by Doc 9303-11, appendix D', () => {
  it('D.2: the printed zone gives the keys of the standard', () => {
    expect(zoneInformation(zone)).toBe(derivation['mrz_information']);
    const digest = zoneDigest(zone);
    expect(toHex(digest)).toBe(derivation['sha1']);
    expect(toHex(digest.subarray(0, 16))).toBe(derivation['k_seed']);
    const keys = basicAccessKeys(digest);
    expect(toHex(keys.encryption)).toBe(derivation['k_enc']);
    expect(toHex(keys.authentication)).toBe(derivation['k_mac']);
  });

  it('D.3: the reader asks and understands as in the standard', () => {
    const keys = { encryption: of('k_enc'), authentication: of('k_mac') };
    const parts = { readerChance: of('rnd_ifd'), chipChance: of('rnd_ic'), readerSeed: of('k_ifd') };
    expect(toHex(askAccess(keys, parts))).toBe(`${mutual['e_ifd']}${mutual['m_ifd']}`);
    const session = accessGranted(keys, concat(of('e_ic'), of('m_ic')), parts);
    expect(toHex(session?.encryption ?? of('none'))).toBe(mutual['ks_enc']);
    expect(toHex(session?.authentication ?? of('none'))).toBe(mutual['ks_mac']);
    expect(toHex(session?.counter ?? of('none'))).toBe(mutual['ssc']);
    expect(toHex(deriveKey(of('k_seed_session'), 1, '3DES'))).toBe(mutual['ks_enc']);
  });

  it('D.3 and D.4: a book in that situation answers every command to the byte', () => {
    const file = fromHex(vector('lds', 'efcom-part11')['hex'] ?? '');
    const card = bookCard({
      files: new Map([[COM.file, file]]),
      open: new Map(),
      zone,
      basicAccess: true,
      pace: [],
      chance: told(of('rnd_ic'), of('k_ic')),
    });
    const ask = (command: string) => toHex(card.transmit(fromHex(command)));
    expect(ask('00A4040C07A0000002471001')).toBe('9000');
    expect(ask('0084000008')).toBe(`${mutual['rnd_ic']}9000`);
    expect(ask(`0082000028${mutual['e_ifd']}${mutual['m_ifd']}28`)).toBe(
      `${mutual['e_ic']}${mutual['m_ic']}9000`,
    );
    for (const id of ['sm-select-efcom', 'sm-read-4']) {
      const step = vector('bac', id);
      expect(ask(step['protected_command'] ?? ''), id).toBe(step['protected_response']);
    }
    // The last exchange of D.4, the eighteen bytes that are left.
    expect(ask('0CB000040D9701128E082EA28A70F3C7B53500')).toBe(
      '871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000',
    );
  });
});
