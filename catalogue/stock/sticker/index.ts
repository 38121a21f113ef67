export { stickerBatches } from './batches.ts';
export { stickerCounts } from './counts.ts';
export { stickers } from './stickers.ts';
