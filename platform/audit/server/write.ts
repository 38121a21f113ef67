import type { Json } from '@zhitongche/base';
import { type Query, newId } from '@zhitongche/host';

/** Who did something worth recording; before log-in only a name is known. */
export interface AuditActor {
  readonly id: string | null;
  readonly name: string;
  /** The absent person stood in for. */
  readonly behalf?: { readonly id: string; readonly name: string };
}

/** One line of the audit. */
export interface AuditEntry {
  readonly office: string;
  readonly at: Date;
  readonly actor: AuditActor;
  /** What was tried, `login`, `grant.ask`, `policy.add` … */
  readonly action: string;
  /** What it was tried on: `person:…`, `grant:…`, `policy:…`. */
  readonly object: string;
  /** `ok`, or the code of the refusal. */
  readonly result: string;
  /** Address the request came from. */
  readonly source: string;
  /** Digests, keys and counts; never a password, code or sealed value. */
  readonly detail?: Json;
}

const INSERT = `insert into audit (office, id, at, actor, action, object, result, source, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Writes one line with the caller's transaction, so that a change and its record stand or fall together. */
export async function writeAudit(query: Query, entry: AuditEntry): Promise<void> {
  await query(INSERT, [
    entry.office,
    newId(entry.at.getTime()),
    entry.at,
    JSON.stringify(entry.actor),
    entry.action,
    entry.object,
    entry.result,
    entry.source,
    JSON.stringify(entry.detail ?? {}),
  ]);
}
