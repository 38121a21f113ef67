import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayInShanghai, type Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import {
  changeForm,
  documentsForm,
  evaluationForm,
  extensionForm,
  returnForm,
} from '../catalogue/outbound/trip/act-forms.ts';
import type { Visitor } from './harness/browser.ts';
import { begin, confirm, decide, openFromInbox } from './harness/desk.ts';
import { answer, fieldAround, inputAt, put } from './harness/fill-form.ts';
import { lookAt } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';
import { agreed, caseOf, fileOf, files, jointTrip } from './harness/trips.ts';
import { call } from './harness/wire.ts';

const office = officeFixture();
const { visit, leave } = office;
/** Several people at several desks, on a machine that may be busy. */
const LONG = { timeout: 240_000 };
const address = (): string => office.address;
let today = '';
beforeAll(async () => {
  const shift = Number(await (await fetch(office.clock)).text());
  today = dayInShanghai(new Date(Date.now() + shift).toISOString());
});

/** Looks at a page in three widths; nothing may stick out. */
const fits = async ({ page }: Visitor, name: string): Promise<void> =>
  expect(await lookAt(page, name)).toEqual([]);
/** Buttons for acts on the open case. */
const buttons = ({ page }: Visitor, name: RegExp) =>
  page.getByRole('complementary', { name: '办理情况' }).getByRole('button', { name });
const papersOf = ({ page }: Visitor) => page.getByRole('region', { name: '证件文书' });
const cell = (answers: Answers, key: string): string =>
  typeof answers[key] === 'string' ? answers[key] : '';
const rowsOf = (value: Json | undefined): readonly Answers[] =>
  Array.isArray(value)
    ? value.flatMap((row) => (row instanceof Object && !Array.isArray(row) ? [row] : []))
    : [];

