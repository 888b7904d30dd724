import { afterAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { studentInternship } from '@/lib/programme/samples/student-internship';
import { anIntern, INTERNSHIP_ANSWERS } from '../builders/internship';
import { barriers } from '../support/axe';
import { aPerson, PHONE, picture, pictures, type Person } from '../support/browser';
import { theServer } from '../support/server';
import * as form from './steps/application';
import { untilCleared } from './steps/clock';
import * as money from './steps/money';
import { clipOf, photograph, submitOnPhone } from './steps/phone';
import * as review from './steps/review';
import { signInEnterprise, signInStaff } from './steps/sign-in';

const STEP_MS = 300_000;
const TODAY = shanghaiDayOf(new Date());
const PILOT = { ...studentInternship, code: 'internship-pilot', name: '大学生实习补贴（试点）' };
const INTERN = anIntern({ category: 'B', name: '欧阳若琳', seed: 931, months: 5 }, TODAY);
// 2,000 a month for five months.
const AMOUNT_FEN = 10_000_00;
const ORGANISATION = [...new Set(theServer().accounts.flatMap(({ organisation }) => organisation ?? []))][1] ?? '';

const people: Person[] = [];
const shut: string[] = [];
async function somebody(given: Parameters<typeof aPerson>[0] = {}): Promise<Person> {
  const person = await aPerson(given);
  people.push(person);
  return person;
}
async function office(name: string): Promise<Page> {
  const { page } = await somebody();
  await signInStaff(page, name);
  return page;
}
async function look(page: Page, name: string): Promise<void> {
  shut.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
  await pictures(page, name);
}
afterAll(() => Promise.all(people.map(({ leave }) => leave())));

const kept = { clerk: null as Page | null, admin: null as Page | null, id: '', number: '' };
const clerk = () => kept.clerk as Page;

const file = (config: object) => ({
  ...{ name: 'pilot.json', mimeType: 'application/json' },
  buffer: Buffer.from(JSON.stringify(config)),
});

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name="reason"]').fill('试点方案已批准');
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('正在使用').first().waitFor();
}

