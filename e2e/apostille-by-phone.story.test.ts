import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOffice } from '@zhitongche/offices';
import { applicationForm } from '../catalogue/consular/apostille/form.ts';
import { picture, seal } from '../catalogue/shared/demo/picture.ts';
import { type SmtpSink, smtpSink } from '../platform/channel/testing/smtp-sink.ts';
import { shot, type Visitor } from './harness/browser.ts';
import { officeFixture } from './harness/fixture.ts';
import { addRow, answer, fieldAround, pickCountry } from './harness/fill-form.ts';
import { overflow, settled, violations } from './harness/page-invariants.ts';
import { call } from './harness/wire.ts';

const TO = 'yan.qingzhou@example.com';
const NAME = '颜轻舟';
const PASSWORD = 'Qingzhou-2026-Door';
const { use, applicant, documents, collect } = applicationForm;

let sink: SmtpSink;
const office = officeFixture(async () => {
  sink = await smtpSink();
  return `smtp://127.0.0.1:${sink.port}`;
});
let phone: Visitor;
let caseId = '';
/** Number and day of the certificate the stranger asks for. */
let certificate = { number: '', day: '' };

/** What the mails to her say, newest last. */
const mails = (): readonly string[] =>
  sink.mails
    .filter(({ to }) => to === TO)
    .map(({ raw }) => {
      const [head = '', ...body] = raw.split(/\r?\n\r?\n/);
      const text = body.join('\n\n');
      return /base64/i.test(head) ? Buffer.from(text, 'base64').toString() : decodeQuoted(text);
    });
const decodeQuoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
const codeMailed = async (): Promise<string> => {
  await expect
    .poll(() => /\b\d{6}\b/.exec(mails().at(-1) ?? '')?.[0] ?? '', { timeout: 30_000 })
    .toMatch(/^\d{6}$/);
  return /\b\d{6}\b/.exec(mails().at(-1) ?? '')?.[0] ?? '';
};

/** On to the next part of the form, as a thumb goes. */
const onward = (page: Page) => page.getByRole('button', { name: '下一部分' }).click();
/** Nothing runs over the edge of the telephone, and everyone can use what is there. */
const sound = async (page: Page): Promise<void> => {
  await settled(page);
  expect([...(await overflow(page)), ...(await violations(page))]).toEqual([]);
};
const paper = (nth: number, title: string) => ({
  kind: 'notarial',
  title,
  number: `（2026）云中信证字第90${nth}号`,
  issuer: '云泽市中信公证处',
  issuedOn: '2026-03-02',
  signer: '顾清和 GU Qinghe',
  capacity: '公证员 Notary',
  seal: '云泽市中信公证处',
  pages: 4,
  original: 'paper',
});

beforeAll(async () => {
  phone = await office.visit(null, { device: 'phone' });
});
afterAll(() => sink.close());

