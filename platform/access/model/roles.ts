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

/** The codes of the platform. A signer files nothing alone but follows the unit's cases in the hall and signs at the desk. */
const PLATFORM = {
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
  // Whoever comes in at the public door; held nowhere, so that no administrator can give it.
  visitor: home('社会公众', ['hall'], []),
  'system-admin': administrator('系统管理员'),
  'security-admin': administrator('安全管理员'),
  'audit-admin': administrator('审计管理员'),
} as const satisfies Record<string, RoleDef>;

declare const declared: unique symbol;

/** A code as a flow, a grant or an endpoint names it: one of the platform's, or one a folder declared. */
export type Role = keyof typeof PLATFORM | (string & { readonly [declared]: true });

/** True for a code somebody declared. */
export const isRole = (key: string): key is Role => Object.hasOwn(table, key);

// Filled by `add` alone: whatever a folder declares stands in each of them from then on.
const table: Record<string, RoleDef> = {};
const labels: Record<string, string> = {};
const [homes, admins, desks, business]: [Role[], Role[], Role[], Role[]] = [[], [], [], []];

/** What each code is called, by its key. */
export const ROLES: Readonly<Record<string, string>> = labels;

/** Everything that is said of a code. */
export function roleDef(role: Role): RoleDef {
  const def = table[role];
  if (!def) throw new Error(`Nobody declared the role ${role}`);
  return def;
}

/** What a code is called. */
export const roleLabel = (role: Role): string => roleDef(role).label;

/** Codes whose grant reaches only the very organisation it is held at; all others reach those below as well. */
export const HOME_ROLES: readonly Role[] = homes;

/** The three administrators (系统、安全、审计): separated powers, no business data, mutually exclusive with all others. */
export const ADMIN_ROLES: readonly Role[] = admins;

/** Codes whose work is done at the desk. */
export const DESK_ROLES: readonly Role[] = desks;

/** Everybody but the three administrators: which of them files a service is the service's to say. */
export const BUSINESS_ROLES: readonly Role[] = business;

function add(key: string, def: RoleDef): Role {
  table[key] = def;
  labels[key] = def.label;
  if (!isRole(key)) throw new Error(`${key} was not added`);
  if (def.reach === 'home') homes.push(key);
  if (def.shells.includes('desk')) desks.push(key);
  (def.shells.includes('admin') ? admins : business).push(key);
  return key;
}

for (const [key, def] of Object.entries(PLATFORM)) add(key, def);

/** A post of an office, which reaches what lies below where it is held; `places` are the kinds of place it may be held at. */
export const officePost = (label: string, places = OFFICES): RoleDef => above(label, places);

/** A post of a unit, which reaches only where it is held. */
export const unitPost = (label: string): RoleDef => home(label, ['desk'], UNITS);

/**
 * Declares a code of a folder's own and gives it, for the folder's flow to name. Twice the same is one; throws when it is
 * taken, looks like a role of an office's own or like an administrator's.
 */
export function declareRole(key: string, def: RoleDef): Role {
  const known = isRole(key) ? roleDef(key) : undefined;
  if (isRole(key) && !Object.hasOwn(PLATFORM, key) && JSON.stringify(known) === JSON.stringify(def))
    return key;
  if (
    known ||
    !/^(?!own-)[a-z][a-z-]{1,30}[a-z]$/.test(key) ||
    key.endsWith('-admin') ||
    def.shells.includes('admin')
  )
    throw new Error(`${key} cannot be the code of a role: it is taken or of another kind`);
  return add(key, def);
}

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
