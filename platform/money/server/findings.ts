import { dayInShanghai, type JsonObject } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { FindingKind } from '@zhitongche/money';

/**
 * Notes what did not simply pay: one line for each kind and matter of a day, so that whoever sends a million of them fills one.
 * What strangers say of itself (without a signature that holds) is no matter of its own.
 */
export async function note(
  app: Pick<App, 'clock'>,
  query: Query,
  office: string,
  found: { readonly kind: FindingKind; readonly about?: string; readonly detail?: JsonObject },
): Promise<void> {
  const now = app.clock();
  await query(
    `insert into money_finding as f (office, day, kind, about, times, first_at, last_at, detail)
     values ($1, $2, $3, $4, 1, $5, $5, $6)
     on conflict (office, day, kind, about) do update set times = f.times + 1, last_at = excluded.last_at`,
    [
      office,
      dayInShanghai(now.toISOString()),
      found.kind,
      found.about ?? '',
      now,
      JSON.stringify(found.detail ?? {}),
    ],
  );
}
