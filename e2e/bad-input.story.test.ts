import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { tripForm } from '../catalogue/outbound/trip/form.ts';
import type { Visitor } from './harness/browser.ts';
import { begin, openFromInbox } from './harness/desk.ts';
import { type PickedFile, smallPdf, spreadsheet } from './harness/documents.ts';
import { fieldAround, inputAt, put } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();
const CLERK = 'qingdu-education-filer';
const { requestLetter } = tripForm.materials.fields;
let clerk: Visitor;
let caseId = '';

beforeAll(async () => {
  clerk = await visit(CLERK);
  await clerk.open('/hall/services/outbound-trip');
  await clerk.page.getByRole('button', { name: '开始申报' }).click();
  await clerk.page.getByRole('heading', { name: '团组基本情况' }).waitFor();
  caseId = /cases\/([0-9a-f-]{36})/.exec(clerk.page.url())?.[1] ?? '';
});

const section = async (key: string): Promise<void> => {
  await clerk.open(`/hall/cases/${caseId}/edit?s=${key}`);
  await clerk.page.locator('#section-title').waitFor();
};
const saved = (visitor: Visitor): Promise<void> => visitor.page.getByText(/^已保存/).waitFor();

const pdfNamed = (buffer: Buffer): PickedFile => ({ name: '请示.pdf', mimeType: 'application/pdf', buffer });

/** A spreadsheet of some kilobytes that unpacks to a hundred megabytes. */
const bomb = (): PickedFile => ({
  name: '人员.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/worksheets/sheet1.xml': Buffer.alloc(100 * 1024 * 1024, 32),
    }),
  ),
});

describe('a file that is not what it says', () => {
  test('is refused beside its field with what to do, and the next one is taken', async () => {
    const { page } = clerk;
    clerk.expect(/422|415|400/);
    await section('materials');
    const field = fieldAround(page, ['requestLetter']);
    const picker = field.locator('input[type=file]');
    await picker.setInputFiles(pdfNamed(Buffer.from('<html><script>alert(1)</script></html>')));
    await field
      .getByRole('alert')
      .getByText(/内容却不是这种文件/)
      .waitFor();
    // The programme of the browser itself, renamed.
    await picker.setInputFiles({ ...smallPdf('请示'), name: '请示.exe' });
    await field
      .getByRole('alert')
      .getByText(/不接受这种格式/)
      .waitFor();
    // Twenty-one megabytes take their time into the browser of a busy machine.
    await picker.setInputFiles(pdfNamed(Buffer.alloc(21 * 1024 * 1024, 32)), { timeout: 60_000 });
    await field
      .getByRole('alert')
      .getByText(/请压缩到 20 MB 以内/)
      .waitFor();
    const refused = field.getByRole('button', { name: /^不再显示/ });
    for (let left = await refused.count(); left > 0; left -= 1) await refused.first().click();
    await put(page, requestLetter, ['requestLetter'], []);
    await saved(clerk);
    expect(await field.getByRole('link').allTextContents()).toEqual(['请示.pdf']);
  });

  test('a spreadsheet that unpacks without end is refused at once, and the rows stay', async () => {
    const { page } = clerk;
    clerk.expect(/413/);
    await section('members');
    await page.getByRole('button', { name: '从表格导入' }).click();
    await page.getByLabel('表格文件').setInputFiles(bomb());
    await page.getByRole('dialog').getByText('没能读取这个文件').waitFor();
    await page
      .getByRole('dialog')
      .getByText(/远大于允许的大小/)
      .waitFor();
    expect(await page.getByRole('button', { name: /^导入/ }).count()).toBe(0);
    await page.getByRole('button', { name: '关闭' }).click();
  });
});

describe('people read from a table', () => {
  test('with an incomplete birth date: the cell is marked in the form, not only in the preview', async () => {
    const { page } = clerk;
    await section('members');
    const { columns } = tripForm.members.fields.members;
    const people = await spreadsheet('人员', columns, [
      { name: '陆清和', birthDate: '1991.02' },
      { name: '秦知行', birthDate: '1972-03-03' },
    ]);
    await page.getByRole('button', { name: '从表格导入' }).click();
    await page.getByLabel('表格文件').setInputFiles(people);
    await page.getByRole('button', { name: '导入 2 人' }).click();
    const grid = page.getByRole('grid', { name: '团组人员' });
    const birth = (row: number) =>
      grid
        .getByRole('row')
        .nth(row)
        .getByLabel(/^出生日期/);
    await expect.poll(() => birth(1).getAttribute('aria-label')).toMatch(/^出生日期：.+/);
    expect(await birth(2).getAttribute('aria-label')).toBe('出生日期');
  });
});

