export { enqueue, messagePlace } from './enqueue.ts';
export { channelHandlers } from './handlers.ts';
export { makePost } from './make-post.ts';
export { messageFigures } from './message-figures.ts';
export { sendWaiting } from './send-waiting.ts';
