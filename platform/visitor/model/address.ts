import { type Channel, readAddress } from '@zhitongche/channel';
import { blocking, type Problem } from '@zhitongche/base';

/** An address somebody of the public proves by a code that arrives there. */
export interface Address {
  readonly channel: Extract<Channel, 'mail' | 'sms'>;
  readonly to: string;
}

/** Reads what was typed as a mail address or the number of a mobile telephone; undefined when it is neither. */
export function readTarget(typed: string): Address | undefined {
  const channel = typed.includes('@') || typed.includes('＠') ? 'mail' : 'sms';
  const to = readAddress(channel, typed.slice(0, 320));
  // Of mail addresses the whole counts without its case: nobody has two accounts by writing one address twice.
  return to === undefined ? undefined : { channel, to: channel === 'mail' ? to.toLowerCase() : to };
}

/** The mailbox an address of mail leads to, whatever stands behind a plus in it: pauses are its, not of each of its names. */
export const mailboxOf = ({ channel, to }: Address): string =>
  channel === 'mail' ? to.replace(/\+[^@]*(?=@)/, '') : to;

/** What is said of an address that is none. */
export const noAddress = (at: string): Problem =>
  blocking(
    'visitor.address',
    [at],
    '这不是可用的邮箱或手机号。',
    'This is neither an e-mail address nor a mobile number.',
    { todo: '请填写完整邮箱，如 name@example.com；或 11 位手机号，境外号码以 + 和国家代码开头。' },
  );
