import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { type FoundRow, lockRows, openRowData } from './read-row.ts';

/** Rows of any register by their ids, in clear, for the system; those of registers this program does not know are left out. */
export async function openRows(
  app: App,
  query: Query,
  office: string,
  ids: readonly string[],
): Promise<readonly FoundRow[]> {
  return (await lockRows(query, office, ids, false)).flatMap((data) => {
    const kind = app.registers.find(({ code }) => code === data.register);
    return kind ? [openRowData(office, kind, data, app.keys)] : [];
  });
}
