import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Visitor } from './harness/browser.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();

/** Turns the first calls of an address away as a limit would; gives how often it was asked for. */
async function limited({ page }: Visitor, address: RegExp, times: number, type: string) {
  const asked = { times: 0 };
  await page.route(address, async (route: Route) => {
    asked.times += 1;
    if (asked.times > times) return await route.continue();
    await route.fulfill({
      status: 429,
      headers: { 'retry-after': '1', 'content-type': type },
      body: type.includes('json') ? JSON.stringify({ code: 'rate.limited', detail: '操作过于频繁。' }) : '',
    });
  });
  return asked;
}

test('a page that meets a limit waits as long as it is told and then shows what it was asked for', async () => {
  const handler = await visit('handler');
  handler.expect(/429/);
  const calls = await limited(handler, /\/api\/inbox\?/, 2, 'application/problem+json');
  await handler.open('/desk?tab=all');
  await handler.page.getByText('操作过于频繁，稍候自动继续').waitFor();
  await handler.page.getByText('云泽省教育厅产业合作代表团').first().waitFor();
  expect(calls.times).toBeGreaterThanOrEqual(3);
  await leave(handler);
});

test('a page whose script or style did not come asks for it again instead of breaking', async () => {
  const handler = await visit('handler');
  handler.expect(/429|Failed to load|MIME/);
  const script = await limited(handler, /\/assets\/RegisterPage-[^/]*\.js$/, 1, 'text/plain');
  const style = await limited(handler, /\/assets\/RegisterPage-[^/]*\.css$/, 1, 'text/plain');
  await handler.open('/desk');
  await handler.page.getByRole('heading', { level: 1 }).first().waitFor();
  await handler.open('/insight/registers/trips');
  await handler.page.getByRole('heading', { level: 1 }).first().waitFor();
  await handler.page.getByRole('table').first().waitFor();
  expect(script.times).toBe(2);
  expect(style.times).toBe(2);
  const styled = await handler.page.evaluate(() =>
    [...document.styleSheets].some((sheet) => sheet.href?.includes('RegisterPage') === true),
  );
  expect(styled).toBe(true);
  await leave(handler);
});
