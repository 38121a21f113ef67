import { ORG_KINDS } from '../orgs/org-tree.ts';
import type { RoleLine } from './role-matrix.ts';

/** Where a role may be held and how far it reaches, in one line. */
export const placeWords = ({ places, reach }: Pick<RoleLine, 'places' | 'reach'>): string => {
  const names = Object.entries(ORG_KINDS).flatMap(([kind, name]) => (places.includes(kind) ? [name] : []));
  return `可设在${names.join('、')}；${reach === 'home' ? '只管本机构' : '管到下级机构'}`;
};

/** Kinds of place where all the chosen roles may be held. */
export const commonPlaces = (chosen: readonly RoleLine[]): readonly string[] => {
  const [first, ...others] = chosen;
  return (first?.places ?? []).filter((kind) => others.every(({ places }) => places.includes(kind)));
};
