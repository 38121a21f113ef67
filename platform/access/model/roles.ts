/** What kind of place an organisation is; the tree is office > city-office > unit, office > division. */
export type OrgKind = 'office' | 'division' | 'city-office' | 'unit' | 'enterprise';

/** A part of the product a person may be offered: 申报端, 审批端, 管理端. */
export type ShellName = 'hall' | 'desk' | 'admin';

/** Everything that is said of a role, once. */
export interface RoleDef {
  readonly label: string;
  /** `home`: the grant reaches the very organisation it is held at; `below`: those under it as well. */
  readonly reach: 'home' | 'below';
  /** Kinds of place it may be held at: a handler of a unit would decide on his own colleagues' cases. */
  readonly places: readonly OrgKind[];
  /** Where its work is done. */
  readonly shells: readonly ShellName[];
}

/** Whatever files trips of its own: offices and divisions do as units. */
const UNITS: readonly OrgKind[] = ['unit', 'enterprise', 'city-office', 'division', 'office'];
const OFFICES: readonly OrgKind[] = ['office', 'division', 'city-office'];

const home = (label: string, shells: readonly ShellName[], places = UNITS) =>
  ({ label, reach: 'home', places, shells }) as const satisfies RoleDef;
const above = (label: string, places = OFFICES) =>
  ({ label, reach: 'below', places, shells: ['desk'] }) as const satisfies RoleDef;
const administrator = (label: string) =>
  ({ label, reach: 'below', places: ['office'], shells: ['admin'] }) as const satisfies RoleDef;

/** Every role a grant may carry. A signer files nothing alone but follows the unit's cases in the hall and signs at the desk. */
export const ROLE_TABLE = {
  filer: home('专办员', ['hall']),
  signer: home('单位签批人', ['hall', 'desk']),
  'unit-affairs': home('单位外事审核人', ['desk']),
  'unit-finance': home('单位财务审核人', ['desk']),
  'unit-personnel': home('单位组织人事审核人', ['desk']),
  'city-reviewer': above('市外办经办人', ['city-office']),
  'city-leader': above('市外办签发人', ['city-office']),
  window: above('窗口受理员'),
  handler: above('经办人'),
  countersigner: above('会签人'),
  'division-head': above('处长', ['division']),
  'deputy-director': above('分管副主任', ['office']),
  director: above('主任', ['office']),
  'passport-officer': above('证照管理员'),
  'finance-officer': above('财务审核人'),
  applicant: home('申请人', ['hall'], ['unit', 'enterprise']),
  'system-admin': administrator('系统管理员'),
  'security-admin': administrator('安全管理员'),
  'audit-admin': administrator('审计管理员'),
} as const satisfies Record<string, RoleDef>;

/** Key of a role. */
export type Role = keyof typeof ROLE_TABLE;

/** True for the key of a role. */
export const isRole = (key: string): key is Role => Object.hasOwn(ROLE_TABLE, key);

const keys: readonly Role[] = Object.keys(ROLE_TABLE).filter(isRole);
const those = (is: (role: RoleDef) => boolean): readonly Role[] => keys.filter((key) => is(ROLE_TABLE[key]));

/** What each role is called. */
export const ROLES: Readonly<Record<Role, string>> = Object.fromEntries(
  keys.map((key) => [key, ROLE_TABLE[key].label]),
) as Record<Role, string>;

/** Roles whose grant reaches only the very organisation it is held at; all others reach those below as well. */
export const HOME_ROLES: readonly Role[] = those(({ reach }) => reach === 'home');

/** The three administrators (系统、安全、审计): separated powers, no business data, mutually exclusive with all others. */
export const ADMIN_ROLES: readonly Role[] = those(({ shells }) => shells.includes('admin'));

/** Roles whose work is done at the desk. */
export const DESK_ROLES: readonly Role[] = those(({ shells }) => shells.includes('desk'));

/** Everybody but the three administrators: which of them files a service is the service's to say. */
export const BUSINESS_ROLES: readonly Role[] = keys.filter((key) => !ADMIN_ROLES.includes(key));

/** True for a post of the filing unit: a small unit may give one person several of them, the offices keep theirs apart. */
export const isUnitPost = (role: Role): boolean => HOME_ROLES.includes(role);

/** Departments of a unit that give their opinion on what it files: foreign affairs, finance, organisation and personnel. */
export const UNIT_OPINIONS = [
  'unit-affairs',
  'unit-finance',
  'unit-personnel',
] as const satisfies readonly Role[];

/** Who may see budgets that are not public. */
export const BUDGET_READERS = [
  'finance-officer',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
] as const satisfies readonly Role[];

/** Who reads and publishes budgets. */
export const BUDGET_WRITERS = ['finance-officer'] as const satisfies readonly Role[];

/** Who may see and retry papers that were not issued. */
export const PAPER_ISSUERS = [
  'window',
  'handler',
  'division-head',
  'deputy-director',
  'director',
  'passport-officer',
  'city-reviewer',
  'city-leader',
] as const satisfies readonly Role[];
