import pg from 'pg';
import type { Target } from '@zhitongche/host';
import { copyRunning, putInCluster } from './copy-running.ts';

/** Name under which the replica holds its slot and is waited for. */
export const OTHER = 'other';

/**
 * Copies a running primary into `dataDir` as a replica that streams from it. A slot keeps the log from the first
 * moment of the copy.
 */
export async function copyAsReplica(primary: Target, dataDir: string): Promise<void> {
  const client = new pg.Client(primary);
  await client.connect();
  try {
    await client.query(`select pg_create_physical_replication_slot('${OTHER}', true)
      where not exists (select 1 from pg_replication_slots where slot_name = '${OTHER}')`);
    await copyRunning(client, dataDir, false);
  } finally {
    await client.end();
  }
  await putInCluster(dataDir, 'standby.signal', '');
  const from = `host=${primary.host} port=${primary.port} user=${primary.user} application_name=${OTHER}`;
  // This file also leaves behind what the primary was told at run time, such as whom to wait for.
  await putInCluster(
    dataDir,
    'postgresql.auto.conf',
    `primary_conninfo = '${from}'\nprimary_slot_name = '${OTHER}'\n`,
  );
}
