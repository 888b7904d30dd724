import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright';
import { aPerson, type Person } from '../support/browser';
import { beginApplication, saved } from './steps/application';
import { signInEnterprise } from './steps/sign-in';

let clerk: Person;
let page: Page;
let application = '';
/** What the scripts of the page wait for. */
let awake: Promise<void> | null = null;

beforeAll(async () => {
  clerk = await aPerson();
  page = clerk.page;
  await signInEnterprise(page, 'super');
  application = await beginApplication(page, 'talent-recruitment');
  // For good: to take it away while something is on its way may leave that hanging.
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await awake;
    await route.continue();
  });
});
afterAll(() => clerk?.leave());

/** Opens a page whose scripts stay away until the answered function is called: a slow line, or an old computer. */
async function openAsleep(address: string): Promise<() => Promise<void>> {
  let wake = () => {};
  awake = new Promise((resolve) => {
    wake = resolve;
  });
  await page.goto(address, { waitUntil: 'commit' });
  return async () => {
    wake();
    await page.waitForFunction(() => globalThis.earlyInput === undefined);
    awake = null;
  };
}

describe('a page whose scripts are late', () => {
  it('keeps and saves what was typed, chosen and marked before they came', async () => {
    const wake = await openAsleep(`/applications/${application}/edit/enterprise`);
    const main = page.locator('main');
    const text = main.locator('textarea:visible').first();
    const number = main.locator('input[inputmode=numeric]:visible').first();
    const radio = main.locator('input[type=radio]:not(:checked)').first();
    const ids = await Promise.all([text, number, radio].map((one) => one.getAttribute('id')));
    const [typed, counted, marked] = ids.map((id) => page.locator(`[id="${id}"]`)) as [Locator, Locator, Locator];
    await typed.fill('脚本到来之前填写的内容，不应丢失。');
    await counted.fill('137');
    await marked.check({ force: true });
    await wake();
    await saved(page);
    await page.reload();
    expect(await typed.inputValue()).toBe('脚本到来之前填写的内容，不应丢失。');
    expect(await counted.inputValue()).toBe('137');
    expect(await marked.isChecked()).toBe(true);
  });

  it('keeps a figure that was taken out, and one that was put in', async () => {
    const figure = page.locator('main input[inputmode=numeric]:visible').first();
    for (const value of ['', '88']) {
      const wake = await openAsleep(`/applications/${application}/edit/enterprise`);
      await figure.fill(value);
      await wake();
      await saved(page);
      await page.reload();
      await figure.waitFor();
      expect(await figure.inputValue()).toBe(value);
    }
  });

  it('loses nothing of what an input method is putting together meanwhile, nor of what comes of it', async () => {
    const text = page.locator('main textarea:visible').first();
    const wake = await openAsleep(`/applications/${application}/edit/enterprise`);
    await text.fill('');
    await text.focus();
    const tools = await page.context().newCDPSession(page);
    await tools.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 });
    await wake();
    expect(await text.inputValue()).toBe('ni hao');
    await tools.send('Input.insertText', { text: '你好，苏州' });
    await saved(page);
    await page.reload();
    expect(await text.inputValue()).toBe('你好，苏州');
  });

  it('does once what a button pressed before them should have done', async () => {
    await page.goto(`/applications/${application}/edit/talents`);
    const unnamed = page.getByRole('row').filter({ hasText: '未填姓名' });
    await page.getByRole('button', { name: /^添加/ }).waitFor();
    const before = await unnamed.count();
    const wake = await openAsleep(`/applications/${application}/edit/talents`);
    await page.getByRole('button', { name: /^添加/ }).click();
    await page.getByRole('button', { name: /^添加/ }).click();
    await wake();
    await page.getByRole('heading', { name: '未填姓名' }).waitFor();
    await saved(page);
    expect(await unnamed.count()).toBe(before + 1);
  });

  it('shows no error, warning or refused resource', () => expect(clerk.watch.complaints).toEqual([]));
});
