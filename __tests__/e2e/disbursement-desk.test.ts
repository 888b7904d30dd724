import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { barriers } from '../support/axe';
import { aPerson, picture, type Person } from '../support/browser';
import { signInEnterprise, signInStaff } from './steps/sign-in';
import { theServer } from '../support/server';

const STEP_MS = 300_000;
const people: Person[] = [];
const shut: string[] = [];
let page: Page;

async function somebody(): Promise<Page> {
  const person = await aPerson();
  people.push(person);
  return person.page;
}

beforeAll(async () => {
  page = await somebody();
  await signInStaff(page, 'maker');
  await page.goto('/staff/receipts');
  await page.locator('main a[href^="/staff/receipts/"]').first().click();
  await page.waitForURL(/\/staff\/receipts\/[0-9a-f-]{36}$/);
}, STEP_MS);
afterAll(() => Promise.all(people.map(({ leave }) => leave())));

async function look(name: string): Promise<void> {
  shut.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
  await picture(page, `desk-${name}`);
}

const tab = (name: RegExp) => page.getByRole('tab', { name });
const numberOf = async () => /SJ\d{11}/.exec(await page.locator('main').innerText())?.[0] ?? '';

describe('a receipt at the desk of finance, by keys alone', () => {
  it('shows photograph, issued page and both laid over each other', overlaid, STEP_MS);
  it('is sent back by two keys, and the desk goes on', sentBack, STEP_MS);
  it('tells its enterprise why, and leaves it what it uploaded to look at and to keep', told, STEP_MS);
  it('shuts nobody out, and shows no error, warning or refused resource', () => {
    expect(shut).toEqual([]);
    expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });
});

/** The keys are heard once the page's script has come, which nothing on the page tells. */
async function untilHeard(): Promise<void> {
  const chosen = tab(/原始照片/).and(page.locator('[aria-selected="true"]'));
  for (let tries = 0; tries < 40; tries += 1) {
    await page.keyboard.press('2');
    const isHeard = await chosen.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (isHeard) return;
  }
  throw new Error('the desk hears no key');
}

async function overlaid() {
  await untilHeard();
  for (const [key, name] of [
    ['3', /签发页/],
    ['2', /原始照片/],
    ['1', /展平照片/],
    ['4', /叠合/],
  ] as const) {
    await page.keyboard.press(key);
    await tab(name).and(page.locator('[aria-selected="true"]')).waitFor();
    await look(`tab-${key}`);
  }
  for (const key of ['s', 'd', 'b']) {
    await page.keyboard.press(key);
    await page
      .getByRole('button', { pressed: true })
      .filter({ hasText: { s: '滑动', d: '差异', b: '闪烁' }[key] })
      .waitFor();
    await picture(page, `desk-over-${key}`);
  }
}

let returned = { number: '', payee: '' };

async function sentBack() {
  returned = { number: await numberOf(), payee: await page.getByRole('heading', { level: 1 }).innerText() };
  const before = page.url();
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: '退回收据' }).getByRole('searchbox').and(page.locator(':focus')).waitFor();
  await look('return');
  await page.keyboard.press('2');
  await page.waitForURL((url) => url.href !== before);
  await page.getByText(`${returned.number} 已退回`).first().waitFor();
}

async function told() {
  const clerk = await somebody();
  const organisation = theServer().accounts.find(({ organisation: name }) => name === returned.payee)?.organisation;
  await signInEnterprise(clerk, 'super', organisation);
  await clerk.goto('/disbursements');
  const links = clerk.locator('main a[href^="/disbursements/"]').filter({ hasText: '详情' });
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const href of new Set(hrefs)) {
    await clerk.goto(href);
    if ((await clerk.locator('main').innerText()).includes(returned.number)) break;
  }
  await clerk.getByText('印章不清楚，请重新打印本版收据').first().waitFor();
  await picture(clerk, 'desk-returned-clerk');
  const download = clerk.getByRole('link', { name: /^下载第 \d+ 版收据照片/ }).first();
  const answer = await clerk.request.get((await download.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect([...(await answer.body()).subarray(0, 2)]).toEqual([0xff, 0xd8]);
}
