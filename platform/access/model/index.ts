export {
  type Actor,
  type Grant,
  type Org,
  type OrgKind,
  type OrgTree,
  ROLES,
  type Role,
  type Sensitivity,
} from './access.ts';
