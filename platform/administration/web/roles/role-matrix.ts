import type { Reply } from '@zhitongche/contract/web';

/** A role with what it may call. */
export type RoleLine = Reply<'roleMatrix'>[number];

/** One thing the product does that not everybody may do. */
export interface MatrixRow {
  /** Method and path, e.g. `PUT /api/admin/orgs/:id`. */
  readonly address: string;
  /** What it does, in the contract's words. */
  readonly summary: string;
  /** Roles that may. */
  readonly roles: ReadonlySet<string>;
}

/** What is done, by whom: the roles' lists turned round, in the order the contract names them. */
export const matrixOf = (roles: readonly RoleLine[]): readonly MatrixRow[] => {
  const rows = new Map<string, Set<string>>();
  for (const { role, endpoints } of roles)
    for (const endpoint of endpoints) {
      const may = rows.get(endpoint) ?? new Set<string>();
      may.add(role);
      rows.set(endpoint, may);
    }
  return [...rows].map(([endpoint, may]) => {
    const [method = '', path = '', ...words] = endpoint.split(' ');
    return { address: `${method} ${path}`, summary: words.join(' '), roles: may };
  });
};
