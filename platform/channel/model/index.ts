export { addressHint, readAddress } from './address.ts';
export { CHANNELS, type Channel, MESSAGE_STATES, type MessageKind, type MessageState } from './channel.ts';
export { pauseAfter } from './pauses.ts';