describe('a delegation of several units, from both ends', () => {
  const GROUP = '云泽省联合实验室共建代表团';
  const UNITS = ['云泽省科学院', '云泽大学', '云泽市商务局'];
  let id = '';
  let number = '';

  test(
    'the organiser files it, the leaders of the province approve it, and the office records their reply',
    LONG,
    async () => {
      const organiser = await call(address(), 'science-filer');
      id = await organiser.draft('outbound-trip', jointTrip({ today, group: GROUP, units: UNITS }));
      const clerk = await visit('science-filer');
      await clerk.open(`/hall/cases/${id}/edit?s=check`);
      await clerk.page.getByText('预审通过').waitFor();
      await files(clerk);
      await leave(clerk);
      await agreed(address(), id, 'science-affairs science-finance science-personnel science-signer');
      await agreed(address(), id, 'science-personnel window handler security finance head deputy director');
      const handler = await visit('handler');
      await openFromInbox(handler.page, id);
      await begin(handler.page, '登记批复');
      const dialog = handler.page.getByRole('dialog');
      await dialog.getByLabel('批准', { exact: true }).check();
      await dialog.getByLabel(/^批复机关/).fill('云泽省人民政府');
      await dialog.getByLabel(/^批复文号/).fill('云政外〔2026〕31号');
      await dialog.getByLabel(/^批复日期/).fill(today);
      await confirm(handler.page, '登记批复');
      await leave(handler);
    },
  );

  test('each unit that sends people gets its own 任务通知书 with a number of its own', LONG, async () => {
    const clerk = await visit('science-filer');
    await clerk.open(`/hall/cases/${id}`);
    const notices = papersOf(clerk).getByRole('listitem').filter({ hasText: '任务通知书' });
    await expect
      .poll(() => notices.getByRole('link', { name: '下载 PDF' }).count(), { timeout: 60_000 })
      .toBe(3);
    const lines = await notices.allTextContents();
    for (const unit of UNITS) expect(lines.filter((line) => line.includes(unit))).toHaveLength(1);
    const numbers = lines.map((line) => /云外通字〔2026〕\d+号/.exec(line)?.[0] ?? '');
    expect(new Set(numbers).size).toBe(3);
    number = numbers[lines.findIndex((line) => line.includes('云泽市商务局'))] ?? '';
    await fits(clerk, 'joint-papers');
    const notice = notices.filter({ hasText: '云泽市商务局' });
    await notice.getByRole('link', { name: /查验码/ }).click();
    const result = clerk.page.getByRole('region', { name: /有效/ });
    await result.getByText('云泽市商务局').waitFor();
    await result.getByText(number).waitFor();
    await leave(clerk);
  });

  test(
    'a unit that takes part confirms on its side, by its own authority, to the organiser',
    LONG,
    async () => {
      const clerk = await call(address(), 'yunze-commerce-filer');
      const join = await clerk.draft(
        'outbound-trip',
        jointTrip({ today, group: GROUP, units: UNITS, sends: '云泽市商务局' }),
      );
      const visitor = await visit('yunze-commerce-filer');
      const { page } = visitor;
      await visitor.open(`/hall/cases/${join}/edit?s=basics`);
      await inputAt(page, ['organiserNumber']).fill(number);
      await inputAt(page, ['organiserNumber']).blur();
      await page
        .getByRole('navigation', { name: '填报进度' })
        .getByRole('link', { name: '核对并提交' })
        .click();
      await page.getByText('预审通过').waitFor();
      await page.getByText(number).first().waitFor();
      await files(visitor);
      await agreed(address(), join, 'yunze-commerce-general yunze-commerce-general yunze-commerce-finance');
      await agreed(address(), join, 'yunze-commerce-signer yunze-commerce-general yunze-reviewer');
      const leader = await visit('yunze-leader');
      await openFromInbox(leader.page, join);
      await decide(leader.page, '同意');
      await leave(leader);
      await visitor.open(`/hall/cases/${join}`);
      const paper = papersOf(visitor).getByRole('listitem').filter({ hasText: '任务确认件' });
      await paper.getByRole('link', { name: '下载 PDF' }).waitFor({ timeout: 60_000 });
      expect(await paper.textContent()).toContain('云市外');
      await leave(visitor);
      const others = await call(address(), 'university-filer');
      expect(await others.status(`/api/cases/${join}`)).toBe(404);
    },
  );

  test(
    'the clerk of another unit that takes part sees nothing of the organiser’s case or its papers',
    LONG,
    async () => {
      const other = await visit('university-filer');
      other.expect(/404/);
      await other.open('/hall/cases');
      await other.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await other.page.getByText(GROUP).count()).toBe(0);
      await other.open(`/hall/cases/${id}`);
      await other.page.getByRole('alert').waitFor();
      expect(await other.page.getByText(GROUP).count()).toBe(0);
      await leave(other);
      const caller = await call(address(), 'university-filer');
      for (const paper of ['approval', 'notice:云泽大学', 'roster'])
        expect(await caller.status(`/api/cases/${id}/papers/${encodeURIComponent(paper)}`)).toBe(404);
    },
  );
});

