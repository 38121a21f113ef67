import type { Plugin } from 'vite';
import { mirrored, routes } from './slim-routes.ts';

const NAME = 'virtual:contract-routes';
const RESOLVED = `\0${NAME}`;

/** Hands the browser method and path of every endpoint as plain data, so that the schemas and their library stay on the server. */
export const contractRoutes = (): Plugin => ({
  name: 'contract-routes',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) =>
    id === RESOLVED
      ? `export const routes = ${JSON.stringify(routes)}; export const mirrored = ${JSON.stringify(mirrored)};`
      : undefined,
});
