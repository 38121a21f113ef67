import pg from 'pg';
import type { Target } from '@zhitongche/host';

/**
 * An owner's connection on which COPY writes the same text whatever the server's defaults are; without the last setting a
 * large table may be read from its middle.
 */
export async function copySession(target: Target, name: string): Promise<pg.Client> {
  const settings = {
    timezone: 'UTC',
    datestyle: 'ISO',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '1',
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    synchronize_seqscans: 'off',
  };
  const client = new pg.Client({
    ...target,
    application_name: `zhitongche ${name}`,
    keepAlive: true,
    options: Object.entries(settings)
      .map(([key, value]) => `-c ${key}=${value}`)
      .join(' '),
  });
  // A lost connection shows in the statement that runs; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
