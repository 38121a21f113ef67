import type { ServedService } from '@zhitongche/core/server';
import { accountFiling } from '../filing.ts';
import * as defined from '../index.ts';
import { ACCOUNT_LOOKUPS } from './lookups.ts';
import { settleAccount } from './settle.ts';
import { accountSpecimens } from './specimens.ts';

export { unitAccounts, unitClerks } from '../index.ts';

/** 单位开户备案 with what it asks of whoever files anything, what it settles, and the specimens it keeps. */
export const unitAccount: ServedService = {
  ...defined.unitAccount,
  lookups: ACCOUNT_LOOKUPS,
  filing: accountFiling,
  settling: { account: settleAccount },
  specimens: accountSpecimens,
  demo: () => import('../demo/index.ts'),
};
