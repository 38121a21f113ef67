import { type CodingKeys, macOf } from '@zhitongche/core/server';

/** A closed day as its code holds it. */
export interface DayStored {
  readonly office: string;
  readonly day: string;
  readonly digest: string;
  readonly note: string;
  readonly person: string;
  readonly name: string;
  /** ISO instant, UTC. */
  readonly at: string;
}

/** A closed day with its code. */
export type CodedDay = DayStored & { readonly mac: string };

/** The row as one JSON value, of a table called `d`. */
export const DAY_JSON = `json_build_object('office', d.office, 'day', d.day, 'digest', d.digest, 'note', d.note,
  'person', d.person, 'name', d.name, 'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'mac', d.mac)`;

/** HMAC-SM3 over a closed day. */
export const dayMac = (keys: CodingKeys, row: DayStored): string =>
  macOf(keys, 'money-day', [row.office, row.day, row.digest, row.note, row.person, row.name, row.at]);
