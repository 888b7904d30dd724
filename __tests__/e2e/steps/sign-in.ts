import type { Page } from 'playwright';
import { theServer } from '../../support/server';
import { tabTo } from './keyboard';

/** The answer of the picture that the form shows, as the demo tells it; another one is asked for when it was used up. */
export async function readPictureCode(page: Page): Promise<string> {
  const id = await page.locator('input[name="pictureCodeId"]').inputValue();
  // The picture must have been drawn before its answer exists.
  await page.locator('img[src*="/api/captcha/"]').evaluate((image: HTMLImageElement) => image.decode());
  const listed = await page.request.get('/dev/picture-codes');
  const text = (await listed.text()).replace(/<[^>]+>/g, ' ');
  const answer = new RegExp(`${id}\\s+(\\S+)`).exec(text)?.[1];
  if (!answer) throw new Error(`the demo does not know picture ${id}`);
  return answer;
}

/** The code that the demo's telephone of this person shows. */
export async function readFactorCode(page: Page, username: string): Promise<string> {
  const text = (await (await page.request.get('/dev')).text()).replace(/<[^>]+>/g, ' ');
  const code = new RegExp(`\\s${username}\\s+\\S+\\s+(\\d{6})\\s`).exec(text)?.[1];
  if (!code) throw new Error(`the demo knows no code of ${username}`);
  return code;
}

async function signIn(page: Page, account: { username: string; password: string }): Promise<void> {
  await page.getByLabel('用户名').fill(account.username);
  await page.locator('#password').fill(account.password);
  await page.locator('#pictureCode').fill(await readPictureCode(page));
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

function accountOf(username: string, organisation?: string) {
  const found = theServer().accounts.find(
    (one) => one.username === username && (!organisation || one.organisation === organisation),
  );
  if (!found) throw new Error(`the demo has no account ${username}`);
  return found;
}

/** 登录 → 法人用户. Answers the enterprise's name. */
export async function signInEnterprise(page: Page, username = 'super', organisation?: string): Promise<string> {
  const account = accountOf(username, organisation);
  await page.goto('/login');
  await page.getByLabel('企业名称').fill(account.organisation ?? '');
  await signIn(page, account);
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  return account.organisation ?? '';
}

/** The way of a clerk who sees nothing, without the mouse; `look` is called before, while and after the computer works. */
export async function signInWithoutPicture(
  page: Page,
  look: (state: 'before' | 'busy' | 'done') => Promise<void>,
): Promise<void> {
  const account = accountOf('super');
  await page.goto('/login');
  const fields = [
    [page.getByLabel('企业名称'), account.organisation ?? ''],
    [page.getByLabel('用户名'), account.username],
    [page.locator('#password'), account.password],
  ] as const;
  for (const [field, text] of fields) {
    await tabTo(page, field);
    await page.keyboard.insertText(text);
  }
  await tabTo(page, page.getByRole('button', { name: '改由本机验证' }));
  await look('before');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '正在验证' }).waitFor();
  await look('busy');
  await page.getByRole('status').filter({ hasText: '验证完成' }).waitFor();
  await look('done');
  await tabTo(page, page.getByRole('button', { name: '登录', exact: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** The same for an account that the demo does not list: one that was just made. */
export async function signInWith(
  page: Page,
  account: { organisation: string; username: string; password: string },
): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('企业名称').fill(account.organisation);
  await signIn(page, account);
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** The entrance of the office. */
export async function signInStaff(page: Page, username: string): Promise<void> {
  await page.goto('/staff/login');
  await signIn(page, accountOf(username));
  await page.waitForURL('**/staff/factor**');
  await page.getByLabel('动态口令').fill(await readFactorCode(page, username));
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.waitForURL((url) => !/^\/staff\/(login|factor)/.test(url.pathname));
}
