export { addressHint } from './address.ts';
export { CHANNELS, type Channel, type MessageKind } from './channel.ts';
export { pauseAfter } from './pauses.ts';
