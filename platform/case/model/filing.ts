import { isAdmin } from './access-rules.ts';
import type { Grant, OrgTree } from '@zhitongche/access';
import { type Filed, FILERS } from './filer-role.ts';

interface Who {
  readonly grants: readonly Grant[];
}

/** True for whoever may file the service for that unit: a role files for the very place it is held at. */
export const filesFor = (who: Who, service: Filed, unit: string, tree: Pick<OrgTree, 'get'>): boolean => {
  const kind = tree.get(unit)?.kind;
  if (kind === undefined || isAdmin(who)) return false;
  return service.audience.some((audience) => {
    const { role, at } = FILERS[audience];
    const filer = service.filedBy ?? role;
    return at.includes(kind) && who.grants.some((grant) => grant.role === filer && grant.org === unit);
  });
};

/** Units a person may file the service for, the own organisation first. */
export const filingUnits = (
  who: Who & { readonly org: string },
  service: Filed,
  tree: Pick<OrgTree, 'get'>,
): readonly string[] => {
  const units = [...new Set(who.grants.map((grant) => grant.org))].filter((unit) =>
    filesFor(who, service, unit, tree),
  );
  return units.toSorted((a, b) => Number(b === who.org) - Number(a === who.org));
};
