import { type App, codePrefix, SealBroken } from '@zhitongche/core/server';
import {
  feedsBefore,
  type RegisterData,
  renewedDigests,
  renewFeeds,
  renewKept,
} from '@zhitongche/register/server';
import { renewVisitors, visitorsBefore } from '@zhitongche/visitor/server';
import type { Resealed } from './reseal.ts';

const BATCH = 200;

type Row = RegisterData & { readonly keys: readonly string[] };

/** Gives every row of the registers, every account of the public and every calendar address, the digests it is found by under the master secret in force. */
export async function renewDigests(app: App, office: string): Promise<Resealed> {
  const broken: string[] = [];
  let moved = 0;
  let after: readonly string[] = ['', ''];
  for (;;) {
    const rows = await app.db.tx(async (query) => {
      const page = await query<Row>(
        `select r.register, r.id, r.case_id, r.unit, r.data, r.keys from register_row r
         where r.office = $1 and (r.register, r.id) > ($2, $3)
           and exists (select 1 from unnest(r.keys) as k(digest) where not starts_with(k.digest, $4))
         order by r.register, r.id limit ${BATCH} for update skip locked`,
        [office, ...after, codePrefix(app.keys.generation)],
      );
      const made: { register: string; id: string; keys: readonly string[] }[] = [];
      for (const row of page) {
        const digests = renewed(app, office, row);
        if (digests === null) broken.push(`台账（${row.register}/${row.id}）的查找摘要与内容不符`);
        else made.push({ register: row.register, id: row.id, keys: digests });
      }
      await query(
        `update register_row r set keys = s.keys
         from jsonb_to_recordset($2::jsonb) as s (register text, id text, keys text[])
         where r.office = $1 and r.register = s.register and r.id = s.id`,
        [office, JSON.stringify(made)],
      );
      moved += made.length;
      return page;
    });
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) {
      const kept = await renewKept(app, office);
      const visitors = await renewVisitors(app, office);
      const feeds = await renewFeeds(app, office);
      const passed = (await digestsBefore(app, office)) - broken.length - feeds.broken.length;
      return {
        moved: moved + kept.moved + visitors.moved + feeds.moved,
        passed,
        broken: [...broken, ...kept.broken, ...visitors.broken, ...feeds.broken],
      };
    }
    after = [last.register, last.id];
  }
}

function renewed(app: App, office: string, row: Row): readonly string[] | null {
  try {
    return renewedDigests(office, row, app.keys);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return null;
  }
}

/** Rows of the registers, accounts of the public and calendar addresses found by a digest of a master secret before the one in force. */
export async function digestsBefore(app: App, office: string): Promise<number> {
  const [row] = await app.db.query<{ n: number }>(
    `select (select count(*) from register_row r where r.office = $1
       and exists (select 1 from unnest(r.keys) as k(digest) where not starts_with(k.digest, $2)))
     + (select count(*) from kept_row r where r.office = $1 and (not starts_with(r.public_key, $2)
       or exists (select 1 from unnest(r.keys) as k(digest) where not starts_with(k.digest, $2)))) as n`,
    [office, codePrefix(app.keys.generation)],
  );
  return (row?.n ?? 0) + (await visitorsBefore(app, office)) + (await feedsBefore(app, office));
}
