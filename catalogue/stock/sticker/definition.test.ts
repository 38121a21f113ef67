import { registerLaws } from '../../testing/register-laws.ts';
import { stickers } from './index.ts';

registerLaws(stickers);
