import type { ServedService } from '@zhitongche/core/server';
import * as preparation from '../index.ts';

/** 部门预算编制, with the preparation the demo office is busy with. */
export const budgetPreparation: ServedService = {
  ...preparation.budgetPreparation,
  demo: () => import('./demo.ts'),
};
