import type { Page } from 'playwright-core';
import { addMonths } from '@zhitongche/base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardForm } from '../catalogue/consular/apec-card/form.ts';
import { picture, seal } from '../catalogue/shared/demo/picture.ts';
import { type SmtpSink, smtpSink } from '../platform/channel/testing/smtp-sink.ts';
import { shot, type Visitor } from './harness/browser.ts';
import { decide, openFromInbox } from './harness/desk.ts';
import { answer, fieldAround, inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { lookAt, settled, violations } from './harness/page-invariants.ts';

const TO = 'su.xingyuan@example.com';
const CLERK = '苏行远';
const FIRM = '云泽远航装备进出口有限公司';
/** Sound by both its check characters: GB 32100-2015. */
const USCC = '91350100M000100Y43';
const HOLDER = '陶望岳';
const TODAY = '2026-03-10';
const { business, enterprise, clerk, person } = cardForm;
let sink: SmtpSink;
const office = officeFixture(async () => {
  sink = await smtpSink();
  return `smtp://127.0.0.1:${sink.port}`;
});
let firm: Visitor;
let first = '';

const codeMailed = async (): Promise<string> => {
  const text = (): string => {
    const raw = sink.mails.filter(({ to }) => to === TO).at(-1)?.raw ?? '';
    const [head = '', ...body] = raw.split(/\r?\n\r?\n/);
    return /base64/i.test(head) ? Buffer.from(body.join('\n\n'), 'base64').toString() : body.join('\n\n');
  };
  const digits = (): string => /\b\d{6}\b/.exec(text())?.[0] ?? '';
  await expect.poll(digits, { timeout: 30_000 }).toMatch(/^\d{6}$/);
  return digits();
};

let looks = 0;
/** Whole at a desk, on a small laptop and on a telephone, and everyone can use what is there. */
const sound = async (page: Page): Promise<void> => {
  looks += 1;
  expect(await lookAt(page, `apec-card-${looks}`)).toEqual([]);
  // From its top, as one comes to it: what is scrolled half under the head is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await violations(page)).toEqual([]);
};
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '填报进度' }).getByRole('link', { name }).click();
const hands = async (page: Page, key: string): Promise<void> => {
  const photo = {
    name: `${key}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(picture(120, [40, 60, 90], seal)),
  };
  await fieldAround(page, [key]).locator('input[type=file]').setInputFiles(photo);
  await page.getByRole('link', { name: photo.name }).waitFor();
};
const handsIn = async (page: Page, title: string): Promise<void> => {
  await section(page, '核对并提交');
  await page.getByText('预审通过').waitFor();
  await sound(page);
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
const idIn = (page: Page): string => /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

beforeAll(async () => {
  firm = await office.visit(null);
});
afterAll(() => sink.close());

describe('an enterprise, from its registration to the check by a second officer', () => {
  test('registers, is known at the counter and confirmed by its code', { timeout: 180_000 }, async () => {
    const { page } = firm;
    // Who is signed in is asked first and answered with 401.
    firm.expect(/401/);
    await firm.open('/visit/register');
    await page.getByLabel('邮箱或手机号').fill(TO);
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByLabel('验证码').fill(await codeMailed());
    await page.getByLabel('姓名').fill(CLERK);
    await page.getByLabel('设置密码').fill('Xingyuan-2026-Door');
    await page.getByText('我已阅读并同意以上用途').click();
    await page.getByRole('button', { name: '注册并登录' }).click();
    await page.getByRole('heading', { name: new RegExp(CLERK) }).waitFor();
    await firm.open('/visit/account');
    await page.getByRole('button', { name: '取窗口码' }).click();
    const code = await page.locator('.visit-secret').innerText();
    const counter = await office.visit('window');
    await counter.open('/desk/counter');
    await counter.page.getByLabel('窗口码').fill(code);
    await counter.page.getByRole('button', { name: '查找账户' }).click();
    await counter.page.getByLabel('证件号码', { exact: true }).fill('11010519491231002X');
    await counter.page.getByRole('button', { name: '证件与本人相符，登记' }).click();
    await counter.page.getByText(`${CLERK}已实名`).waitFor();
    await page.reload();
    await page.getByLabel('企业名称').fill(FIRM);
    await page.getByLabel('统一社会信用代码').fill(USCC);
    await page.getByRole('button', { name: '提交确认' }).click();
    await page.getByText('待外办确认').waitFor();
    await sound(page);
    await counter.page.reload();
    await counter.page
      .locator('.visit-line')
      .filter({ hasText: FIRM })
      .getByRole('button', { name: '确认' })
      .click();
    await counter.page.getByText('没有待确认的企业登记').waitFor();
    await office.leave(counter);
    await page.reload();
    await page.getByLabel('办理身份').selectOption({ label: FIRM });
    await page.getByRole('heading', { name: new RegExp(FIRM) }).waitFor();
  });

  test('types its figures and reads at once whether they are enough, by keyboard too', {
    timeout: 300_000,
  }, async () => {
    const { page } = firm;
    await page.getByRole('heading', { name: 'APEC商务旅行卡', exact: true }).click();
    await page.getByRole('button', { name: '开始申报' }).click();
    await page.getByRole('navigation', { name: '填报进度' }).waitFor();
    first = idIn(page);
    await answer(page, business.fields, { kind: 'new' }, ['kind']);
    await section(page, enterprise.title);
    const said = {
      uscc: USCC,
      latinUnit: 'Yunze Yuanhang Equipment Co., Ltd.',
      place: 'province',
      ownership: 'local',
      sector: 'goods',
      trade: '499999.99',
      taxGrade: 'A',
      headcount: 120,
      special: false,
    };
    expect(await inputAt(page, ['unit']).inputValue()).toBe(FIRM);
    await answer(page, enterprise.fields, said, Object.keys(said));
    await page
      .getByText(/要求不少于500,?000\.00元，现为499,?999\.99元/)
      .first()
      .waitFor();
    await sound(page);
    // With the keys alone: back into the field, another figure, on.
    await inputAt(page, ['trade']).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('8600000.00');
    await page.keyboard.press('Tab');
    await page
      .getByText(/现为499,?999\.99元/)
      .first()
      .waitFor({ state: 'hidden' });
    for (const key of ['licence', 'taxProof', 'dealings']) await hands(page, key);
    await section(page, clerk.title);
    const handler = { phone: '13900000219', mandateUntil: '2026-03-09' };
    await answer(page, clerk.fields, handler, ['phone', 'mandateUntil']);
    await page.getByText('授权委托书已于2026-03-09到期').first().waitFor();
    await answer(page, clerk.fields, { mandateUntil: addMonths(TODAY, 12) }, ['mandateUntil']);
    await hands(page, 'mandate');
    await section(page, person.title);
    const holder = {
      name: HOLDER,
      latinName: 'TAO WANGYUE',
      citizenId: '110105194912310062',
      passport: 'E88000001',
      passportUntil: addMonths(TODAY, 110),
      post: '副总经理',
      role: 'manager',
      employedOn: '2019-06-01',
      refused: false,
      noCrime: true,
    };
    await answer(page, person.fields, holder, Object.keys(holder));
    await page.getByRole('cell', { name: '达到', exact: true }).first().waitFor();
    await page.getByText(/符合条件。今天制卡的有效期最长至2031-03-09/).waitFor();
    await sound(page);
    await shot(page, 'apec-eligibility', true);
    await section(page, '材料');
    for (const key of [
      'passportScan',
      'photo',
      'signature',
      'insurance',
      'crimeProof',
      'letter',
      'commitment',
    ])
      await hands(page, key);
    await sound(page);
    await handsIn(page, `${HOLDER}APEC商务旅行卡新办`);
    await sound(page);
  });

  test('is accepted by one officer and checked by another; the first is not offered the check', {
    timeout: 240_000,
  }, async () => {
    const one = await office.visit('consular');
    await openFromInbox(one.page, first);
    await decide(one.page, '受理');
    await one.page.reload();
    await one.page.getByRole('heading', { name: '现在在哪' }).waitFor();
    expect(await one.page.getByRole('button', { name: '审核，提出拟办意见' }).count()).toBe(0);
    await settled(one.page);
    expect(await violations(one.page)).toEqual([]);
    await office.leave(one);
    const other = await office.visit('consular-2');
    await openFromInbox(other.page, first);
    await other.page.getByText('已受理，审核须由另一人办理').first().waitFor();
    await decide(other.page, '审核，提出拟办意见', '符合申办条件，拟同意上报');
    await office.leave(other);
    // The clock is told to the enterprise; the slip for the leaders is not.
    const { page } = firm;
    await page.reload();
    await page.getByText('受理通知').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(/3月13日/);
    expect(await page.locator('main').innerText()).not.toMatch(/办文单|拟同意上报/);
    await sound(page);
  });
});
