import { writeAudit } from '@zhitongche/audit/server';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';

/** Writes into the audit of every office what the operator did with the keys. */
export async function tellKeys(
  query: Query,
  app: App,
  action: string,
  object: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  for (const { office } of await query<{ office: string }>('select office from office'))
    await writeAudit(query, {
      office,
      at: app.clock(),
      actor: { id: null, name: '控制台' },
      action,
      object,
      result: 'ok',
      source: '',
      detail: { ...detail },
    });
}
