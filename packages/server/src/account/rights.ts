import { sm3Hex } from '@zhitongche/papers/sm/sm3.ts';
import type { Signed } from '../actor.ts';

/** What somebody may do now, as 16 hexadecimal digits that change with it: place, roles, whom one stands in for, what must be done first. */
export const rightsVersion = ({ actor, must }: Signed): string =>
  sm3Hex(JSON.stringify([actor.id, actor.org, actor.grants, actor.standsInFor, must])).slice(0, 16);
