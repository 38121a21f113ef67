import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CaseRow, OpenActShape } from '@zhitongche/contract';
import { begin } from './harness/desk.ts';
import { officeFixture } from './harness/fixture.ts';
import { overflow, settled } from './harness/page-invariants.ts';
import { caseOf } from './harness/trips.ts';
import { call } from './harness/wire.ts';

const office = officeFixture();
const { visit, leave } = office;
/** Desks of the demo office whose acts ask for a form; a budget's acts have a page of their own. */
const DESKS = ['handler', 'passports', 'window', 'general'];
const LONG = { timeout: 300_000 };

interface Asked {
  readonly id: string;
  readonly label: string;
}

/** Every act with a form that waits on a desk, once for each service and form. */
async function formsOn(username: string): Promise<readonly Asked[]> {
  const wire = await call(office.address, username);
  const rows = (await wire.read<{ items: readonly CaseRow[] }>('/api/inbox?tab=all&limit=100'))?.items ?? [];
  const found = new Map<string, Asked>();
  for (const row of rows) {
    const { acts } = await wire.view(row.id);
    for (const { form, label } of acts as readonly OpenActShape[])
      if (form !== null && !found.has(`${row.service} ${form}`))
        found.set(`${row.service} ${form}`, { id: row.id, label });
  }
  return [...found.values()];
}

/** What of one stands over the other, in square pixels. */
async function over(one: Locator, other: Locator): Promise<number> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('nothing is shown');
  const shared = (from: number, long: number, at: number, far: number) =>
    Math.max(0, Math.min(from + long, at + far) - Math.max(from, at));
  return shared(a.x, a.width, b.x, b.width) * shared(a.y, a.height, b.y, b.height);
}

/** Whether a press in the middle of a place meets that place. */
const meets = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const met = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight - top) / 2);
    return met !== null && element.contains(met);
  });

async function opens(page: Page, { id, label }: Asked): Promise<Locator> {
  await page.goto(`/desk/cases/${id}`);
  await settled(page);
  await begin(page, label);
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: `确认${label}` }).waitFor();
  await settled(page);
  return form;
}

describe('what an act asks', () => {
  test(
    'stands beside the document on a desk, and covers neither it nor what the applicant wrote',
    LONG,
    async () => {
      let looked = 0;
      for (const username of DESKS) {
        const asked = await formsOn(username);
        if (asked.length === 0) continue;
        const desk = await visit(username);
        for (const one of asked) {
          const form = await opens(desk.page, one);
          const where = `${username} ${one.label}`;
          const files = desk.page.getByRole('region', { name: '附件与文书' });
          expect([where, await over(form, files)]).toEqual([where, 0]);
          expect([where, await meets(files)]).toEqual([where, true]);
          // Wide enough to be read, and so is the form to be filled in.
          for (const place of [files, form])
            expect((await place.boundingBox())?.width ?? 0, where).toBeGreaterThan(300);
          expect([where, await overflow(desk.page)]).toEqual([where, []]);
          looked += 1;
        }
        await leave(desk);
      }
      expect(looked).toBeGreaterThan(3);
    },
  );

  test('is reached whole on a telephone: its first and its last field, and the button', LONG, async () => {
    let looked = 0;
    for (const username of DESKS) {
      const [one] = await formsOn(username);
      if (!one) continue;
      const desk = await visit(username, { device: 'phone' });
      const { page } = desk;
      const form = await opens(page, one);
      const inputs = form.locator('input:visible, textarea:visible, select:visible, [role=combobox]:visible');
      for (const place of [inputs.first(), inputs.last(), form.getByRole('button', { name: /^确认/ })]) {
        await place.scrollIntoViewIfNeeded();
        expect([one.label, await meets(place)]).toEqual([one.label, true]);
      }
      expect([one.label, await overflow(page)]).toEqual([one.label, []]);
      looked += 1;
      await leave(desk);
    }
    expect(looked).toBeGreaterThan(2);
  });

  test(
    'opens with what the case knows, and keeps what is typed while another document is read',
    LONG,
    async () => {
      const id = await caseOf(office.address, 'passports', '云泽省发展和改革委员会经贸合作代表团');
      const desk = await visit('passports');
      const { page } = desk;
      const form = await opens(page, { id, label: '登记护照交回' });
      const { state } = await (await call(office.address, 'passports')).view(id);
      const people = Array.isArray(state.answers.members) ? state.answers.members.length : 0;
      expect(people).toBeGreaterThan(1);
      // One row for each traveller whose document is still out, with its number: nothing of it is typed.
      const rows = form.getByRole('grid', { name: '证件' }).getByRole('row');
      await expect.poll(() => rows.count()).toBe(1 + people);
      const first = await rows.nth(1).textContent();
      await form.getByRole('textbox').last().fill('请看附件。');
      const documents = page.getByRole('list', { name: '附件和文书' }).getByRole('button');
      await documents.last().click();
      await expect.poll(() => documents.last().getAttribute('aria-pressed')).toBe('true');
      expect(await form.getByRole('textbox').last().inputValue()).toBe('请看附件。');
      expect(await rows.nth(1).textContent()).toBe(first);
      await leave(desk);
    },
  );
});
