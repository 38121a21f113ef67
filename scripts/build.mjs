// Builds the browser files and the server bundle: `npm run build`.
import { demandNode, ensureInstalled } from './lib/install.mjs';

demandNode();
ensureInstalled();
const [{ buildWeb }, { buildServer }] = await Promise.all([
  import('./lib/build-web.mjs'),
  import('./lib/build-server.mjs'),
]);
await buildWeb({ force: true });
console.log(`服务端：${await buildServer({ force: true })}`);
