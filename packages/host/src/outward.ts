import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** Whose an address is: anybody's in the open network, the office's own, or one nothing is ever sent to. */
export type Standing = 'public' | 'own' | 'never';

/** This machine, its neighbours by wire and the clouds' metadata (169.254.169.254): no list of an office opens these. */
const NEVER: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Of this machine, and every address of four written without its mark: `::127.0.0.1`, `::ffff:0:127.0.0.1`.
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];
/** Networks behind somebody's wall: open only where the office says they are its own. */
const INSIDE: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['fc00::', 7],
];

function listOf(networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of networks)
    list.addSubnet(address, prefix, isIPv6(address) ? 'ipv6' : 'ipv4');
  return list;
}
const never = listOf(NEVER);
const inside = listOf(INSIDE);

/** An IPv4 address inside of an IPv6 one (`::ffff:10.0.0.1`) is judged as what it is. */
function plain(address: string): string {
  const mapped = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (!mapped) return address;
  if (mapped[1] !== undefined) return mapped[1];
  const [high, low] = [mapped[2], mapped[3]].map((part) => Number.parseInt(part ?? '0', 16));
  return [(high ?? 0) >> 8, (high ?? 0) & 255, (low ?? 0) >> 8, (low ?? 0) & 255].join('.');
}

/** Judges an address; `own` = networks the office calls its own, as `10.20.0.0/16`. */
export function standingOf(address: string, own: readonly string[]): Standing {
  const one = plain(address);
  const family = isIP(one) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(one) === 0 || never.check(one, family)) return 'never';
  if (!inside.check(one, family)) return 'public';
  const networks = own.flatMap((network) => {
    const [, base = '', prefix = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(network.trim()) ?? [];
    const most = isIPv6(base) ? 128 : 32;
    return isIP(base) !== 0 && Number(prefix) <= most ? [[base, Number(prefix)] as const] : [];
  });
  return listOf(networks).check(one, family) ? 'own' : 'never';
}

/** Where something is sent: the address that was judged and no other, so that a name cannot change between. */
export interface Outward {
  readonly url: URL;
  readonly address: string;
  /** Whether it leads into the open network. */
  readonly open: boolean;
}

/** What an address is judged by; tests bring their own. */
export interface OutwardRules {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly standing: (address: string) => Standing;
}

/** Why nothing is sent to an address: it is no web address, names somebody, leads nowhere, or leads inside. */
export interface NotOutward {
  readonly why: 'no-url' | 'names-user' | 'unknown' | 'inside';
  readonly host: string;
}

/** The rules of an office; `own` = networks it calls its own. */
export const outwardRules = (own: readonly string[]): OutwardRules => ({
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  standing: (address) => standingOf(address, own),
});

/** Milliseconds the servers of a name may take to say where it leads. */
const PATIENCE = 5_000;

/** Addresses of a name; none where nobody says so in time. */
async function addressesOf(host: string, rules: OutwardRules, patience: number): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), patience);
  });
  try {
    return await Promise.race([rules.resolve(host), late]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}

/** Judges where something would go, every address its name has; a name nobody answers for in time leads nowhere. */
export async function judgeOutward(
  written: string,
  rules: OutwardRules,
  patience = PATIENCE,
): Promise<Outward | NotOutward> {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol)) return { why: 'no-url', host: '' };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.username !== '' || url.password !== '') return { why: 'names-user', host };
  const addresses = isIP(host) === 0 ? await addressesOf(host, rules, patience) : [host];
  const [address] = addresses;
  if (address === undefined) return { why: 'unknown', host };
  const standings = addresses.map((one) => rules.standing(one));
  if (standings.includes('never')) return { why: 'inside', host };
  return { url, address, open: standings.includes('public') };
}

/** The `lookup` of a request that goes to the address that was judged. */
export const lookupOf =
  ({ address }: Pick<Outward, 'address'>): LookupFunction =>
  (_, options, done) => {
    const family = isIPv6(address) ? 6 : 4;
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
