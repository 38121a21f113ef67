import type { VisitorKind, VisitorLevel } from '@zhitongche/access';
import { tellRow } from '@zhitongche/audit/server';
import { type CodingKeys, type Keys, macOf, rowSoundness } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';

/** An account of the public, as far as it decides who gets in as what. */
export interface CodedVisitor {
  readonly office: string;
  readonly id: string;
  readonly kind: 'citizen' | 'foreigner';
  readonly name: string;
  readonly level: 1 | 2;
  readonly password: string;
  readonly totp_confirmed: boolean;
  readonly status: 'active' | 'closed';
  readonly mac: string;
}

/** Whom one may act for besides oneself. */
export interface CodedParty {
  readonly office: string;
  readonly id: string;
  readonly kind: 'enterprise' | 'entrusted' | 'counter';
  readonly acts_as: VisitorKind;
  readonly name: string;
  readonly uscc: string | null;
  readonly principal: string | null;
  readonly status: 'asked' | 'confirmed' | 'refused';
  readonly mac: string;
}

/** Who acts for a party, how long and in what. */
export interface CodedLink {
  readonly office: string;
  readonly id: string;
  readonly party: string;
  readonly visitor: string | null;
  readonly role: 'handler' | 'agent';
  readonly leads: boolean;
  readonly from_day: string;
  readonly until_day: string;
  readonly only: readonly string[] | null;
  readonly status: 'offered' | 'active' | 'ended';
  readonly mac: string;
}

/** Columns of {@link CodedVisitor}, of a table called `v`. */
export const VISITOR_JSON = `json_build_object('office', v.office, 'id', v.id, 'kind', v.kind, 'name', v.name,
  'level', v.level, 'password', v.password, 'totp_confirmed', v.totp_confirmed, 'status', v.status, 'mac', v.mac)`;
/** Columns of {@link CodedParty}, of a table called `p`. */
export const PARTY_JSON = `json_build_object('office', p.office, 'id', p.id, 'kind', p.kind, 'acts_as', p.acts_as,
  'name', p.name, 'uscc', p.uscc, 'principal', p.principal, 'status', p.status, 'mac', p.mac)`;
/** Columns of {@link CodedLink}, of a table called `l`. */
export const LINK_JSON = `json_build_object('office', l.office, 'id', l.id, 'party', l.party, 'visitor', l.visitor,
  'role', l.role, 'leads', l.leads, 'from_day', l.from_day, 'until_day', l.until_day, 'only', l.services,
  'status', l.status, 'mac', l.mac)`;

/** HMAC-SM3 over an account. */
export const visitorMac = (keys: CodingKeys, v: CodedVisitor): string =>
  macOf(keys, 'visitor', [v.office, v.id, v.kind, v.name, v.level, v.password, v.totp_confirmed, v.status]);

/** HMAC-SM3 over a party. */
export const partyMac = (keys: CodingKeys, p: CodedParty): string =>
  macOf(keys, 'visitor-party', [p.office, p.id, p.kind, p.acts_as, p.name, p.uscc, p.principal, p.status]);

/** HMAC-SM3 over a link. */
export const linkMac = (keys: CodingKeys, l: CodedLink): string =>
  macOf(keys, 'visitor-link', [
    l.office,
    l.id,
    l.party,
    l.visitor,
    l.role,
    l.leads,
    l.from_day,
    l.until_day,
    l.only,
    l.status,
  ]);

/** Whether a row is as the program wrote it; there was never one without a code. */
export const soundVisitor = (keys: Keys, row: CodedVisitor): boolean =>
  rowSoundness(keys, row, visitorMac) === 'sound';
/** The same of a party. */
export const soundParty = (keys: Keys, row: CodedParty): boolean =>
  rowSoundness(keys, row, partyMac) === 'sound';
/** The same of a link. */
export const soundLink = (keys: Keys, row: CodedLink): boolean =>
  rowSoundness(keys, row, linkMac) === 'sound';

/** The level an account has: a second factor counts only on top of the real name. */
export const levelOf = ({
  level,
  totp_confirmed,
}: Pick<CodedVisitor, 'level' | 'totp_confirmed'>): VisitorLevel =>
  level === 2 && totp_confirmed ? 3 : level;

/** Gives an account the code of its present columns, within the transaction that changed it. */
export async function codeVisitor(keys: Keys, query: Query, office: string, id: string): Promise<void> {
  const [row] = await query<{ v: CodedVisitor }>(
    `select ${VISITOR_JSON} as v from visitor v where v.office = $1 and v.id = $2 for update`,
    [office, id],
  );
  if (!row) return;
  const mac = visitorMac(keys, row.v);
  await query('update visitor set mac = $3 where office = $1 and id = $2', [office, id, mac]);
  await tellRow(keys, query, office, 'visitor', [id], mac);
}

/** The same for a party. */
export async function codeParty(keys: Keys, query: Query, office: string, id: string): Promise<void> {
  const [row] = await query<{ p: CodedParty }>(
    `select ${PARTY_JSON} as p from visitor_party p where p.office = $1 and p.id = $2 for update`,
    [office, id],
  );
  if (!row) return;
  const mac = partyMac(keys, row.p);
  await query('update visitor_party set mac = $3 where office = $1 and id = $2', [office, id, mac]);
  await tellRow(keys, query, office, 'visitor_party', [id], mac);
}

/** The same for a link. */
export async function codeLink(keys: Keys, query: Query, office: string, id: string): Promise<void> {
  const [row] = await query<{ l: CodedLink }>(
    `select ${LINK_JSON} as l from visitor_link l where l.office = $1 and l.id = $2 for update`,
    [office, id],
  );
  if (!row) return;
  const mac = linkMac(keys, row.l);
  await query('update visitor_link set mac = $3 where office = $1 and id = $2', [office, id, mac]);
  await tellRow(keys, query, office, 'visitor_link', [id], mac);
}
