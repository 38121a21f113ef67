/** By what a message leaves; what is said inside of the program is a notice and no message. */
export type Channel = 'mail' | 'sms' | 'wechat';

/** Channels as screens call them. */
export const CHANNELS: Readonly<Record<Channel, string>> = { mail: '邮件', sms: '短信', wechat: '微信' };

/** Where a message stands; all but the first are ends, from which only somebody's retry leads back. */
export type MessageState = 'queued' | 'handed-over' | 'refused' | 'stuck' | 'expired';

/** States as screens call them. */
export const MESSAGE_STATES: Readonly<Record<MessageState, string>> = {
  queued: '待发出',
  'handed-over': '已交付',
  refused: '被拒收',
  stuck: '发送受阻',
  expired: '已过期',
};

/** What messages of one kind are about. The subject is the kind's and not the message's: it can name nobody. */
export interface MessageKind {
  /** Room first: `channel.address`. */
  readonly code: string;
  readonly subject: string;
  /** The text is a code or a link that opens something: shown to nobody, gone as soon as it has left. */
  readonly secret?: true;
}
