import type { Page } from 'playwright-core';

/** The link of a case in an inbox. */
export const caseLink = (page: Page, id: string) => page.locator(`a[href="/desk/cases/${id}"]`);

/** Opens a case from the inbox. */
export async function openFromInbox(page: Page, id: string): Promise<void> {
  await page.goto('/desk');
  await caseLink(page, id).click();
  await page.getByRole('heading', { name: '现在在哪' }).waitFor();
}

/** Starts an act on the open case; those that do not stand in front are behind 更多. */
export async function begin(page: Page, label: string): Promise<void> {
  const acts = page.getByRole('region', { name: '办理', exact: true });
  const button = acts.getByRole('button', { name: label, exact: true });
  const more = acts.getByText(/^更多（/);
  await button.or(more).first().waitFor();
  if (!(await button.isVisible())) await more.click();
  await button.click();
}

/** Takes an act on the open case, and waits until it is done: words and act under what is read; what cannot be taken back is asked about first. */
export async function decide(page: Page, label: string, opinion?: string, verb = label): Promise<void> {
  const acts = page.getByRole('region', { name: '办理', exact: true });
  await acts.getByRole('button').first().waitFor();
  const words = acts.getByRole('textbox', { name: /^意见/ });
  if (opinion !== undefined && (await words.isVisible())) await words.fill(opinion);
  await begin(page, label);
  const sure = page.getByRole('dialog').getByRole('button', { name: `确认${verb}` });
  const done = page.getByRole('list', { name: '提示' }).getByText(`已${verb}`, { exact: true });
  await sure.or(done).first().waitFor();
  if (await sure.isVisible()) await confirm(page, verb, opinion);
}

/** Confirms the act in the open dialog. */
export async function confirm(page: Page, label: string, opinion?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (opinion !== undefined) await dialog.getByRole('textbox', { name: /^意见/ }).fill(opinion);
  await dialog.getByRole('button', { name: `确认${label}` }).click();
  await said(page, `已${label}`);
}

/** Waits for a short message at the edge of the screen. */
export const said = (page: Page, words: string): Promise<void> =>
  page.getByRole('list', { name: '提示' }).getByText(words, { exact: true }).waitFor();
