import { SYSTEM_DOER } from '@zhitongche/case';
import type { OfficeActor } from '@zhitongche/core/server';

/** What the system decides by itself: it holds nothing and sees nothing as a person. */
export const SYSTEM: Pick<OfficeActor, 'id' | 'name' | 'org' | 'grants' | 'standsInFor'> = {
  ...SYSTEM_DOER,
  grants: [],
  standsInFor: [],
};
