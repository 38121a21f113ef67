export { stickerBatches } from './batches.ts';
export { stickers } from './stickers.ts';
