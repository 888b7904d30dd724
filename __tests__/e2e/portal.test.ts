import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright';
import { launchBrowser, picture, watchPage, type Watch } from '../support/browser';
import { theServer } from '../support/server';
import { signInEnterprise, signInStaff } from './steps/sign-in';

let browser: Browser;
let page: Page;
let watch: Watch;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: theServer().origin,
    locale: 'zh-CN',
  });
  page = await context.newPage();
  page.setDefaultTimeout(90_000);
  watch = watchPage(page);
}, 120_000);

afterAll(async () => browser?.close());

describe('the portal in a real browser', () => {
  it('shows on the home page what can be applied for', async () => {
    await page.goto('/');
    await page.getByText('高层次和紧缺人才招聘补贴').first().waitFor();
    await picture(page, 'home');
  });

  it('signs a clerk in by the picture code and shows the enterprise its cases', async () => {
    await signInEnterprise(page);
    await page.goto('/applications');
    await page.getByRole('heading', { name: '补贴申请' }).waitFor();
    await picture(page, 'applications');
  });

  it('signs a reviewer in at the entrance of the office', async () => {
    const own = await browser.newContext({ baseURL: theServer().origin, locale: 'zh-CN' });
    const staff = await own.newPage();
    staff.setDefaultTimeout(90_000);
    await signInStaff(staff, 'first1');
    await staff.goto('/staff/queue/first');
    await staff.getByRole('heading', { name: '初审' }).first().waitFor();
    await own.close();
  });

  it('keeps the console empty and refuses no resource on the way', () => {
    expect(watch.complaints).toEqual([]);
  });
});
