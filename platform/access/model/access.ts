/** What kind of place an organisation is; the tree is office > city-office > unit, office > division. */
export type OrgKind = 'office' | 'division' | 'city-office' | 'unit' | 'enterprise';

/** An organisation in the office's tree. */
export interface Org {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: OrgKind;
  readonly name: string;
  /** Stable code for divisions named in flows, e.g. `outbound`, `security`, `finance`. */
  readonly code?: string;
}

/** Every role a grant may carry; the three administrators are mutually exclusive with all others. */
export const ROLES = {
  filer: '专办员',
  signer: '单位签批人',
  'unit-affairs': '单位外事审核人',
  'unit-finance': '单位财务审核人',
  'unit-personnel': '单位组织人事审核人',
  'city-reviewer': '市外办经办人',
  'city-leader': '市外办签发人',
  window: '窗口受理员',
  handler: '经办人',
  countersigner: '会签人',
  'division-head': '处长',
  'deputy-director': '分管副主任',
  director: '主任',
  'passport-officer': '证照管理员',
  'finance-officer': '财务审核人',
  applicant: '申请人',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} as const satisfies Record<string, string>;

/** Key of a role. */
export type Role = keyof typeof ROLES;

/** A role held at an organisation; its scope is that organisation, and those below for office and city roles. */
export interface Grant {
  readonly role: Role;
  readonly org: string;
}

/** Whoever acts; `behalf` is set when a person stands in for an absent one, both names stay on record. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** The organisation the person belongs to. */
  readonly org: string;
  readonly grants: readonly Grant[];
  /** Persons who delegated their seat to the actor for today. */
  readonly standsInFor: readonly {
    readonly id: string;
    readonly name: string;
    readonly grants: readonly Grant[];
  }[];
}

/** How private a value is; anything above `open` is masked unless role and scope allow, reveal is logged with a purpose. */
export type Sensitivity = 'open' | 'personal' | 'sensitive';

/** Answers questions on the organisation tree; the server builds it from rows, tests from a literal. */
export interface OrgTree {
  get(id: string): Org | undefined;
  /** True when `inner` is `outer` or lies below it. */
  contains(outer: string, inner: string): boolean;
  /** The division of this office with that code. */
  division(office: string, code: string): Org | undefined;
}
