import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeOutward, standingOf } from './outward.ts';

const OWN = ['10.20.0.0/16', 'fd00:20::/32'];

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '127.255.3.4',
    '0.0.0.0',
    '169.254.169.254',
    '::1',
    '::',
    'fe80::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '::7f00:1',
    '::a9fe:a9fe',
    '::ffff:0:7f00:1',
    '0:0:0:0:0:ffff:7f00:1',
    '3fff::1',
    '5f00::1',
    '2002:7f00:1::',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
    'no address',
  ])('%s is never called, whatever the office lists', (address) => {
    expect(standingOf(address, ['0.0.0.0/0', '::/0'])).toBe('never');
  });
  it.each([
    '10.0.0.1',
    '10.21.0.1',
    '172.16.5.5',
    '192.168.1.1',
    '100.64.0.1',
    'fd00:21::1',
    '::ffff:10.0.0.1',
  ])('%s stands behind a wall that is not the office’s', (address) => {
    expect(standingOf(address, OWN)).toBe('never');
  });
  it.each(['10.20.0.1', '10.20.255.255', 'fd00:20::9', '::ffff:10.20.3.4'])(
    '%s is the office’s own',
    (address) => {
      expect(standingOf(address, OWN)).toBe('own');
    },
  );
  it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1'])('%s is anybody’s', (address) => {
    expect(standingOf(address, OWN)).toBe('public');
  });
  it('of this machine is never called in whichever way it is written into an address of six', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (b, c, d) => {
        const [high, low] = [(127 << 8) | b, (c << 8) | d].map((part) => part.toString(16));
        for (const address of [`127.${b}.${c}.${d}`, `::ffff:127.${b}.${c}.${d}`, `::ffff:${high}:${low}`])
          expect(standingOf(address, ['0.0.0.0/0', '::/0'])).toBe('never');
      }),
    );
  });
  it('a list the office wrote badly opens nothing', () => {
    for (const wrong of ['10.20.0.0', '10.20.0.0/99', 'x/8', '', '10.20.0.0/16 等'])
      expect(standingOf('10.20.0.1', [wrong])).toBe('never');
  });
});

describe('a name', () => {
  it('whose servers never answer leads nowhere, and holds nobody up', async () => {
    const rules = { resolve: () => new Promise<never>(() => undefined), standing: () => 'public' as const };
    expect(await judgeOutward('https://slow.example.com/', rules, 20)).toEqual({
      why: 'unknown',
      host: 'slow.example.com',
    });
  });
  it('one of whose addresses leads inside is called at none', async () => {
    const rules = {
      resolve: async () => ['223.5.5.5', '127.0.0.1'],
      standing: (address: string) => standingOf(address, []),
    };
    expect(await judgeOutward('https://two.example.com/', rules)).toMatchObject({ why: 'inside' });
    for (const written of [
      'http://2130706433/',
      'http://0x7f.1/',
      'http://[::7f00:1]/',
      'http://127.1:8080/',
    ])
      expect([written, await judgeOutward(written, rules)]).toMatchObject([written, { why: 'inside' }]);
  });
});
