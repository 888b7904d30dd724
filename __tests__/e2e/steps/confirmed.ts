import type { Page } from 'playwright';

/** Opens a confirmation by its button, fills what it asks for and confirms. */
export async function confirmed(page: Page, label: string, asks: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (const [name, value] of Object.entries(asks)) await dialog.locator(`[name="${name}"]`).fill(value);
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
