import { afterAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { aProofPaper } from '../builders/disbursement';
import { barriers } from '../support/axe';
import { aPerson, pictures, type Person } from '../support/browser';
import { confirmed } from './steps/confirmed';
import { readPictureCode, signInEnterprise, signInStaff } from './steps/sign-in';

const STEP_MS = 300_000;
const people: Person[] = [];
const shut: string[] = [];
afterAll(() => Promise.all(people.map(({ leave }) => leave())));

async function somebody(): Promise<Page> {
  const person = await aPerson();
  people.push(person);
  return person.page;
}
async function office(name: string): Promise<Page> {
  const page = await somebody();
  await signInStaff(page, name);
  return page;
}
async function look(page: Page, name: string): Promise<void> {
  shut.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
  await pictures(page, name);
}
const OBJECTOR = '陆有为';
const FACTS = '该人员上个月已从申报单位离职，目前在外地一家公司上班，附其新单位网站截图。';
const kept = {
  notice: '',
  number: '',
  enterprise: '',
  place: 0,
  clerk: null as Page | null,
  final: null as Page | null,
};
const clerk = () => kept.clerk as Page;
const final = () => kept.final as Page;

describe('a list before the public, and somebody who objects', () => {
  it('is drawn up by one person, confirmed by another, and hangs out', published, STEP_MS);
  it('is objected to by name with a paper, and found again by number', objected, STEP_MS);
  it('is accepted; the enterprise is asked and answers without learning who', asked, STEP_MS);
  it('stops one talent of several, changes the sheet and answers whoever objected', upheld, STEP_MS);
  it('without a barrier, an error, a warning or a refused resource', () => {
    expect(shut).toEqual([]);
    expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });

  async function published() {
    kept.clerk = await office('notice');
    await clerk().goto('/staff/notices');
    await look(clerk(), '01-notices');
    await clerk().getByRole('button', { name: '拟定公示名单' }).first().click();
    await clerk().waitForURL(/\/staff\/notices\/[0-9a-f-]{36}/);
    await look(clerk(), '02-draft');
    await confirmed(clerk(), '提请发布');
    await clerk().getByText('等待复审确认').first().waitFor();
    kept.final = await office('final2');
    await final().goto(new URL(clerk().url()).pathname);
    await confirmed(final(), '发布公示');
    await final().getByRole('link', { name: '查看公开页面' }).waitFor();
    await final().getByText('逐份核验一致').waitFor();
    await look(final(), '03-running');
  }

  async function objected() {
    const page = await somebody();
    // The demo's running notice with three talents of two enterprises, one of them with two.
    await page.goto('/notices');
    await page
      .getByRole('link', { name: /第 \d+ 批/ })
      .last()
      .waitFor();
    for (const link of await page.getByRole('link', { name: /第 \d+ 批/ }).all()) {
      const href = (await link.getAttribute('href')) ?? '';
      const text = await (await page.request.get(href)).text();
      kept.notice = /GS\d+/.exec(href)?.[0] ?? '';
      if (/3 人/.test(text.replace(/<!-- -->/g, ''))) break;
    }
    await page.goto(`/notices/${kept.notice}`);
    const row = page.getByRole('row').nth(2);
    kept.place = 2;
    kept.enterprise = (await row.getByRole('cell').nth(1).innerText()).trim();
    await look(page, '04-public');
    await page.getByRole('link', { name: '提出异议' }).click();
    await page.waitForURL(/\/object$/);
    await look(page, '05-form');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('alert').first().waitFor();
    await look(page, '06-incomplete');
    await page.locator('#place').selectOption(String(kept.place));
    await page.locator('#facts').fill(FACTS);
    await page.locator('#name').fill(OBJECTOR);
    await page.locator('#telephone').fill('13800000066');
    await page.locator('#email').fill('lu@example.com');
    const paper = { name: '网站截图.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aProofPaper()) };
    await page.locator('input[type=file]').setInputFiles(paper);
    await page.getByRole('button', { name: '移除 网站截图.pdf' }).waitFor();
    await page.locator('#pictureCode').fill(await readPictureCode(page));
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.waitForURL(/\/objections\/received\//);
    kept.number = /YY\d{11}/.exec(await page.locator('main').innerText())?.[0] ?? '';
    await look(page, '07-receipt');
    await page.getByRole('link', { name: '查询办理进度' }).click();
    await lookUp(page, '已收到');
  }

  async function lookUp(page: Page, word: string) {
    await page.goto(`/objections?number=${kept.number}`);
    await page.locator('#tail').fill('0066');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByRole('status').filter({ hasText: word }).waitFor();
  }

  async function asked() {
    await clerk().goto('/staff/objections');
    await look(clerk(), '08-desk');
    await clerk().getByRole('link', { name: kept.number }).first().click();
    await clerk().waitForURL(/\/staff\/objections\/[0-9a-f-]{36}/);
    await confirmed(clerk(), '受理');
    await clerk().locator('#allegation').fill('有人反映该人才已离职，请说明其目前的在职情况。');
    await clerk().getByRole('button', { name: '请申报单位说明' }).click();
    await clerk().getByText('还没有说明').waitFor();
    await clerk().locator('#text').fill('已致电新单位核实。');
    await clerk().getByRole('button', { name: '记录', exact: true }).click();
    await clerk().getByText('已致电新单位核实。').first().waitFor();
    await look(clerk(), '09-handling');
    const enterprise = await somebody();
    await signInEnterprise(enterprise, 'super', kept.enterprise);
    await enterprise.goto('/home');
    await enterprise.getByRole('link', { name: '查看所反映的事项并说明' }).click();
    await enterprise.waitForURL('**/statements');
    await look(enterprise, '10-statement');
    const card = enterprise
      .locator('form')
      .filter({ has: enterprise.locator('[name="text"]') })
      .first();
    await card.locator('[name="text"]').fill('该人员已于上月离职，我单位未及时报告，同意不再申领。');
    await card.getByRole('button', { name: '提交说明' }).click();
    await enterprise.getByText('已说明').first().waitFor();
    expect(await enterprise.locator('body').innerText()).not.toMatch(new RegExp(`${OBJECTOR}|${kept.number}`));
  }

  async function upheld() {
    await final().goto(new URL(clerk().url()).pathname);
    await final().getByText('该人员已于上月离职').waitFor();
    await look(final(), '11-decide');
    await confirmed(final(), '异议成立', {
      reason: '该人员已离职，不符合在职条件。',
      answer: '经核查，该人员已离职，异议成立，不再给予补贴。',
    });
    await final().getByText('已停止').first().waitFor();
    await look(final(), '12-upheld');
    const page = await somebody();
    await page.goto(`/notices/${kept.notice}`);
    await page.getByText('已撤出公示').first().waitFor();
    await look(page, '13-changed');
    await lookUp(page, '异议成立');
    await look(page, '14-answer');
    for (let tries = 0; ; tries += 1) {
      await page.goto(`/dev/outbox?q=${kept.number}`);
      if ((await page.locator('main').innerText()).includes('已有答复')) break;
      if (tries === 20) throw new Error('no answer in the box');
    }
  }
});
