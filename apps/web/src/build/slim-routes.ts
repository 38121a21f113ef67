import { API, type Endpoint, MIRRORED } from '@zhitongche/contract';

const slim = (api: Readonly<Record<string, Endpoint>>): Record<string, string> =>
  Object.fromEntries(Object.entries(api).map(([name, e]) => [name, `${e.method} ${e.path}`]));

/** Method and path of every endpoint of the contract by name, e.g. `GET /api/me`. */
export const routes = slim(API);

/** Names of what answers at the public door at the same address behind its own prefix. */
export const mirrored: readonly string[] = [...MIRRORED, 'me', 'logout'];
