import { describe, expect, it } from 'vitest';
import { vector } from '../../test/vectors.ts';
import { bigOf, fromHex, numberBytes, toHex } from '../bytes.ts';
import { paceRun } from '../card/pace-run.ts';
import { CURVES, pointBytes, pointOf, sharedBytes } from '../cipher/curve.ts';
import { mappedGenerator, paceSession, paceToken, passwordKey, revealNonce } from './pace.ts';
import { zoneDigest, zoneInformation } from './zone-key.ts';

const given = vector('pace', 'pace-g1-ecdh-gm');
const of = (name: string): Uint8Array => fromHex(given[name] ?? '');
const found = CURVES.find(({ name }) => name === 'brainpoolP256r1');
if (!found) throw new Error('the curve of the example is missing');
const curve = found;
const protocol = { suite: 'AES-128', curve } as const;
const zone = { number: 'T22000129', birth: '640812', expiry: '101031' };
const base = curve.points.BASE;
const secretOf = (name: string): bigint => bigOf(of(name));

describe('PACE by Doc 9303-11, appendix G.1', () => {
  it('the zone gives the password and reveals the nonce', () => {
    expect(zoneInformation(zone)).toBe(given['mrz_information']);
    expect(toHex(zoneDigest(zone))).toBe(given['K']);
    const key = passwordKey({ zone }, 'AES-128');
    expect(toHex(key)).toBe(given['k_pi']);
    expect(toHex(revealNonce(key, of('encrypted_nonce_z'), 'AES-128') ?? of(''))).toBe(given['nonce_s']);
  });

  it('mapping, agreement and tokens are those of the standard', () => {
    expect(toHex(pointBytes(base.multiply(secretOf('map_terminal_private'))))).toBe(
      given['map_terminal_public'],
    );
    expect(toHex(pointBytes(base.multiply(secretOf('map_chip_private'))))).toBe(given['map_chip_public']);
    const chipMapping = pointOf(curve, of('map_chip_public'));
    const shared = chipMapping?.multiply(secretOf('map_terminal_private'));
    if (!shared) throw new Error('the point of the standard is on no curve');
    expect(toHex(pointBytes(shared))).toBe(given['shared_point_H']);
    const generator = mappedGenerator(curve, of('nonce_s'), shared);
    expect(toHex(pointBytes(generator))).toBe(given['mapped_generator']);
    const reader = generator.multiply(secretOf('eph_terminal_private'));
    const chip = generator.multiply(secretOf('eph_chip_private'));
    const secret = chip.multiply(secretOf('eph_terminal_private'));
    expect(toHex(sharedBytes(curve, secret))).toBe(given['shared_secret']);
    const session = paceSession(protocol, secret);
    expect(toHex(session.encryption)).toBe(given['ks_enc']);
    expect(toHex(session.authentication)).toBe(given['ks_mac']);
    expect(toHex(paceToken('AES-128', session.authentication, chip))).toBe(given['t_ifd']);
    expect(toHex(paceToken('AES-128', session.authentication, reader))).toBe(given['t_ic']);
  });

  it('a chip with the secrets of the standard answers each step to the byte', () => {
    // Secrets are drawn eight bytes longer than the order and brought below it.
    const drawn = (name: string) => numberBytes(secretOf(name) - 1n, curve.size + 8);
    const left = [of('nonce_s'), drawn('map_chip_private'), drawn('eph_chip_private')];
    const chip = paceRun(protocol, { zone }, () => left.shift() ?? new Uint8Array());
    const generator = pointOf(curve, of('mapped_generator'));
    const reader = generator?.multiply(secretOf('eph_terminal_private'));
    const expected = generator?.multiply(secretOf('eph_chip_private'));
    const answer = (tag: number, value: Uint8Array) => {
      const turn = chip.step(tag, value);
      return turn && [turn.tag, toHex(turn.value)];
    };
    expect(answer(0, new Uint8Array())).toEqual([0x80, given['encrypted_nonce_z']]);
    expect(answer(0x81, of('map_terminal_public'))).toEqual([0x82, given['map_chip_public']]);
    expect(reader && answer(0x83, pointBytes(reader))).toEqual([
      0x84,
      expected && toHex(pointBytes(expected)),
    ]);
    expect(answer(0x85, of('t_ifd'))).toEqual([0x86, given['t_ic']]);
  });
});
