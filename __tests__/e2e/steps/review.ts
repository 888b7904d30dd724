import type { Page } from 'playwright';
import { confirmed } from './confirmed';

/** Finds a case in the queue by its number and takes it. */
export async function takeCase(page: Page, stage: 'first' | 'final', number: string): Promise<void> {
  await page.goto(`/staff/queue/${stage}?q=${number}`);
  const row = page.getByRole('row').filter({ hasText: number });
  await row.getByRole('button', { name: /领取/ }).click();
  await page.waitForURL(/\/staff\/applications\//);
  await page.getByRole('region', { name: '办理' }).waitFor();
}

/** Opens every part and every paper of the case by keys; supports each talent where asked to. */
export async function lookThrough(page: Page, { support }: { support: boolean }): Promise<void> {
  const items = page.getByRole('navigation', { name: '本案各部分' }).getByRole('button');
  const count = await items.count();
  for (let index = 0; index < count; index += 1) {
    const item = items.nth(index);
    await item.click();
    for (let paper = 1; paper <= 9; paper += 1) await page.keyboard.press(String(paper));
    const decide = page.getByRole('button', { name: /^S 支持/ });
    // Only a talent has an amount.
    if (support && /\d,\d{3}/.test(await item.innerText())) {
      await decide.click();
      await item.getByText('支持', { exact: true }).waitFor();
    }
  }
  await page.getByText(`${count} / ${count} 已看`).waitFor();
}

/** Pins a comment to a field of the talent that is open. */
export async function pinComment(page: Page, talent: string, target: string, text: string): Promise<void> {
  await page.getByRole('navigation', { name: '本案各部分' }).getByRole('button').filter({ hasText: talent }).click();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.locator('select').first().selectOption(target);
  await dialog.locator('[name="text"]').fill(text);
  await dialog.getByRole('button', { name: '记下意见' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export const returnCase = (page: Page) => confirmed(page, '退回');
export const passCase = (page: Page) => confirmed(page, '通过，送复审');
export const approveCase = (page: Page) => confirmed(page, '审核通过');

/** 公示经办 draws a list of this one case up; 复审 confirms it at once. */
export async function publishCase(page: Page, number: string, final: Page): Promise<void> {
  await page.goto('/staff/notices');
  const row = page.getByRole('row').filter({ hasText: number });
  await row.getByRole('checkbox').check({ force: true });
  // Each programme and year has a list of its own.
  await page.locator('form').filter({ has: row }).getByRole('button', { name: '拟定公示名单' }).click();
  await page.waitForURL(/\/staff\/notices\/[0-9a-f-]{36}/);
  await confirmed(page, '提请发布');
  await page.getByText('等待复审确认').first().waitFor();
  await final.goto(new URL(page.url()).pathname);
  await confirmed(final, '发布公示');
}
