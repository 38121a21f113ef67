import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumPath } from '../../../scripts/lib/chromium.mjs';
import { bundled, type Made, pageOf } from './bundle.ts';

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

/** Draws a page of components alone, without an office behind it, in a real browser; the test answers for the server. */
export function components(entry: string): (query: string, server?: Server) => Promise<Page> {
  let browser: Browser;
  let made: Made;
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
    context.on('weberror', (fault) => faults.push(fault.error().message));
    return await pageOf(context, made, query, (route) => reply(route, server));
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
