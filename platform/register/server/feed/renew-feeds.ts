import { type App, codePrefix } from '@zhitongche/core/server';
import { type FeedCoded, recoded } from './feed-code.ts';

/** Gives the calendar addresses their codes under the master secret in force: programs that read them go on. */
export async function renewFeeds(
  app: App,
  office: string,
): Promise<{ readonly moved: number; readonly broken: readonly string[] }> {
  return await app.db.tx(async (query) => {
    const rows = await query<FeedCoded>(
      `select person, digest, print, mac from calendar_feed
       where office = $1 and not starts_with(coalesce(mac, digest), $2) for update`,
      [office, codePrefix(app.keys.generation)],
    );
    const broken: string[] = [];
    const made: { readonly person: string; readonly mac: string }[] = [];
    for (const row of rows) {
      const mac = recoded(app.keys, office, row);
      if (mac === null) broken.push(`人员 ${row.person} 的日历订阅地址从未读取过，请本人重新生成`);
      else made.push({ person: row.person, mac });
    }
    await query(
      `update calendar_feed f set mac = s.mac from jsonb_to_recordset($2::jsonb) as s (person uuid, mac text)
       where f.office = $1 and f.person = s.person`,
      [office, JSON.stringify(made)],
    );
    return { moved: made.length, broken };
  });
}

/** Calendar addresses with a code of a master secret before the one in force. */
export async function feedsBefore(app: App, office: string): Promise<number> {
  const [row] = await app.db.query<{ n: number }>(
    `select count(*) as n from calendar_feed where office = $1 and not starts_with(coalesce(mac, digest), $2)`,
    [office, codePrefix(app.keys.generation)],
  );
  return row?.n ?? 0;
}