describe('a request after the approval is decided by whoever approved', () => {
  test(
    'a change of a trip the leaders of the province approved waits for their reply, and nobody of the office can agree to it',
    LONG,
    async () => {
      const filer = await call(address(), 'commerce-filer');
      const handler = await call(address(), 'handler');
      const id = await caseOf(address(), 'handler', '云泽省商务厅产业合作代表团', '上报待批');
      const reply = {
        result: 'approved',
        number: '云政外〔2026〕18号',
        date: today,
        authority: '云泽省人民政府',
      } as const;
      await handler.act(id, { act: 'report', reply });
      await expect
        .poll(async () => (await filer.view(id)).row.stepTitle, { timeout: 60_000 })
        .toBe('行前准备和出访');
      const { answers } = (await filer.view(id)).state;

      const clerk = await visit('commerce-filer');
      const { page } = clerk;
      const { fields } = changeForm.change;
      await clerk.open(`/hall/cases/${id}/acts/ask-change`);
      const [exit, entry] = [addDays(cell(answers, 'exitDate'), 1), addDays(cell(answers, 'entryDate'), 1)];
      await answer(page, fields, { parts: ['dates'], reason: '外方会见日程顺延一天。' }, ['parts', 'reason']);
      await answer(page, fields, { exitDate: exit, entryDate: entry }, ['exitDate', 'entryDate']);
      for (const [i, leg] of rowsOf(answers.legs).entries()) {
        await page.getByTitle(`逐项填写第 ${i + 1} 站`).click();
        for (const key of ['arrive', 'leave'] as const)
          await put(page, fields.legs.columns[key], ['legs', i, key], addDays(cell(leg, key), 1));
        await page.getByRole('button', { name: '填好了' }).click();
      }
      await fits(clerk, 'change-form');
      await page.getByRole('button', { name: '提交：申请变更' }).click();
      await page.getByText('本次任务变更由上级机关审定').waitFor();

      await agreed(address(), id, 'commerce-signer handler head deputy');
      const director = await visit('director');
      await openFromInbox(director.page, id);
      await director.page.getByText('本次任务变更由上级机关审定').waitFor();
      await fits(director, 'change-director');
      await decide(director.page, '同意');
      // His signature prepares it only: the trip is as it was, and he has no further say.
      await director.open(`/desk/cases/${id}`);
      await director.page.getByText('任务变更：上报原批准机关').first().waitFor();
      expect(await buttons(director, /同意|登记批复/).count()).toBe(0);
      await leave(director);

      const desk = await visit('handler');
      await openFromInbox(desk.page, id);
      await begin(desk.page, '登记批复');
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByLabel('批准', { exact: true }).check();
      await dialog.getByLabel(/^批复机关/).fill('云泽省人民政府');
      await dialog.getByLabel(/^批复文号/).fill('云政外〔2026〕24号');
      await dialog.getByLabel(/^批复日期/).fill(today);
      await confirm(desk.page, '登记批复');
      await leave(desk);
      await clerk.open(`/hall/cases/${id}`);
      const paper = papersOf(clerk).getByRole('listitem').filter({ hasText: '变更批件' });
      await paper.getByRole('link', { name: '下载 PDF' }).waitFor({ timeout: 60_000 });
      await leave(clerk);
    },
  );

  test(
    'an extension of a trip a delegated city approved is decided by the city; the province has no button',
    LONG,
    async () => {
      const clerk = await visit('yunze-agriculture-filer');
      const { page } = clerk;
      const id = await caseOf(address(), 'yunze-agriculture-filer', '云泽市农业农村局东盟农业合作代表团');
      const { answers } = (await (await call(address(), 'yunze-agriculture-filer')).view(id)).state;
      await clerk.open(`/hall/cases/${id}/acts/ask-extension`);
      const asked = {
        kind: 'depart',
        exitDate: addDays(cell(answers, 'exitDate'), 7),
        entryDate: addDays(cell(answers, 'entryDate'), 7),
        reason: '外方活动推迟一周。',
      };
      await answer(page, extensionForm.extension.fields, asked, Object.keys(asked));
      await page.getByRole('button', { name: '提交：申请延期' }).click();
      await page.getByText('本次延期由市外办审定').waitFor();
      await agreed(address(), id, 'yunze-agriculture-signer yunze-reviewer');
      // It never came to the province: its people do not even find it.
      const province = await visit('head');
      province.expect(/404/);
      await province.open(`/desk/cases/${id}`);
      await province.page.getByText('没有找到').waitFor();
      await leave(province);
      const passports = await visit('passports');
      await passports.open(`/desk/cases/${id}`);
      await passports.page.getByText('本次延期由市外办审定').waitFor();
      // What was said may be unfolded; nothing can be done.
      expect(await buttons(passports, /^(?!依据|全部)/).count()).toBe(0);
      await fits(passports, 'extension-province');
      await leave(passports);
      const leader = await visit('yunze-leader');
      await openFromInbox(leader.page, id);
      await decide(leader.page, '同意', '同意延期。');
      await leave(leader);
      await clerk.open(`/hall/cases/${id}`);
      const paper = papersOf(clerk).getByRole('listitem').filter({ hasText: '变更批件' });
      await paper.getByRole('link', { name: '下载 PDF' }).waitFor({ timeout: 60_000 });
      expect(await paper.textContent()).toContain('云市外');
      await leave(clerk);
    },
  );
});

