import type { Plugin } from 'vite';
import { API } from '../../../contract/src/index.ts';
import type { Endpoint } from '@zhitongche/contract';

const NAME = 'virtual:contract-routes';
const RESOLVED = `\0${NAME}`;

/** Hands the browser method and path of every endpoint as plain data, so that the schemas and their library stay on the server. */
export const contractRoutes = (): Plugin => ({
  name: 'contract-routes',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) => (id === RESOLVED ? `export const routes = ${JSON.stringify(slim(API))};` : undefined),
});

const slim = (api: Readonly<Record<string, Endpoint>>): Record<string, string> =>
  Object.fromEntries(Object.entries(api).map(([name, e]) => [name, `${e.method} ${e.path}`]));