describe('a citizen, on a phone, from nothing to an apostille in hand', () => {
  test('opens an account with the code that came by mail', { timeout: 120_000 }, async () => {
    const { page } = phone;
    // Who is signed in is asked first and answered with 401.
    phone.expect(/401/);
    await phone.open('/visit/register');
    await page.getByLabel('邮箱或手机号').fill(TO);
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByLabel('验证码').fill(await codeMailed());
    await page.getByLabel('姓名').fill(NAME);
    await page.getByLabel('设置密码').fill(PASSWORD);
    await page.getByText('我已阅读并同意以上用途').click();
    await sound(page);
    await page.getByRole('button', { name: '注册并登录' }).click();
    await page.getByRole('heading', { name: new RegExp(NAME) }).waitFor();
    await sound(page);
    await shot(page, 'citizen-home', true);
  });

  test('files three documents with a photo of each', { timeout: 300_000 }, async () => {
    const { page } = phone;
    await page.getByRole('heading', { name: '附加证明书、领事认证', exact: true }).click();
    await page.getByRole('button', { name: '开始申报' }).click();
    await page.getByRole('heading', { name: use.title }).waitFor();
    caseId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
    const said = {
      country: '日本',
      purpose: '留学',
      inProvince: true,
      urgent: false,
      idKind: 'citizen-id',
      idNumber: '110101199003078515',
      phone: '13900000218',
      byAgent: false,
      collect: 'window',
    };
    await answer(page, use.fields, said, ['country', 'purpose', 'inProvince', 'urgent']);
    await sound(page);
    await onward(page);
    // Who she is stands there already.
    expect(await page.locator('[id="applicant"]').inputValue()).toBe(NAME);
    await answer(page, applicant.fields, said, ['idKind', 'idNumber', 'phone', 'byAgent']);
    await onward(page);
    for (const [nth, title] of ['出生公证书', '无犯罪记录公证书', '学位公证书'].entries()) {
      await addRow(page, documents.fields.documents, ['documents', nth], paper(nth, title), said, true);
      const photo = {
        name: `${title}.png`,
        mimeType: 'image/png',
        buffer: Buffer.from(picture(300, [30 + nth, 60, 60], seal)),
      };
      await fieldAround(page, ['documents', nth, 'scan']).locator('input[type=file]').setInputFiles(photo);
      await page.getByRole('link', { name: photo.name }).waitFor();
      if (nth === 0) await shot(page, 'citizen-document');
      await page.getByRole('button', { name: '填好了' }).click();
    }
    await sound(page);
    await onward(page);
    await answer(page, collect.fields, said, ['collect']);
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByText('预审通过').waitFor();
    await sound(page);
    await page.getByRole('button', { name: '提交审批' }).click();
    await page.getByRole('heading', { name: `${NAME}送日本文书3份` }).waitFor();
    await page.getByText('递交文书原件').waitFor();
    await sound(page);
    await shot(page, 'citizen-filed', true);
  });

  test('pays at the cashier once the papers are accepted, and is back at the case', {
    timeout: 120_000,
  }, async () => {
    const { page } = phone;
    const window = await call(office.address, 'window');
    await window.act(caseId, { act: 'accept', data: { way: 'apostille', originals: 'seen' } });
    await page.reload();
    await page.getByText('150.00 元').first().waitFor();
    await page.getByRole('button', { name: '在线支付' }).click();
    await page.getByRole('button', { name: '确认支付' }).click();
    await page.getByText('支付成功').waitFor();
    await page.getByRole('link', { name: '回到办件' }).click();
    await page.getByRole('heading', { name: '逐份审查' }).waitFor();
    expect(page.url()).toContain(`/visit/hall/cases/${caseId}`);
    await page.getByText('已缴', { exact: true }).waitFor();
    await sound(page);
  });

  test('learns which one is refused and why; the two others are certified', {
    timeout: 180_000,
  }, async () => {
    const { page } = phone;
    const reviewer = await call(office.address, 'consular');
    await reviewer.act(caseId, { act: 'sound', strands: ['d1', 'd3'] });
    await reviewer.act(caseId, {
      act: 'turn-down',
      strands: ['d2'],
      data: { code: 'not-in-form', reason: '骑缝章不全，第三页没有盖到' },
    });
    await reviewer.act(caseId, { act: 'send' });
    const head = await call(office.address, 'consular-head');
    await head.act(caseId, { act: 'sign', data: {} });
    const window = await call(office.address, 'window');
    await expect.poll(async () => (await window.view(caseId)).row.step, { timeout: 60_000 }).toBe('making');
    await window.act(caseId, { act: 'make', strands: ['d1', 'd3'] });
    const { papers } = await window.view(caseId);
    const made = papers.find(({ paper: key }) => key === 'certificate:d1');
    certificate = { number: made?.number ?? '', day: '2026-03-10' };
    await page.reload();
    await page.getByText('不予办理', { exact: false }).first().waitFor();
    await page
      .getByRole('region', { name: '办理中登记的内容' })
      .locator('summary')
      .filter({ hasText: '不予办理' })
      .click();
    await page
      .getByText(/骑缝章不全/)
      .first()
      .waitFor();
    await page.getByText('领取证书').waitFor();
    await sound(page);
    await shot(page, 'citizen-refused-one', true);
    // She was told by mail as well, of what was made and not of what is in it.
    await expect
      .poll(() => mails().some((text) => text.includes(`/visit/hall/cases/${caseId}`)), { timeout: 30_000 })
      .toBe(true);
    expect(mails().join('\n')).not.toMatch(/骑缝章|110101|学位公证书/);
  });

  test('books the hour she collects them in, and has it in her calendar', { timeout: 120_000 }, async () => {
    const { page } = phone;
    const panel = page.getByRole('region', { name: '到窗口' });
    await panel
      .getByRole('button', { name: /^\d\d:\d\d–\d\d:\d\d$/ })
      .first()
      .click();
    await panel.getByText('已约', { exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await panel.getByRole('link', { name: '加入日历' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.ics$/);
    await sound(page);
    await shot(page, 'citizen-booked', true);
  });

  test('is called by her number on the screen of the hall, and is handed what was made', {
    timeout: 180_000,
  }, async () => {
    const { page } = phone;
    const counter = await office.visit('window');
    await counter.open('/desk/queue');
    await counter.page.getByRole('button', { name: '到了，取号' }).first().click();
    await counter.page.getByRole('button', { name: '叫下一号' }).click();
    await counter.page.getByText('已叫号 1号窗口').waitFor();
    await settled(counter.page);
    expect(await violations(counter.page)).toEqual([]);
    await shot(counter.page, 'queue');
    const screen = await office.visit(null);
    screen.expect(/401/);
    await screen.open(
      (await counter.page.getByRole('link', { name: '大厅屏幕' }).getAttribute('href')) ?? '',
    );
    await screen.page.getByText('001').waitFor();
    await settled(screen.page);
    expect(await violations(screen.page)).toEqual([]);
    await shot(screen.page, 'queue-screen');
    await page.reload();
    await page.getByText('请到1号窗口').waitFor();
    const window = await call(office.address, 'window');
    await window.act(caseId, { act: 'hand', strands: ['d1', 'd3'], data: { by: 'window', to: NAME } });
    await counter.page.getByRole('button', { name: '办完' }).click();
    await counter.page.getByText('已办 1 人').waitFor();
    await office.leave(counter);
    await office.leave(screen);
  });

  test('rates it, and everybody can see from the page that it is over', async () => {
    const { page } = phone;
    await page.reload();
    await page.getByRole('heading', { name: '这次办得怎么样？' }).waitFor();
    await page.getByRole('radio', { name: '非常满意' }).check({ force: true });
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('您的评价：非常满意').waitFor();
    await sound(page);
    await shot(page, 'citizen-done', true);
  });
});

test('a stranger abroad finds the certificate by number and date, and nothing by another date', async () => {
  const stranger = await office.visit(null, { device: 'phone' });
  stranger.expect(/401/);
  const { page } = stranger;
  await stranger.open('/verify');
  const ask = page.getByRole('region', { name: /Register of apostilles/ });
  const asks = async (day: string): Promise<void> => {
    await ask.getByLabel(/Number/).fill(certificate.number);
    await ask.getByLabel(/Date of issue/).fill(day);
    await ask.getByRole('button', { name: /Look up/ }).click();
  };
  await asks(certificate.day);
  await ask.getByText('Valid', { exact: true }).waitFor();
  await ask.getByText('顾清和 GU Qinghe').waitFor();
  expect(await page.locator('main').innerText()).not.toContain(NAME);
  await shot(page, 'stranger-verifies', true);
  await asks('2026-03-09');
  await ask.getByText('No matching entry').waitFor();
  await office.leave(stranger);
});

/** Chinese on a page that is read in English: but for what says that it is Chinese, and names people gave. */
const chineseOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const around = node.parentElement;
      if (
        !/\p{Script=Han}/u.test(text) ||
        around?.closest('[lang="zh-CN"]:not(html), script, style, noscript, [aria-hidden="true"]')
      )
        continue;
      found.push(text);
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const text = one.getAttribute(name) ?? '';
        if (/\p{Script=Han}/u.test(text) && !one.closest('[lang="zh-CN"]:not(html)'))
          found.push(`${name}: ${text}`);
      }
    return found;
  });