describe('a trip of eight days that took ten', () => {
  const TITLE = '云泽省工业和信息化厅经贸合作代表团';
  const { documents } = documentsForm.documents.fields;
  let id = '';
  let names: readonly string[] = [];

  test('the clerk is told what differs from the approval, and explains it', LONG, async () => {
    id = await caseOf(address(), 'industry-filer', TITLE);
    const { answers } = (await (await call(address(), 'industry-filer')).view(id)).state;
    names = rowsOf(answers.members).map((member) => cell(member, 'name'));
    const [exit, entry] = [cell(answers, 'exitDate'), cell(answers, 'entryDate')];
    const { fields } = returnForm.return;
    const clerk = await visit('industry-filer');
    const { page } = clerk;
    await clerk.open(`/hall/cases/${id}/acts/register-return`);
    const actual = { actualExit: exit, actualEntry: addDays(entry, 2), actualPersons: 6, deviation: false };
    await answer(page, fields, actual, Object.keys(actual));
    await fieldAround(page, ['deviation']).getByText(`登记情况与批件不同：批准${entry}入境`).waitFor();
    await fits(clerk, 'return-form');
    const why = { deviation: true, redEye: false, deviationNote: '返程航班因台风取消，改签两天后的航班。' };
    await answer(page, fields, why, Object.keys(why));
    await page.getByRole('button', { name: '提交：回国登记' }).click();
    await page
      .getByText(/批准8天.*实际10天.*超期2天/)
      .first()
      .waitFor();
    await page.getByText(`应交回证件6本，还差6本：${names.join('、')}`).waitFor();
    await fits(clerk, 'return-done');
    await leave(clerk);
  });

  test('the handler reads of the overstay without looking for it', LONG, async () => {
    const handler = await visit('handler');
    await handler.open('/desk/notices');
    await handler.page
      .getByText(/回国登记显示超期：批准8天.*超期2天/)
      .first()
      .waitFor();
    await leave(handler);
  });

  test(
    'with five passports back and the report filed it says whose is missing, and stays open',
    LONG,
    async () => {
      const desk = await call(address(), 'passports');
      await desk.act(id, {
        act: 'return-passports',
        data: {
          documents: names.slice(0, 5).map((holder) => ({
            holder,
            document: 'passport',
            state: 'returned',
            on: today,
            stampsChecked: true,
          })),
        },
      });
      const filer = await call(address(), 'industry-filer');
      await filer.act(id, {
        act: 'file-report',
        data: {
          summary: '完成全部任务。',
          followUp: '落实会谈纪要。',
          intents: 2,
          overspent: false,
          report: [fileOf('出访报告')],
        },
      });
      const clerk = await visit('industry-filer');
      await clerk.open(`/hall/cases/${id}`);
      await clerk.page.getByText(`应交回证件6本，还差1本：${names[5]}`).waitFor();
      await clerk.page.getByRole('heading', { name: '交回护照和提交出访报告' }).waitFor();
      await leave(clerk);
    },
  );

  test(
    'recorded as lost with what happened and the signed statement, it goes on to the evaluation',
    LONG,
    async () => {
      const desk = await visit('passports');
      const { page } = desk;
      await desk.open(`/desk?tab=all&q=${encodeURIComponent(TITLE)}`);
      await page.locator(`a[href="/desk/cases/${id}"]`).click();
      await page.getByText(`还差1本：${names[5]}`).waitFor();
      await fits(desk, 'one-missing-desk');
      await begin(page, '登记护照交回');
      await page.getByTitle('逐项填写第 1 本').click();
      const lost = {
        state: 'lost',
        on: today,
        note: '3月2日在大阪遗失，已报当地警方和总领馆。',
        statement: [fileOf('遗失书面说明')],
      };
      for (const [key, value] of Object.entries(lost)) {
        const column = documents.columns[key as keyof typeof lost];
        await put(page, column, ['documents', 0, key], value);
      }
      await page.getByRole('button', { name: '填好了' }).click();
      await confirm(page, '登记护照交回');
      await page.getByText('出访评估').first().waitFor();
      await page.getByText(`已登记遗失1本：${names[5]}`).waitFor();
      await leave(desk);
    },
  );

  test(
    'the handler sees the difference first, cannot call it as approved without a reason, and closes it',
    LONG,
    async () => {
      const handler = await visit('handler');
      const { page } = handler;
      await openFromInbox(page, id);
      await page
        .getByText(/批准8天.*实际10天.*超期2天/)
        .first()
        .waitFor();
      await fits(handler, 'evaluation');
      await begin(page, '评估归档');
      const { fields } = evaluationForm.evaluation;
      const told = { purposeMet: 'full', asApproved: true, inOrder: true };
      await answer(page, fields, told, Object.keys(told));
      await fieldAround(page, ['asApproved'])
        .getByText(/回国登记与批准不同：批准8天/)
        .waitFor();
      await put(page, fields.asApproved, ['asApproved'], false);
      await confirm(page, '评估归档');
      await page.getByText('已归档').first().waitFor();
      await leave(handler);
    },
  );
});

