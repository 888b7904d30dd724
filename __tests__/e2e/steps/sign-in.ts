import { randomInt } from 'node:crypto';
import type { Page } from 'playwright';
import { theServer } from '../../support/server';

/** The answer of the picture that the form shows, as the demo tells it; another one is asked for when it was used up. */
async function readPictureCode(page: Page): Promise<string> {
  const id = await page.locator('input[name="pictureCodeId"]').inputValue();
  const listed = await page.request.get('/dev/picture-codes');
  const text = (await listed.text()).replace(/<[^>]+>/g, ' ');
  const answer = new RegExp(`${id}\\s+(\\S+)`).exec(text)?.[1];
  if (!answer) throw new Error(`the demo does not know picture ${id}`);
  return answer;
}

/** Opens a form with a picture code from a network of one's own, as the limits of pictures count them. */
async function openForm(page: Page, path: string): Promise<void> {
  const headers = { 'x-forwarded-for': `10.${randomInt(1, 250)}.${randomInt(1, 250)}.${randomInt(1, 250)}` };
  const picture = '**/api/captcha/**';
  await page.route(picture, (route) => route.continue({ headers: { ...route.request().headers(), ...headers } }));
  await page.goto(path);
  await page.locator('img[src*="/api/captcha/"]').evaluate((image: HTMLImageElement) => image.decode());
  await page.unroute(picture);
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
  await openForm(page, '/login');
  await page.getByLabel('企业名称').fill(account.organisation ?? '');
  await signIn(page, account);
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  return account.organisation ?? '';
}

/** The same for an account that the demo does not list: one that was just made. */
export async function signInWith(
  page: Page,
  account: { organisation: string; username: string; password: string },
): Promise<void> {
  await openForm(page, '/login');
  await page.getByLabel('企业名称').fill(account.organisation);
  await signIn(page, account);
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** The entrance of the office. */
export async function signInStaff(page: Page, username: string): Promise<void> {
  await openForm(page, '/staff/login');
  await signIn(page, accountOf(username));
  await page.waitForURL('**/staff/factor**');
  await page.getByLabel('动态口令').fill(await readFactorCode(page, username));
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.waitForURL((url) => !/^\/staff\/(login|factor)/.test(url.pathname));
}
