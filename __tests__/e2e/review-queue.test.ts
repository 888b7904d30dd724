import { afterAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { barriers } from '../support/axe';
import { aPerson, DESKTOP, picture, pictures, type Person } from '../support/browser';
import * as review from './steps/review';
import { signInStaff } from './steps/sign-in';

const STEP_MS = 300_000;
const people: Person[] = [];
const shut: string[] = [];
afterAll(() => Promise.all(people.map(({ leave }) => leave())));

async function office(name: string): Promise<Page> {
  const person = await aPerson();
  people.push(person);
  await signInStaff(person.page, name);
  return person.page;
}
async function look(page: Page, name: string, widths: readonly number[] = []): Promise<void> {
  shut.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
  await picture(page, `${name}-1440`);
  for (const width of widths) {
    await page.setViewportSize({ ...DESKTOP, width });
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize(DESKTOP);
}
/** As when somebody comes back to the window: it asks at once who has the case. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));
const countOn = async (page: Page, name: RegExp) =>
  Number(
    (await page.getByRole('navigation', { name: '待办视图' }).getByRole('link', { name }).innerText()).match(
      /\d+$/,
    )?.[0],
  );
const rowsOf = (page: Page) => page.getByRole('table').getByRole('row');

const desk = { first: null as Page | null, second: null as Page | null };
const first = () => desk.first as Page;
const second = () => desk.second as Page;

describe('the queue and the desk of a reviewer', () => {
  it('narrows the queue by filters in the address, keeps them as a view, and finds by two characters', queue, STEP_MS);
  it('takes the next case by N; a colleague sees who has it, is asked and answers', presence, STEP_MS);
  it('returns with a reason of the library, having seen what the enterprise will read', returning, STEP_MS);
  it('hands the next case over, and passes two clear ones in a row with a result for each', handing, STEP_MS);
  it('stands on a library that the administrator keeps', library, STEP_MS);
  it('without a barrier, an error, a warning or a refused resource', () => {
    expect(shut).toEqual([]);
    expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });

  async function queue() {
    const page = await office('first1');
    desk.first = page;
    await page.goto('/staff/queue/first');
    await look(page, '01-queue', [1280, 390]);
    await page.getByRole('combobox', { name: '类别' }).selectOption('D');
    await page.waitForURL(/category=D/);
    await page.getByRole('combobox', { name: '核验' }).selectOption('green');
    await page.waitForURL(/category=D.*checks=green/);
    await page.getByRole('button', { name: '保存为视图' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('D 类全过');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: /D 类全过/ }).waitFor();
    await look(page, '02-filtered', [390]);
    await page
      .getByRole('navigation', { name: '待办视图' })
      .getByRole('link', { name: /全部待办/ })
      .click();
    await page.getByRole('link', { name: /D 类全过/ }).click();
    await page.waitForURL(/category=D.*checks=green/);
    expect(await rowsOf(page).count()).toBe(1 + (await countOn(page, /D 类全过/)));
    await page.getByRole('button', { name: '管理视图' }).click();
    await look(page, '03-views');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '清除筛选' }).click();
    await page.waitForURL(({ searchParams }) => !searchParams.has('category'));
    await page.getByRole('searchbox').fill('样例');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.getByText('查找“样例”').waitFor();
    const found = await rowsOf(page).allInnerTexts();
    expect(found.length).toBeGreaterThan(1);
    expect(found.slice(1).every((text) => text.includes('样例'))).toBe(true);
  }

  async function presence() {
    const page = first();
    await page.goto('/staff/queue/first?view=todo');
    await page.getByRole('button', { name: /领取下一件/ }).waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/\/staff\/applications\//);
    await page.getByRole('region', { name: '办理' }).waitFor();
    const other = await office('first2');
    desk.second = other;
    await other.goto(page.url());
    await other.getByText(/林知远正在办理，至 \d\d:\d\d/).waitFor();
    await look(other, '04-held-by-colleague', [1280]);
    await page.getByRole('button', { name: '加签' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('请谁').selectOption({ label: '陆晓' });
    await dialog.getByLabel('想请教什么').fill('合同终止日期与社保记录是否衔接？');
    await picture(page, '05-ask-1440');
    await dialog.getByRole('button', { name: '发出加签' }).click();
    await page.getByRole('button', { name: /加签 1，1 件未答复/ }).waitFor();
    await comeBack(other);
    await other.getByText('林知远请您提意见：').waitFor();
    await other.getByRole('button', { name: '答复加签' }).click();
    await other.getByRole('radio', { name: '不同意' }).check({ force: true });
    await other.getByRole('dialog').getByLabel('说明').fill('相差一个月，请企业说明。');
    await look(other, '06-answer');
    await other.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click();
    await other.getByText('林知远请您提意见：').waitFor({ state: 'hidden' });
    await comeBack(page);
    await page.getByRole('button', { name: /加签 1$/ }).click();
    await page.getByText('相差一个月，请企业说明。').waitFor();
    await look(page, '07-opinions');
    await page.keyboard.press('Escape');
  }

  async function returning() {
    const page = first();
    await review.lookThrough(page, { support: false });
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('印章 不一致');
    await look(page, '08-library-reason');
    await dialog.getByRole('button', { name: /所盖印章与申报单位名称不一致/ }).click();
    await dialog.locator('[name="text"]').press('End');
    await dialog.getByRole('button', { name: '记下意见' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '退回', exact: true }).click();
    const letter = page.getByRole('region', { name: '企业将看到' });
    expect(await letter.innerText()).toContain('（实施细则（示例）第八条）');
    await look(page, '09-return-preview', [1280]);
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByText(/已退回，企业须在/).waitFor();
    await look(page, '10-returned');
  }

  async function handing() {
    const page = first();
    const before = page.url();
    await page.keyboard.press('n');
    await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/staff/applications/'));
    await page.getByRole('button', { name: '转交' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('转交给').selectOption({ label: '陆晓' });
    await dialog.getByLabel('原因').fill('该企业此前由您办理');
    await picture(page, '11-hand-over-1440');
    await dialog.getByRole('button', { name: '转交', exact: true }).click();
    await page.getByText(/陆晓正在办理，至/).waitFor();
    await second().goto('/staff/asked');
    await second()
      .getByText(/林知远，.*该企业此前由您办理/)
      .waitFor();
    await look(second(), '12-asked', [390]);
    await page.goto('/staff/queue/first?view=todo&checks=green&category=D&again=no&max=10000');
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 2)) await box.check({ force: true });
    await page.getByText('已选 2 件').waitFor();
    await look(page, '13-picked', [1280, 390]);
    await page.getByRole('button', { name: '批量通过，送复审' }).click();
    for (const case_ of await dialog.getByRole('list').first().locator('> li').all()) {
      await case_.getByRole('button').first().click();
      await case_.getByRole('link', { name: '打开本案' }).waitFor();
    }
    await look(page, '14-batch', [390]);
    await dialog.getByRole('button', { name: '通过 2 件，送复审' }).click();
    await dialog.getByText('通过 2 件', { exact: true }).waitFor();
    expect(await dialog.getByText('已通过').count()).toBe(2);
    await look(page, '15-batch-done');
    await dialog.getByRole('button', { name: '完成' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async function library() {
    const page = await office('admin');
    await page.goto('/staff/reasons');
    await page.getByRole('row').filter({ hasText: '所盖印章' }).getByText('1', { exact: true }).waitFor();
    await look(page, '16-reasons');
    await pictures(page, '16-reasons');
    await page.getByRole('button', { name: '新增理由' }).click();
    await look(page, '17-new-reason');
  }
});
