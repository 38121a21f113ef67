import { API, type Endpoint } from '@zhitongche/contract';

const slim = (api: Readonly<Record<string, Endpoint>>): Record<string, string> =>
  Object.fromEntries(Object.entries(api).map(([name, e]) => [name, `${e.method} ${e.path}`]));

/** Method and path of every endpoint of the contract by name, e.g. `GET /api/me`. */
export const routes = slim(API);