describe('a second programme, from its configuration to paid, with no code of its own', () => {
  it('is uploaded, checked, published and given a year by an administrator', administrator, STEP_MS);
  it('is applied for by an enterprise: interns, by the month, with other papers', applicant, STEP_MS);
  it('changes while a draft is open, which is offered the difference and moves to it', newVersion, STEP_MS);
  it('is handed in under the version that the draft moved to', handedIn, STEP_MS);
  it('is reviewed by two people and put on notice', reviewed, STEP_MS);
  it('is paid against a photographed receipt', paid, STEP_MS);
  it('without a barrier, an error, a warning or a refused resource', () => {
    expect(shut).toEqual([]);
    expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });

  async function administrator() {
    const page = await office('admin');
    kept.admin = page;
    await page.goto('/staff/programmes');
    await look(page, '01-programmes');
    const chooser = page.locator('#programme-config');
    await chooser.setInputFiles(file({ ...PILOT, entryWord: '', amount: { ...PILOT.amount, months: 'nothing' } }));
    await page.getByText(/需要更正/).waitFor();
    await look(page, '02-config-wrong');
    await chooser.setInputFiles(file(PILOT));
    await page.waitForURL(/programmes\/versions\//);
    await page.getByText('尚未发布').waitFor();
    await look(page, '03-version');
    await publish(page);
    await page.getByRole('link', { name: '全部版本' }).click();
    await page.getByRole('link', { name: '新增年度' }).click();
    await page.locator('#opensOn').fill(addDays(TODAY, 1));
    await page.locator('#closesOn').fill(addDays(TODAY, -1));
    await page.locator('#reason').fill('试点');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('#closesOn[aria-invalid=true]').waitFor();
    await look(page, '04-year-wrong');
    await page.locator('#opensOn').fill(addDays(TODAY, -1));
    await page.locator('#closesOn').fill(addDays(TODAY, 60));
    await page.locator('#budgetFen').fill('1,000,000');
    await page.locator('#reason').fill('试点方案第 2 号通知');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('正在受理').first().waitFor();
    await look(page, '05-programme');
  }

  async function applicant() {
    const { page } = await somebody();
    kept.clerk = page;
    await page.goto(`/talent/${PILOT.code}`);
    await look(page, '06-guide');
    await signInEnterprise(page, 'super', ORGANISATION);
    kept.id = await form.beginApplication(page, PILOT.code);
    await form.fillEnterprise(page, INTERNSHIP_ANSWERS);
    await form.chooseFirstContact(page);
    await page.goto(`/applications/${kept.id}/edit/talents`);
    await form.addEntry(page, INTERN);
    await look(page, '07-intern');
  }

  async function newVersion() {
    const page = kept.admin as Page;
    await page.goto('/staff/programmes');
    const instructions = { ...PILOT.instructions, version: '2026-2' };
    const enterprise = PILOT.enterprise.map((section) => ({
      ...section,
      fields: section.fields.filter(({ id }) => id !== 'mentors'),
    }));
    await page.locator('#programme-config').setInputFiles(file({ ...PILOT, instructions, enterprise }));
    await page.waitForURL(/programmes\/versions\//);
    await page.getByRole('row', { name: /实习指导人员/ }).waitFor();
    await look(page, '08-version-compared');
    await publish(page);
    await clerk().goto(`/applications/${kept.id}`);
    await clerk().getByRole('link', { name: '查看差别' }).click();
    await clerk().getByRole('heading', { name: '不再需要的内容' }).waitFor();
    await clerk()
      .getByRole('button', { name: /^改用第 2 版/ })
      .click();
    await clerk().getByText('请先阅读申请说明').first().waitFor();
    await look(clerk(), '09-newer-version');
    await clerk().getByLabel('我已阅读并同意新的申请说明').check({ force: true });
    await clerk()
      .getByRole('button', { name: /^改用第 2 版/ })
      .click();
    await clerk().waitForURL(`**/applications/${kept.id}`);
  }

  async function handedIn() {
    const page = clerk();
    await page.goto(`/applications/${kept.id}/edit/attachments`);
    await form.uploadPapers(page);
    await page.goto(`/applications/${kept.id}/edit/preview`);
    await form.isComplete(page);
    await look(page, '10-preview');
    await form.handIn(page);
    kept.number = await form.numberOn(page);
  }

  async function reviewed() {
    const first = await office('first2');
    await review.takeCase(first, 'first', kept.number);
    await review.lookThrough(first, { support: true });
    await picture(first, '11-review');
    await review.passCase(first);
    const final = await office('final2');
    await review.takeCase(final, 'final', kept.number);
    await review.lookThrough(final, { support: false });
    await review.approveCase(final);
    await final.getByText('¥10,000.00').first().waitFor();
    const notice = await office('notice');
    await review.publishCase(notice, kept.number, final);
    await untilCleared(clerk(), kept.id, (await somebody()).page);
  }

  async function paid() {
    const maker = await office('maker');
    const checker = await office('checker');
    await money.releaseBatch(checker, await money.makeBatch(maker, kept.number, PILOT.name), AMOUNT_FEN);
    const page = clerk();
    const disbursement = await money.openDisbursement(page, kept.number);
    await money.uploadProof(page);
    if (!(await page.getByRole('button', { name: '确认', exact: true }).isEnabled()))
      await money.adjust(page, '调整银行账户');
    await money.confirmAccount(page);
    const receipt = await money.printReceipt(page);
    const receiptNumber = /SJ\d{11}/.exec(await page.locator('main').innerText())?.[0] ?? '';
    const address = await money.openCapture(page);
    const phone = await somebody({ fakeCamera: await clipOf(receipt, ORGANISATION, 21), viewport: PHONE });
    await photograph(phone.page, address);
    await submitOnPhone(phone.page);
    await maker.goto(disbursement.replace('/disbursements/', '/staff/receipts/'));
    await maker.getByRole('region', { name: '办理' }).getByRole('button', { name: /^通过/ }).click();
    await maker.getByText('已通过').first().waitFor();
    const file = await money.makePaymentFile(maker, receiptNumber);
    const sent = await money.confirmPaymentFile(checker, file, AMOUNT_FEN);
    await money.importResult(checker, file.file, money.bankPaid(sent, await money.dayOfFile(checker)));
    await page.goto(disbursement);
    await page.getByText('已拨付').first().waitFor();
    await look(page, '12-paid');
    await maker.goto('/staff/statistics');
    await maker.locator('svg text').first().waitFor();
    await look(maker, '13-statistics');
    await page.goto(`/statistics?of=${PILOT.code}.${TODAY.slice(0, 4)}`);
    await page.locator('svg text').first().waitFor();
    await look(page, '14-public-statistics');
  }
});
