import type { ServedService } from '@zhitongche/core/server';
import * as defined from '../index.ts';

export { apecCards } from '../index.ts';

/** APEC商务旅行卡, with what it adds to the demo office. */
export const apecCard: ServedService = {
  ...defined.apecCard,
  demo: () => import('../demo/index.ts'),
};
