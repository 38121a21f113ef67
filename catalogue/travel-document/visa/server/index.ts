import type { ServedService } from '@zhitongche/core/server';
import { visaExemptions } from '../../../shared/tables/visa-exemptions.ts';
import * as defined from '../index.ts';
import { charges, checklists } from '../tables/index.ts';
import { VISA_LOOKUPS } from './lookups.ts';

export { visaRefusals } from '../index.ts';

/** 因公签证、照会、免签核对 with its tables. */
export const visa: ServedService = {
  ...defined.visa,
  tables: [visaExemptions, checklists, charges],
  lookups: VISA_LOOKUPS,
  demo: () => import('../demo/index.ts'),
};