describe('six passports handed in one by one', () => {
  const { documents } = documentsForm.documents.fields;

  test(
    'the desk opens one row after another by its number, and the case says who is missing until nobody is',
    LONG,
    async () => {
      const TITLE = '云泽省发展和改革委员会经贸合作代表团';
      const id = await caseOf(address(), 'reform-filer', TITLE);
      const { answers } = (await (await call(address(), 'reform-filer')).view(id)).state;
      const names = rowsOf(answers.members).map((member) => cell(member, 'name'));
      const desk = await visit('passports');
      const { page } = desk;
      await desk.open(`/desk?tab=all&q=${encodeURIComponent(TITLE)}`);
      await page.locator(`a[href="/desk/cases/${id}"]`).click();
      await page.getByText(`应交回证件6本，还差6本：${names.join('、')}`).waitFor();
      for (const [i, name] of names.entries()) {
        await begin(page, '登记护照交回');
        const rows = page.getByRole('grid', { name: '证件' }).getByRole('row');
        await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(1 + names.length - i);
        if (i === 0) {
          // Nobody has done anything yet: nothing is held against anybody before it is tried.
          expect(await page.getByText('没有登记任何一本').count()).toBe(0);
          await page.getByRole('button', { name: '确认登记护照交回' }).click();
          await page.getByText('没有登记任何一本').first().waitFor();
        }
        await page.getByTitle('逐项填写第 1 本').click();
        await page.getByRole('dialog', { name: name }).waitFor();
        await put(page, documents.columns.state, ['documents', 0, 'state'], 'returned');
        await put(page, documents.columns.stampsChecked, ['documents', 0, 'stampsChecked'], true);
        await page.getByRole('button', { name: '填好了' }).click();
        await page.getByRole('dialog').getByRole('button', { name: '确认登记护照交回' }).click();
        const left = names.slice(i + 1);
        if (left.length > 0) await page.getByText(`还差${left.length}本：${left.join('、')}`).waitFor();
        else await page.getByText('还差').waitFor({ state: 'detached' });
      }
      await leave(desk);
    },
  );
});