describe('a foreign partner does what is theirs in English', () => {
  let partner: Visitor;
  const english = async (): Promise<void> => {
    await sound(partner.page);
    expect(await chineseOn(partner.page)).toEqual([]);
  };

  test('signs in, reads what is asked, fills in and submits, and finds no Chinese on the way', {
    timeout: 300_000,
  }, async () => {
    partner = await office.visit(null, { device: 'phone' });
    partner.expect(/401/);
    const { page } = partner;
    await partner.open('/visit/login');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('E-mail or mobile number').fill('foreigner@example.com');
    await page.getByLabel('Password').fill(demoOffice.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Welcome, Anna Lindqvist' }).waitFor();
    await page.getByRole('link', { name: 'Request for government information' }).click();
    await page.getByRole('heading', { name: 'What to bring' }).waitFor();
    await english();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Applicant' }).waitFor();
    await english();
    await page.getByText('a person', { exact: true }).click();
    await page.locator('[id="name"]').fill('Anna Lindqvist');
    await page.locator('[id="document"]').fill('X1234567');
    await page.locator('[id="phone"]').fill('12');
    await page.locator('[id="document"]').click();
    // What is wrong is said in English too.
    await english();
    await page.locator('[id="phone"]').fill('13900000321');
    const photo = {
      name: 'passport.png',
      mimeType: 'image/png',
      buffer: Buffer.from(picture(200, [20, 20, 90], seal)),
    };
    await fieldAround(page, ['proof']).locator('input[type=file]').setInputFiles(photo);
    await page.getByRole('link', { name: photo.name }).waitFor();
    await english();
    await page.getByRole('button', { name: 'Next part' }).click();
    await page.locator('[id="what"]').fill('Sister city visits in 2025');
    await page
      .locator('[id="description"]')
      .fill('Number of delegations from sister cities in 2025, by country');
    await english();
    await page.getByRole('button', { name: 'Next part' }).click();
    await page.getByText('Electronic file', { exact: true }).click();
    await page.getByText('On this site', { exact: true }).click();
    await page.getByRole('button', { name: 'Check and submit' }).click();
    await page.getByText('Nothing stands in the way').waitFor();
    await english();
    await shot(page, 'english-check', true);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page
      .getByRole('heading', { name: 'Papers' })
      .or(page.getByText('It is with the office'))
      .first()
      .waitFor();
    await english();
    await shot(page, 'english-case', true);
  });

  test('the form of an apostille stands in English, part by part', { timeout: 180_000 }, async () => {
    const { page } = partner;
    await page.goto('/visit/hall/services/apostille');
    await page.getByRole('heading', { name: 'What to bring' }).waitFor();
    await english();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Use', exact: true }).waitFor();
    await pickCountry(page, ['country'], 'Serbia');
    await english();
    for (const part of ['Applicant', 'Documents', 'Collection']) {
      await page.getByRole('button', { name: 'Next part' }).click();
      await page.getByRole('heading', { name: part, exact: true }).first().waitFor();
      if (part === 'Documents') await page.getByRole('button', { name: 'Add a document' }).click();
      await english();
      if (part === 'Documents') await page.getByRole('button', { name: 'Done' }).click();
    }
    await page.getByRole('button', { name: 'Check and submit' }).click();
    await page.getByText(/points to mend before/).waitFor();
    await english();
    await shot(page, 'english-apostille', true);
  });
});
