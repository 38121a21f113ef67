import type { Page } from 'playwright-core';

/** Opens a case from the inbox by its title. */
export async function openFromInbox(page: Page, title: string): Promise<void> {
  await page.goto('/desk');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Takes an act on the open case with an opinion, and waits until it is done. */
export async function decide(page: Page, label: string, opinion?: string): Promise<void> {
  const acts = page.getByRole('region', { name: '办理', exact: true });
  await acts.getByRole('button', { name: label, exact: true }).click();
  await confirm(page, label, opinion);
}

/** Confirms the act in the open dialog. */
export async function confirm(page: Page, label: string, opinion?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (opinion !== undefined) await dialog.getByLabel('意见', { exact: false }).first().fill(opinion);
  await dialog.getByRole('button', { name: `确认${label}` }).click();
  await page.getByText(`已${label}`, { exact: true }).waitFor();
}
