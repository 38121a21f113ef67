export type { Actor, Grant, Org, OrgTree, Sensitivity } from './access.ts';
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
  heldAt,
  isRole,
  isUnitPost,
} from './roles.ts';