describe('text without end', () => {
  test('pasted into a field is told to be too long while it is typed, and cannot be submitted', async () => {
    const { page } = clerk;
    await section('mission');
    await inputAt(page, ['purpose']).fill('长'.repeat(200_000));
    await inputAt(page, ['purpose']).blur();
    const field = fieldAround(page, ['purpose']);
    await field.getByText('超出 199950 字').waitFor();
    await inputAt(page, ['purpose']).fill('洽谈合作项目');
    await field.getByText(/^超出/).waitFor({ state: 'detached' });
    await saved(clerk);
  });

  test('of ten megabytes sent past the browser is refused in both languages and writes nothing', async () => {
    const { page } = clerk;
    const { csrf }: { csrf: string } = await (await page.request.get('/api/me')).json();
    const before = await (await page.request.get(`/api/cases/${caseId}`)).json();
    const send = (data: unknown) =>
      page.request.put(`/api/cases/${caseId}/draft`, {
        data,
        headers: { 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID() },
      });
    const huge = await send({
      answers: { purpose: 'x'.repeat(10 * 1024 * 1024) },
      revision: before.draft.revision,
    });
    const misshapen = await send({ answers: 'members', revision: 'newest' });
    for (const [reply, status] of [
      [huge, 413],
      [misshapen, 422],
    ] as const) {
      expect(reply.status()).toBe(status);
      expect(reply.headers()['content-type']).toContain('application/problem+json');
      const problem: { title: string; detail: string; en: string } = await reply.json();
      expect(problem.detail).toMatch(/\p{Script=Han}/u);
      expect(problem.en).toMatch(/[a-z]/);
    }
    const after = await (await page.request.get(`/api/cases/${caseId}`)).json();
    expect(after.draft).toEqual(before.draft);
  });
});

describe('two at the same time', () => {
  test('two windows on one draft: the later one is shown what differs and loses nothing it typed', async () => {
    clerk.expect(/409/);
    await section('mission');
    const other = await visit(CLERK);
    await other.open(`/hall/cases/${caseId}/edit?s=mission`);
    await inputAt(other.page, ['results']).fill('另一个窗口写下的成果。');
    await saved(other);
    const draft = async () => (await (await other.page.request.get(`/api/cases/${caseId}`)).json()).draft;
    await expect.poll(async () => (await draft()).answers.results).toBe('另一个窗口写下的成果。');
    await leave(other);

    const { page } = clerk;
    await inputAt(page, ['necessity']).fill('这个窗口写下的必要性。');
    await page.getByRole('button', { name: '看看有什么不同' }).click();
    const dialog = page.getByRole('dialog');
    const side = (question: RegExp, words: RegExp) =>
      dialog.getByRole('group', { name: question }).getByRole('radio', { name: words });
    await side(/预期成果/, /另一个窗口写下的成果。/).waitFor();
    expect(await side(/预期成果/, /另一个窗口写下的成果。/).isChecked()).toBe(true);
    expect(await side(/出访必要性/, /这个窗口写下的必要性。/).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: '按所选合在一起' }).click();
    await saved(clerk);
    expect(await inputAt(page, ['results']).inputValue()).toBe('另一个窗口写下的成果。');
    expect(await inputAt(page, ['necessity']).inputValue()).toBe('这个窗口写下的必要性。');
    await expect
      .poll(
        async () => (await (await page.request.get(`/api/cases/${caseId}`)).json()).draft.answers.necessity,
      )
      .toBe('这个窗口写下的必要性。');
    expect((await (await page.request.get(`/api/cases/${caseId}`)).json()).draft.answers.results).toBe(
      '另一个窗口写下的成果。',
    );
  });

  test('a case decided by a colleague meanwhile: who and when is said, and the opinion typed is still there', async () => {
    const [mine, colleague] = [await visit('window'), await visit('window-2')];
    mine.expect(/409/);
    const { items }: { items: readonly { id: string; stepTitle: string }[] } = await (
      await mine.page.request.get('/api/inbox')
    ).json();
    const id = items.find((row) => row.stepTitle === '窗口受理')?.id ?? '';
    await openFromInbox(mine.page, id);
    await begin(mine.page, '不予受理');
    const dialog = mine.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^意见/ }).fill('材料与事由不符，不予受理。');

    await openFromInbox(colleague.page, id);
    await begin(colleague.page, '受理');
    await colleague.page.getByRole('button', { name: '确认受理' }).click();
    await colleague.page.getByText('已受理', { exact: true }).first().waitFor();

    await dialog.getByRole('button', { name: '确认不予受理' }).click();
    await dialog.getByText(/于 \d\d:\d\d 修改了这份办件/).waitFor();
    expect(await dialog.getByRole('textbox', { name: /^意见/ }).inputValue()).toBe(
      '材料与事由不符，不予受理。',
    );
    await dialog.getByRole('button', { name: '看有什么不同' }).click();
    await dialog.getByText('环节由“窗口受理”变为“经办审核”').waitFor();
    await leave(mine);
    await leave(colleague);
  });
});
