import { toBuffer } from 'qrcode';
import { fromBase32 } from '../packages/base/src/seal/base32.ts';
import { toBase32 } from '@zhitongche/base';
import { beforeAll, describe, expect, test } from 'vitest';
import { withTool } from '../packages/typeset/test/measure.ts';
import { squareCodes } from '../packages/typeset/test/read-square-codes.ts';
import { shot, type Visitor } from './harness/browser.ts';
import { officeFixture } from './harness/fixture.ts';

const OFFICE = '云泽省人民政府外事办公室';
const { visit } = officeFixture();
let phone: Visitor;
let paper: { readonly pdf: Buffer; readonly number: string; readonly issuedOn: string };
/** Text of the signed code, as Debian's reader takes it off the page. */
let code: string;
/** The page of the paper it stands on. */
let page: number;

interface Paper {
  readonly paper: string;
  readonly status: string;
  readonly pdf: string | null;
  readonly code: string | null;
  readonly number: string | null;
}

/** A 批件 of the demo office that counts, as the unit that filed downloads it. */
async function approvalOf({ page: { request } }: Visitor): Promise<typeof paper> {
  const { items }: { items: readonly { id: string }[] } = await (await request.get('/api/my/cases')).json();
  for (const { id } of items) {
    const { papers }: { papers: readonly Paper[] } = await (await request.get(`/api/cases/${id}`)).json();
    const found = papers.find((one) => one.paper === 'approval' && one.status === 'issued');
    if (!found?.pdf || !found.code || !found.number) continue;
    const told: { result: string; issuedOn: string } = await (
      await request.get(`/api/verify/${found.code}`)
    ).json();
    if (told.result !== 'valid') continue;
    return {
      pdf: await (await request.get(`/api/cases/${id}/papers/approval`)).body(),
      number: found.number,
      issuedOn: told.issuedOn,
    };
  }
  throw new Error('No approval in force is on record');
}

beforeAll(async () => {
  paper = await approvalOf(await visit('rail-filer'));
  const pages = squareCodes(paper.pdf, 'qr', 300);
  page = 1 + pages.findIndex((codes) => codes.some((text) => text.includes('/q/')));
  code = pages.flat().find((text) => text.includes('/q/')) ?? '';
  phone = await visit(null, { device: 'phone', installed: true });
  // What a browser says while there is no network, and to whoever is not signed in.
  phone.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|401/);
});

/** Chooses a picture on the page, as a telephone hands over what it photographed. */
const photograph = (buffer: Buffer): Promise<void> =>
  phone.page.getByLabel(/^选择照片/).setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer });

describe('a 批件 checked on a telephone with the network cut', () => {
  test('its signed code is read at 150 dots to the inch too', () => {
    expect(code).toContain('/q/');
    expect(squareCodes(paper.pdf, 'qr', 150).flat()).toContain(code);
  });

  test('the page was opened once, then the network is gone and the telephone comes back to it', async () => {
    const { page: screen, context } = phone;
    await phone.open('/q');
    await screen.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await screen.getByText('已存本机').waitFor();
    const kept = () => caches.match('/api/trust').then((found) => found !== undefined);
    await expect.poll(() => screen.evaluate(kept), { timeout: 15_000 }).toBe(true);
    await context.setOffline(true);
    await screen.reload();
    await screen.getByText('已存本机').waitFor();
  });

  test('a photograph of the page is enough: who signed, what it says, and what nobody could ask', async () => {
    // The strip for checking online stands on the same sheet.
    await photograph(
      withTool(paper.pdf, 'pdftoppm', ['-png', '-r', '200', '-f', `${page}`, '-singlefile', '%']),
    );
    const result = phone.page.getByRole('region', { name: /签名有效/ });
    await result.waitFor();
    for (const fact of [OFFICE, '因公临时出国任务批件', paper.number, paper.issuedOn])
      await result.getByText(fact).first().waitFor();
    await result.getByText(/^离线：.*之后是否作废，未核对/).waitFor();
    await shot(phone.page, 'verify-offline');
  });

  test('one changed bit is refused', async () => {
    const at = code.indexOf('/q/') + 3;
    const seal = fromBase32(code.slice(at)) ?? new Uint8Array();
    // Inside the facts, which still read as facts.
    const middle = Math.floor(seal.length / 2);
    seal[middle] = (seal[middle] ?? 0) ^ 1;
    const changed = code.slice(0, at) + toBase32(seal);
    const refused = phone.page.getByRole('region', { name: /签名不符|不是离线核验码/ });
    const unread = phone.page.getByText(/照片里没有读到二维码/);
    // A picture no code is read in is taken again, and what was found in the one before does not stand over it.
    for (const scale of [8, 5, 12]) {
      await photograph(await toBuffer(changed, { scale }));
      await refused.or(unread).first().waitFor();
      expect(await phone.page.getByRole('region', { name: /签名有效/ }).count()).toBe(0);
      if (await refused.isVisible()) break;
    }
    await refused.waitFor();
    expect(await phone.page.getByRole('region', { name: /签名有效/ }).count()).toBe(0);
  });

  test('another code is told to be none of ours, and a picture without one asks for a better one', async () => {
    await photograph(await toBuffer('https://example.org/verify/abc', { scale: 8 }));
    await phone.page.getByRole('region', { name: /不是离线核验码/ }).waitFor();
    await photograph(withTool(paper.pdf, 'pdftoppm', ['-png', '-r', '20', '-singlefile', '%']));
    await phone.page.getByText(/照片里没有读到二维码/).waitFor();
  });

  test('with the network back the office is asked as well', async () => {
    const { page: screen, context } = phone;
    await context.setOffline(false);
    await screen.goto(new URL(code).pathname);
    await screen.getByText('本办登记：现行有效').waitFor();
  });
});

test('number and day are enough to learn that a paper counts, and a wrong day says no more than an unknown number', async () => {
  const { page: desk } = await visit(null);
  await desk.goto('/verify');
  const ask = async (number: string, day: string): Promise<string> => {
    await desk.getByLabel(/^文号/).fill(number);
    await desk.getByLabel(/^出具日期/).fill(day);
    const answered = desk.waitForResponse((reply) => reply.url().endsWith('/api/verify/number'));
    await desk.getByRole('button', { name: /^按文号核验/ }).click();
    return await (await answered).text();
  };
  await ask(paper.number.replace('〔', '(').replace('〕', ')'), paper.issuedOn);
  const result = desk.getByRole('region', { name: /有效/ });
  await result.waitFor();
  expect(await result.textContent()).not.toContain('团长');
  const wrongDay = await ask(paper.number, '2001-01-01');
  await desk.getByRole('region', { name: /没有找到/ }).waitFor();
  expect(await ask('云外出字〔2001〕1号', '2001-01-01')).toBe(wrongDay);
});
