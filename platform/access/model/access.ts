import type { OrgKind, Role } from './roles.ts';

/** An organisation in the office's tree. */
export interface Org {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: OrgKind;
  readonly name: string;
  /** Stable code for divisions named in flows, e.g. `outbound`, `security`, `finance`. */
  readonly code?: string;
}

/** A role held at an organisation; its scope is that organisation, and those below for office and city roles. */
export interface Grant {
  readonly role: Role;
  readonly org: string;
  /** What the office calls the role of its own this comes from; absent = the role is the code. */
  readonly called?: string;
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
  /** Set for whoever came in at the public door. */
  readonly visitor?: Visitor;
}

/** What somebody at the public door acts as; whoever acts for another acts as what the other is. */
export type VisitorKind = 'citizen' | 'foreigner' | 'enterprise';

/**
 * How well an account of the public is known (认证等级): 0 not at all, 1 by an address that is proven, 2 by the real name an
 * officer saw in a document, 3 with a second factor besides.
 */
export type VisitorLevel = 0 | 1 | 2 | 3;

/** Who sits behind somebody who acts at the public door. */
export interface Visitor {
  /** The account that is signed in; the actor's own id is whom it acts for. */
  readonly account: string;
  readonly kind: VisitorKind;
  readonly level: VisitorLevel;
  /** Codes of the services it may begin for whom it acts; null = all there are for the public. */
  readonly only: readonly string[] | null;
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
