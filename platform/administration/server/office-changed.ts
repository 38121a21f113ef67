import { type App, OFFICE_CHANGED } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';

/** Makes every process read an office's book again once the transaction is through. */
export async function officeChanged(app: App, query: Query, office: string): Promise<void> {
  app.offices.forget(office);
  await query('select pg_notify($1, $2)', [OFFICE_CHANGED, office]);
}
