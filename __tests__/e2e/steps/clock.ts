import type { Page } from 'playwright';

/** Moves the demo's clock on by more than a notice lasts. */
export async function moveClock(page: Page): Promise<void> {
  await page.goto('/dev');
  await page.getByRole('button', { name: /拨快 9 天/ }).click();
  await page.getByText('时钟已拨快').waitFor();
}
