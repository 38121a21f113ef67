import { join } from 'node:path';

/** One machine of the cluster: its patroni, its PostgreSQL and where both listen. */
export interface Machine {
  readonly name: 'a' | 'b';
  readonly database: number;
  readonly rest: number;
}

/** What patroni is told; JSON is YAML. */
export const patroniConfig = (
  { name, database, rest }: Machine,
  place: { readonly folder: string; readonly bin: string; readonly etcd: number },
): string =>
  JSON.stringify({
    scope: 'zhitongche',
    name,
    restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
    etcd3: { host: `127.0.0.1:${place.etcd}` },
    bootstrap: {
      dcs: {
        // The shortest patroni allows: how long a dead leader keeps its lease.
        ttl: 20,
        loop_wait: 1,
        retry_timeout: 3,
        synchronous_mode: true,
        postgresql: { use_pg_rewind: true, use_slots: true, parameters: { shared_buffers: '128MB' } },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
    },
    postgresql: {
      listen: `127.0.0.1:${database}`,
      connect_address: `127.0.0.1:${database}`,
      data_dir: join(place.folder, name),
      bin_dir: place.bin,
      pgpass: join(place.folder, `${name}.pgpass`),
      authentication: {
        superuser: { username: 'zhitongche', password: 'harness' },
        replication: { username: 'replicator', password: 'harness' },
      },
      parameters: { unix_socket_directories: place.folder },
      pg_hba: [
        'local all all trust',
        'host all all 127.0.0.1/32 trust',
        'host replication all 127.0.0.1/32 trust',
      ],
      remove_data_directory_on_rewind_failure: true,
      remove_data_directory_on_diverged_timelines: true,
    },
  });

/** What HAProxy is told: connections go to whoever patroni says is the primary, and end when it is not any more. */
export const haproxyConfig = (port: number, machines: readonly Machine[]): string => `
global
  maxconn 500
defaults
  mode tcp
  timeout connect 2s
  timeout client 1h
  timeout server 1h
  timeout check 1s
listen primary
  bind 127.0.0.1:${port}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${machines.map((one) => `  server ${one.name} 127.0.0.1:${one.database} check port ${one.rest}\n`).join('')}`;

/** What etcd is told: one member that talks to itself. */
export const etcdFlags = (folder: string, client: number, peer: number): readonly string[] =>
  Object.entries({
    'data-dir': folder,
    'log-level': 'error',
    'listen-client-urls': `http://127.0.0.1:${client}`,
    'advertise-client-urls': `http://127.0.0.1:${client}`,
    'listen-peer-urls': `http://127.0.0.1:${peer}`,
    'initial-advertise-peer-urls': `http://127.0.0.1:${peer}`,
    'initial-cluster': `default=http://127.0.0.1:${peer}`,
  }).map(([name, value]) => `--${name}=${value}`);
