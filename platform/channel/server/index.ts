export { contactPlace, putContact } from './contacts.ts';
export { enqueue, messagePlace } from './enqueue.ts';
export { channelHandlers } from './handlers.ts';
export { makePost } from './make-post.ts';
export { messageFigures } from './message-figures.ts';
export { dropOldMessages } from './old-messages.ts';
export { passOn, sendDigests } from './pass-on.ts';
export { sendWaiting } from './send-waiting.ts';
