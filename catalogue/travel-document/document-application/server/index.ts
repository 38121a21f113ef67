import type { ServedService } from '@zhitongche/core/server';
import * as defined from '../index.ts';
import { APPLICATION_LOOKUPS } from './lookups.ts';

/** 因公护照、通行证申办 with how names are spelled, and its cases of the demo office. */
export const documentApplication: ServedService = {
  ...defined.documentApplication,
  lookups: APPLICATION_LOOKUPS,
  demo: () => import('../demo/index.ts'),
};
