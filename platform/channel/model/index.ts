export { addressHint, readAddress } from './address.ts';
export { CHANNELS, type Channel, MESSAGE_STATES, type MessageKind, type MessageState } from './channel.ts';
export { NOTICE_KINDS, type NoticeKind } from './notice-kind.ts';
export { pauseAfter } from './pauses.ts';
export { CHANNEL_POLICIES } from './policies.ts';
export { WEBHOOK_EVENTS, type WebhookEvent, eventsOf } from './webhook.ts';
export { type ChannelRules, RHYTHMS, type Rhythm, type Wishes, readWishes, whenToTell } from './wishes.ts';
