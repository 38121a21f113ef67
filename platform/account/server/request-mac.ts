import { type CodingKeys, macOf } from '@zhitongche/core/server';

/** The columns of a request for two that decide; in SQL as {@link REQUEST_JSON}. */
export interface RequestRow {
  readonly office: string;
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: object;
  readonly status: string;
  readonly asked_by: string;
  /** ISO instant, UTC. */
  readonly asked_at: string;
  readonly settled_by: string | null;
}

/** A stored request with its code. */
export type CodedRequest = RequestRow & { readonly mac: string };

/** {@link CodedRequest} as one JSON value, of a table called `d`. */
export const REQUEST_JSON = `json_build_object('office', d.office, 'id', d.id, 'kind', d.kind, 'subject', d.subject, 'body', d.body,
  'status', d.status, 'asked_by', d.asked_by, 'settled_by', d.settled_by, 'mac', d.mac,
  'asked_at', to_char(d.asked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

/** HMAC-SM3 over a request: an agreement cannot be written behind the program's back. */
export const requestMac = (keys: CodingKeys, row: RequestRow): string =>
  macOf(keys, 'two-person request', [
    row.office,
    row.id,
    row.kind,
    row.subject,
    // The database gives the keys of an object back in an order of its own.
    Object.entries(row.body).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    row.status,
    row.asked_by,
    row.asked_at,
    row.settled_by,
  ]);
