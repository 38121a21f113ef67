import type { Channel } from './channel.ts';

const SHAPES: Readonly<Record<Channel, RegExp>> = {
  // One address and nothing a header or a list of addresses could be made of.
  mail: /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{3,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/,
  sms: /^(?:1[3-9]\d{9}|\+[1-9]\d{6,14})$/,
  wechat: /^[A-Za-z0-9_-]{6,64}$/,
};

/** What a person typed as an address, in the one way it is kept; undefined when it is none. */
export function readAddress(channel: Channel, typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim();
  const address = channel === 'sms' ? plain.replaceAll(/[\s-]/g, '').replace(/^(?:\+|00)86(?=1)/, '') : plain;
  if (!SHAPES[channel].test(address)) return undefined;
  // Of a mail address only what stands behind the @ is the same in either case.
  return address.replace(/@.*$/, (domain) => domain.toLowerCase());
}

/** An address as lists show it: enough to know one's own by, too little to write to. */
export function addressHint(channel: Channel, address: string): string {
  if (channel === 'mail') return address.replace(/^(.).*(@.*)$/, '$1***$2');
  return `${address.slice(0, 3)}****${address.slice(-2)}`;
}
