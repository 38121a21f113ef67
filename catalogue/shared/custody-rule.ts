import type { Basis } from '@zhitongche/base';

/** The foreign ministry's rules on keeping official documents, by name. */
export const CUSTODY = '《外交护照公务护照和公务普通护照收缴管理规定》';

/** What they say; their text was not read in full. */
export const custodyRule = (article: string): Basis => ({ title: CUSTODY, article, unconfirmed: true });
