import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { spelled } from '../src/build/named-screens.ts';
import { routes } from '../src/build/slim-routes.ts';

const TOP = fileURLToPath(new URL('../../../', import.meta.url));
const ADDRESS = 'http://office.test';

const contract: Plugin = {
  name: 'contract-routes',
  setup(run) {
    run.onResolve({ filter: /^virtual:contract-routes$/ }, ({ path }) => ({ path, namespace: 'made' }));
    run.onLoad({ filter: /.*/, namespace: 'made' }, () => ({
      contents: `export const routes = ${JSON.stringify(routes)}; export const mirrored = [];`,
    }));
  },
};

/** A page of components and its styles, in one file each. */
export interface Made {
  readonly js: string;
  readonly css: string;
}

/** Bundles a page of components and its styles. */
export async function bundled(entry: string): Promise<Made> {
  const { outputFiles } = await build({
    absWorkingDir: TOP,
    entryPoints: [entry],
    outdir: '/page',
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [contract],
    logLevel: 'error',
  });
  const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { js: text('.js'), css: text('.css').replaceAll(/@media [^{]+/g, spelled) };
}

const PAGE = `<!doctype html><html lang="zh-CN"><title>试</title><link rel="stylesheet" href="/page.css">
<div id="root"></div><script src="/page.js"></script></html>`;

/** Opens a made page in a browser; what it asks for besides is answered by `otherwise`, or is not there. */
export async function pageOf(
  context: BrowserContext,
  { js, css }: Made,
  query: string,
  otherwise: (route: Route) => Promise<void> = (route) => route.fulfill({ status: 404, json: null }),
): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', PAGE],
    '/page.js': ['text/javascript', js],
    '/page.css': ['text/css', css],
  };
  await page.route(`${ADDRESS}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const [contentType, body] = files[pathname] ?? [];
    if (body === undefined) await otherwise(route);
    else await route.fulfill({ contentType: `${contentType}; charset=utf-8`, body });
  });
  await page.goto(`${ADDRESS}/?${query}`);
  return page;
}
