import { sm3Hex } from '@zhitongche/formats';
import type { Signed } from '@zhitongche/core/server';

/** What somebody may do now, as 16 hexadecimal digits that change with it: place, roles, whom one stands in for, what must be done first. */
export const rightsVersion = ({ actor, must }: Signed): string =>
  sm3Hex(JSON.stringify([actor.id, actor.org, actor.grants, actor.standsInFor, must])).slice(0, 16);
