import { addDays, dayInShanghai, type Json } from '@zhitongche/base';
import { beforeAll, expect, test } from 'vitest';
import { textIn } from '../catalogue/shared/lookup-rows.ts';
import { hkmSample } from '../catalogue/outbound/hkm-trip/samples.ts';
import { samplePerson } from '@zhitongche/catalogue/shared/sample-people.ts';
import { begin } from './harness/desk.ts';
import { inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { lookAt, settled } from './harness/page-invariants.ts';
import { call } from './harness/wire.ts';

const office = officeFixture();
const { visit, leave } = office;
const LONG = { timeout: 240_000 };
const UNIT = '云泽省商务厅';
let today = '';
beforeAll(async () => {
  const shift = Number(await (await fetch(office.clock)).text());
  today = dayInShanghai(new Date(Date.now() + shift).toISOString());
});

const sample = (group: string) =>
  hkmSample({
    today,
    unit: UNIT,
    group,
    people: [samplePerson(80, '处长', 'division'), samplePerson(81, '科长')],
  });

test('who also goes to Japan is led to the trip abroad, with everything typed', LONG, async () => {
  const filer = await call(office.address, 'commerce-filer');
  const answers = sample('商务厅赴港日招商团');
  const legs = answers['legs'] as readonly Json[];
  const exit = textIn(answers['exitDate']);
  const abroad = {
    country: '日本',
    arrive: addDays(exit, 3),
    leave: addDays(exit, 3),
    inviter: '日本某协会',
  };
  const id = await filer.draft('hkm-trip', { ...answers, legs: [...legs, abroad] });
  const clerk = await visit('commerce-filer');
  const { page } = clerk;
  await clerk.open(`/hall/cases/${id}/edit?s=itinerary`);
  await page.getByText('行程里有香港、澳门以外的国家（地区）').waitFor();
  expect(await lookAt(page, 'hkm-elsewhere')).toEqual([]);
  await page.getByRole('button', { name: '转报出国，带上已填内容' }).click();
  await page.waitForURL((url) => url.pathname.endsWith('/edit') && !url.pathname.includes(id));
  await settled(page);
  await page.getByRole('heading', { level: 1, name: '商务厅赴港日招商团' }).waitFor();
  expect(await inputAt(page, ['groupName']).inputValue()).toBe('商务厅赴港日招商团');
  await leave(clerk);
});

test(
  'an approved trip: one press files an application for each, a book is made and handed out',
  LONG,
  async () => {
    const filer = await call(office.address, 'commerce-filer');
    const id = await filer.draft('hkm-trip', sample('商务厅赴港洽谈团'));
    const view = await filer.view(id);
    await filer.act(id, { act: 'submit', answers: view.draft?.answers ?? {}, explanations: {} });
    const acts = async (of: string, username: string, command: object): Promise<void> => {
      await (await call(office.address, username)).act(of, command as never);
    };
    await acts(id, 'commerce-signer', { act: 'agree' });
    await acts(id, 'window', { act: 'accept' });
    await acts(id, 'handler', { act: 'agree', opinion: '材料齐全，拟同意。' });
    await acts(id, 'head', { act: 'agree' });
    await expect
      .poll(async () => (await filer.view(id)).acts.map(({ act }) => act), { timeout: 60_000 })
      .toContain('apply-documents');

    const clerk = await visit('commerce-filer');
    await clerk.open(`/hall/cases/${id}`);
    await settled(clerk.page);
    expect(await lookAt(clerk.page, 'hkm-approved')).toEqual([]);
    await clerk.page.getByRole('button', { name: '为没有通行证的人申办通行证' }).click();
    const sure = clerk.page.getByRole('dialog').getByRole('button', { name: /^确认/ });
    const linked = clerk.page.getByRole('heading', { name: '关联办件' });
    await sure.or(linked).first().waitFor();
    if (await sure.isVisible()) await sure.click();
    await linked.waitFor();
    await expect.poll(async () => (await filer.view(id)).links.length).toBe(2);
    expect(await lookAt(clerk.page, 'hkm-applications')).toEqual([]);
    await leave(clerk);

    const [first] = (await filer.view(id)).links;
    const one = first?.row.id ?? '';
    await acts(one, 'window', { act: 'accept' });
    const { state } = await filer.view(one);
    await acts(one, 'passports', {
      act: 'confirm',
      data: { spelled: state.answers['pinyin'], by: 'rule' },
    });
    await acts(one, 'head', { act: 'agree' });
    const desk = await visit('passports');
    const { page } = desk;
    await desk.open(`/desk/cases/${one}`);
    await settled(page);
    expect(await lookAt(page, 'document-make')).toEqual([]);
    await begin(page, '制证登记');
    for (const [key, value] of Object.entries({
      number: 'C55550001',
      place: '乙柜3层01格',
      issued: today,
      until: addDays(today, 1825),
    }))
      await inputAt(page, [key]).fill(value);
    await page
      .getByRole('button', { name: /^(确认)?制证登记$/ })
      .last()
      .click();
    await expect.poll(async () => (await filer.view(one)).state.step).toBe('collect');
    await desk.open(`/desk/cases/${one}`);
    expect(await lookAt(page, 'document-collect')).toEqual([]);
    await begin(page, '扫码发证');
    await inputAt(page, ['scanned']).fill('C55550001');
    await inputAt(page, ['collector']).fill('吴专办');
    await inputAt(page, ['on']).fill(today);
    await page.getByRole('radio', { name: '是', exact: true }).check();
    await page
      .getByRole('button', { name: /^(确认)?扫码发证$/ })
      .last()
      .click();
    await expect.poll(async () => (await filer.view(one)).row.status).toBe('completed');
    await leave(desk);
  },
);
