import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumPath } from '../../../scripts/lib/chromium.mjs';
import { spelled } from '../src/build/named-screens.ts';
import { routes } from '../src/build/slim-routes.ts';

const TOP = join(import.meta.dirname, '../../..');
const ADDRESS = 'http://office.test';

/** What a component asked the server for. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly body: unknown;
}
/** What the server answers; `lost` = no answer comes. */
export type Answer = 'lost' | { readonly status?: number; readonly body: unknown };
/** Undefined = there is no such thing. */
export type Server = (asked: Asked) => Answer | undefined;

const contract: Plugin = {
  name: 'contract-routes',
  setup(run) {
    run.onResolve({ filter: /^virtual:contract-routes$/ }, ({ path }) => ({ path, namespace: 'made' }));
    run.onLoad({ filter: /.*/, namespace: 'made' }, () => ({
      contents: `export const routes = ${JSON.stringify(routes)}; export const mirrored = [];`,
    }));
  },
};

/** Bundles a page of components and its styles. */
async function bundled(entry: string): Promise<{ readonly js: string; readonly css: string }> {
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

/** Draws a page of components alone, without an office behind it, in a real browser; the test answers for the server. */
export function components(entry: string): (query: string, server?: Server) => Promise<Page> {
  let browser: Browser;
  let made: { readonly js: string; readonly css: string };
  const faults: string[] = [];
  beforeAll(async () => {
    made = await bundled(entry);
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());
  return async (query, server = () => undefined) => {
    const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', ({ message }) => faults.push(message));
    const files: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['text/html', PAGE],
      '/page.js': ['text/javascript', made.js],
      '/page.css': ['text/css', made.css],
    };
    await page.route(`${ADDRESS}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const [contentType, body] = files[pathname] ?? [];
      if (body === undefined) await reply(route, server);
      else await route.fulfill({ contentType: `${contentType}; charset=utf-8`, body });
    });
    await page.goto(`${ADDRESS}/?${query}`);
    return page;
  };
}

async function reply(route: Route, server: Server): Promise<void> {
  const request = route.request();
  const answer = server({
    method: request.method(),
    path: new URL(request.url()).pathname,
    key: request.headers()['idempotency-key'],
    body: request.postDataJSON(),
  });
  if (answer === 'lost') return await route.abort();
  const { status = 200, body } = answer ?? { status: 404, body: null };
  await route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
}
