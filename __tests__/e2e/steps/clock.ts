import type { Page } from 'playwright';

/** Moves the demo's clock on by more than a notice lasts. */
export async function moveClock(page: Page): Promise<void> {
  await page.goto('/dev');
  await page.getByRole('button', { name: /拨快 9 天/ }).click();
  await page.getByText('时钟已拨快').waitFor();
}

/** Moves the demo's clock on until the notice of this case is over, as its own page says it. */
export async function untilCleared(clerk: Page, applicationId: string, anyone: Page): Promise<void> {
  for (let jumps = 0; ; jumps += 1) {
    await clerk.goto(`/applications/${applicationId}`);
    if (/公示结束/.test(await clerk.locator('main').innerText())) return;
    if (jumps === 3) throw new Error('the notice does not end');
    await moveClock(anyone);
  }
}
