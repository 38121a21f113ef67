import { registerLaws } from '../../testing/register-laws.ts';
import { stickerBatches } from './index.ts';

registerLaws(stickerBatches);
