export { messagePlace } from './enqueue.ts';
export { makePost } from './make-post.ts';
export { sendWaiting } from './send-waiting.ts';
