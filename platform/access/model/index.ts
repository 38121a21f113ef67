export type { Actor, Grant, Org, OrgTree, Sensitivity } from './access.ts';
export {
  BUILT_IN,
  FIXED_CODES,
  type HeldRole,
  OWN_ROLE,
  type OfficeRole,
  codeProblems,
  grantsOf,
  placesOf,
  reachOf,
} from './office-roles.ts';
export {
  ADMIN_ROLES,
  BUDGET_READERS,
  BUDGET_WRITERS,
  BUSINESS_ROLES,
  DESK_ROLES,
  HOME_ROLES,
  type OrgKind,
  PAPER_ISSUERS,
  ROLES,
  ROLE_TABLE,
  type Role,
  type ShellName,
  UNIT_OPINIONS,
  isRole,
  isUnitPost,
} from './roles.ts';
