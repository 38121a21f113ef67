import { registerLaws } from '../../testing/register-laws.ts';
import { stickerBatches, stickers } from './index.ts';

registerLaws(stickers);
registerLaws(stickerBatches);
