import type { Reply } from '@zhitongche/contract/web';

/** An account as the administration lists it. */
export type Account = Reply<'accounts'>['items'][number];
