import type { ServedService } from '@zhitongche/core/server';
import * as defined from '../index.ts';

export { disclosures } from '../index.ts';

/** 政府信息公开申请, with what it adds to the demo office. */
export const disclosureRequest: ServedService = {
  ...defined.disclosureRequest,
  demo: () => import('../demo/index.ts'),
};
