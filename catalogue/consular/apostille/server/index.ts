import type { ServedService } from '@zhitongche/core/server';
import * as defined from '../index.ts';
import { parties, ways } from '../parties.ts';
import { APOSTILLE_LOOKUPS } from './lookups.ts';
import { sealsOnFile } from './specimens.ts';

export { apostilleBook, sealSpecimens } from '../index.ts';

/** 附加证明书、领事认证 with its tables, what its checks ask of the registers, and the specimens papers are held against. */
export const apostille: ServedService = {
  ...defined.apostille,
  tables: [parties, ways],
  lookups: APOSTILLE_LOOKUPS,
  specimens: sealsOnFile,
  demo: () => import('../demo/index.ts'),
};
