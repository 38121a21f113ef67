import type { OfficeActor, OfficeConfig } from '@zhitongche/core/server';

/** Organisations somebody may be listed under: his own, those he works for, and those above them. */
export function orgsAbove(
  { tree }: Pick<OfficeConfig, 'tree'>,
  { org, grants }: Pick<OfficeActor, 'org' | 'grants'>,
): readonly string[] {
  const all = new Set([org, ...grants.map((grant) => grant.org)]);
  for (const one of all) {
    const { parent } = tree.get(one) ?? {};
    if (parent) all.add(parent);
  }
  return [...all];
}
