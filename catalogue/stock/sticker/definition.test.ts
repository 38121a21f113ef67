import { registerLaws } from '../../testing/register-laws.ts';
import { stickerBatches, stickerCounts, stickers } from './index.ts';

registerLaws(stickers);
registerLaws(stickerBatches);
registerLaws(stickerCounts);
