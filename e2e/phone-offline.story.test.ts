import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Visitor } from './harness/browser.ts';
import { caseLink, said } from './harness/desk.ts';
import { settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit } = officeFixture();
const ME = 'head';
let phone: Visitor;
let desk: Visitor;

beforeAll(async () => {
  phone = await visit(ME, { device: 'phone', installed: true });
  desk = await visit(ME);
  // What a browser says while there is no network.
  phone.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
});

interface Row {
  readonly id: string;
  readonly title: string;
  readonly stepTitle: string;
}

/** Cases that wait for the head of division, as the server sees it. */
async function waiting(): Promise<readonly Row[]> {
  const { items }: { items: readonly Row[] } = await (await desk.page.request.get('/api/inbox')).json();
  return items.filter((row) => row.stepTitle === '处长审核');
}

/** How often the server has this person's decision at this step on record. */
async function decisions(id: string): Promise<number> {
  const view: { timeline: readonly { body: { type: string; step?: string } }[] } = await (
    await desk.page.request.get(`/api/cases/${id}`)
  ).json();
  return view.timeline.filter(({ body }) => body.type === 'decided' && body.step === 'division-head').length;
}

/** Waits until the case can be read here and lies on the device, as it does a moment after it was looked at. */
async function keptHere(page: Page, id: string): Promise<void> {
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: '同意' }).waitFor();
  const shelved = (wanted: string) =>
    new Promise<boolean>((resolve) => {
      const opening = indexedDB.open('zhitongche-desk');
      opening.onerror = () => resolve(false);
      opening.onsuccess = () => {
        const keys = opening.result.transaction('shelf').objectStore('shelf').getAllKeys();
        keys.onsuccess = () => {
          opening.result.close();
          resolve(JSON.stringify(keys.result).includes(wanted));
        };
      };
    });
  await expect.poll(() => page.evaluate(shelved, id), { timeout: 15_000 }).toBe(true);
}

async function agree(page: Page): Promise<void> {
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: '同意' }).tap();
}

describe('a decision on the phone', () => {
  test('made without a network is kept, seen as kept, and sent once when the network is back', async () => {
    const { page, context } = phone;
    const [first] = await waiting();
    if (!first) throw new Error('Nothing waits for the head of division');
    await phone.open('/desk');
    // Installed: the files of the phone desk are on the device.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await caseLink(page, first.id).tap();
    await keptHere(page, first.id);

    await context.setOffline(true);
    // The app is closed in the tunnel and opened again.
    await page.reload();
    await page.getByText('网络已断开').waitFor();
    await agree(page);
    await said(page, '没有网络，“同意”已存在本机，联网后自动发送。');
    await page.getByText('已决定“同意”，联网后自动发送。').waitFor();
    expect(await decisions(first.id)).toBe(0);
    await page.getByRole('link', { name: '收件箱' }).first().tap();
    await caseLink(page, first.id).getByText('已同意，待发送').waitFor();

    const sent = page.waitForResponse((reply) => reply.url().endsWith('/acts') && reply.ok());
    await context.setOffline(false);
    await sent;
    await page.goto('/desk/outbox');
    await page.getByText('已送达').waitFor();
    expect(await decisions(first.id)).toBe(1);
    expect((await waiting()).map((row) => row.id)).not.toContain(first.id);
  });

  test('whose answer was lost on the way is repeated with its key and counts once', async () => {
    const { page, context } = phone;
    const [next] = await waiting();
    if (!next) throw new Error('Nothing more waits for the head of division');
    await page.goto('/desk');
    await caseLink(page, next.id).tap();
    await settled(page);
    const keys: string[] = [];
    await context.route('**/acts', async (route) => {
      keys.push((await route.request().headerValue('idempotency-key')) ?? '');
      // The decision arrives; its answer does not.
      await route.fetch();
      await route.abort();
    });
    await agree(page);
    await said(page, '没有网络，“同意”已存在本机，联网后自动发送。');
    expect(await decisions(next.id)).toBe(1);

    await context.unroute('**/acts');
    const again = page.waitForRequest((request) => request.url().endsWith('/acts'));
    await page.goto('/desk/outbox');
    keys.push((await (await again).headerValue('idempotency-key')) ?? '');
    await page.getByText('已送达').first().waitFor();
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
    expect(await decisions(next.id)).toBe(1);
  });
});
