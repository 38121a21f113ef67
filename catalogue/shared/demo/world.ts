import type { Role } from '@zhitongche/access';
import type { DemoWorld } from '@zhitongche/core/server';

type DemoOrg = DemoWorld['orgs'][number];

/** The organisation of that key. */
export const orgOf = (world: DemoWorld, key: string | undefined): DemoOrg | undefined =>
  world.orgs.find((org) => org.key === key);

/** Key of the city office a unit belongs to, or that it is; undefined for provincial units. */
export function cityOf(world: DemoWorld, unit: string): string | undefined {
  const org = orgOf(world, unit);
  if (org?.kind === 'city-office') return org.key;
  return orgOf(world, org?.parent ?? undefined)?.kind === 'city-office'
    ? (org?.parent ?? undefined)
    : undefined;
}

/** Key of the department that supervises a second-level unit. */
export function superiorOf(world: DemoWorld, unit: string): string | undefined {
  const parent = orgOf(world, orgOf(world, unit)?.parent ?? undefined);
  return parent?.kind === 'unit' || parent?.kind === 'enterprise' ? parent.key : undefined;
}

/** User name of whoever holds a post of a unit; city offices and divisions file by themselves. */
export const holderOf = (world: DemoWorld, unit: string, role: Role): string =>
  world.people.find(({ org, roles }) => org === unit && roles.includes(role))?.username ?? `${unit}-${role}`;
