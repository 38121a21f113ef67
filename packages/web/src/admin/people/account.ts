import type { Reply } from '../../api/types.ts';

/** An account as the administration lists it. */
export type Account = Reply<'accounts'>['items'][number];
