import type { Page } from 'playwright';
import type { Person } from '../../support/browser';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { formatMoney } from '@/lib/kernel/fen';
import {
  addTalent,
  beginApplication,
  chooseFirstContact,
  fillEnterprise,
  handIn,
  isComplete,
  numberOn,
  saved,
  uploadPapers,
} from './application';
import * as money from './money';
import { untilCleared } from './clock';
import { clipOf, photograph, submitOnPhone } from './phone';
import * as review from './review';
import { signInEnterprise, signInStaff } from './sign-in';

/** What the walk needs of its surroundings. */
export type Surroundings = {
  /** A page of a person of their own, with nothing remembered. */
  person(name: string): Promise<Page>;
  /** A phone whose camera shows this clip, and how to put it away. */
  phone(clip: string): Promise<Person>;
  picture(page: Page, name: string): Promise<void>;
  paper(pdf: Uint8Array, name: string): Promise<void>;
};

export type Step = { readonly does: string; readonly run: () => Promise<void> };

const TALENTS = [
  { category: 'B', name: '王㛃䶮', seed: 901 },
  { category: 'D', name: '周喆堃', seed: 902 },
] as const;
const APPROVED_FEN = 60_000_00;
const ORGANISATION_ORDER = 2;

/** One enterprise from sign-in to paid, with a return on the way and a voided receipt; the steps in order. */
export function wholeWay(at: Surroundings, organisations: readonly string[]): Step[] {
  const organisation = organisations[ORGANISATION_ORDER] ?? '';
  const people: Record<string, Page> = {};
  const case_ = {
    id: '',
    number: '',
    receiptNumber: '',
    talent: '',
    disbursement: '',
    receipts: [] as Uint8Array[],
    batch: '',
    file: '',
    paymentFile: '',
  };

  async function staff(name: string): Promise<Page> {
    const known = people[name];
    if (known) return known;
    const page = await at.person(name);
    await signInStaff(page, name);
    people[name] = page;
    return page;
  }
  const clerk = () => people.clerk as Page;
  const expectText = async (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

  return [
    {
      does: 'shows on the portal what can be applied for, and signs the clerk in to the enterprise home',
      async run() {
        const page = await at.person('clerk');
        people.clerk = page;
        await page.goto('/');
        await expectText(page, '高层次和紧缺人才招聘补贴');
        await at.picture(page, '01-home');
        await signInEnterprise(page, 'super', organisation);
        await page.goto('/home');
        await page.getByRole('heading', { name: '企业发展服务中心综合服务平台' }).waitFor();
        await at.picture(page, '02-enterprise-home');
      },
    },
    {
      does: 'lets the clerk fill in the five steps, saved to the server as one types',
      async run() {
        const page = clerk();
        case_.id = await beginApplication(page, 'talent-recruitment');
        await fillEnterprise(page);
        await at.picture(page, '03-enterprise');
        await chooseFirstContact(page);
        await page.goto(`/applications/${case_.id}/edit/talents`);
        for (const talent of TALENTS) case_.talent = await addTalent(page, talent);
        await at.picture(page, '04-talents');
        await page.goto(`/applications/${case_.id}/edit/attachments`);
        await uploadPapers(page);
        await at.picture(page, '05-attachments');
      },
    },
    {
      does: 'hands the application in as version 1 with a 受理编号',
      async run() {
        const page = clerk();
        await page.goto(`/applications/${case_.id}/edit/preview`);
        await isComplete(page);
        await at.picture(page, '06-preview');
        await handIn(page);
        case_.number = await numberOn(page);
        await at.picture(page, '07-status');
      },
    },
    {
      does: 'lets a first reviewer take it, look at all of it, pin a comment and return it',
      async run() {
        const page = await staff('first1');
        await review.takeCase(page, 'first', case_.number);
        const target = `talent:${case_.talent}:contractTo`;
        await review.pinComment(page, TALENTS[1].name, target, '合同结束日期与劳动合同不一致，请核对。');
        await review.lookThrough(page, { support: false });
        await at.picture(page, '08-review-return');
        await review.returnCase(page);
      },
    },
    {
      does: 'leads the clerk to the pinned field, and takes the correction in as version 2',
      async run() {
        const page = clerk();
        await page.goto(`/applications/${case_.id}`);
        await expectText(page, '已退回待修改');
        await page.getByRole('link', { name: '按意见修改' }).click();
        await page.waitForURL(/edit\/talents/);
        await expectText(page, /第 1 处，共 1 处/);
        await at.picture(page, '09-returned');
        const field = page.locator(`#part-talent-${case_.talent}-contractTo`);
        await field.fill(addDays(shanghaiDay(await field.inputValue()), 1));
        await page.keyboard.press('Tab');
        await saved(page);
        await page.goto(`/applications/${case_.id}/edit/preview`);
        await handIn(page);
        await expectText(page, /第 2 次提交/);
      },
    },
    {
      does: 'shows the reviewer what changed; passed by the first, approved by another with the amount derived',
      async run() {
        const first = await staff('first1');
        await review.takeCase(first, 'first', case_.number);
        await review.lookThrough(first, { support: true });
        await at.picture(first, '10-review-pass');
        await review.passCase(first);
        const final = await staff('final1');
        await review.takeCase(final, 'final', case_.number);
        await review.lookThrough(final, { support: false });
        await at.picture(final, '11-final');
        await review.approveCase(final);
        await expectText(final, formatMoney(APPROVED_FEN));
      },
    },
    {
      does: 'puts the case on public notice with masked names, until the clock ends it',
      async run() {
        const page = await staff('notice');
        await review.publishCase(page, case_.number, await staff('final2'));
        const anyone = await at.person('anyone');
        await anyone.goto('/notices');
        const lists = await anyone
          .locator('main a[href^="/notices/GS"]')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        for (const list of lists) {
          await anyone.goto(list);
          if ((await anyone.locator('main').innerText()).includes('王**')) break;
        }
        await expectText(anyone, '王**');
        if ((await anyone.content()).includes(TALENTS[0].name)) throw new Error('the notice shows a whole name');
        await at.picture(anyone, '12-notice');
        await untilCleared(clerk(), case_.id, anyone);
      },
    },
    {
      does: 'makes a batch by one officer and releases it by another',
      async run() {
        case_.batch = await money.makeBatch(await staff('maker'), case_.number);
        const checker = await staff('checker');
        await money.releaseBatch(checker, case_.batch, APPROVED_FEN);
        await at.picture(checker, '13-batch');
      },
    },
    {
      does: 'takes proofs, account and contact, and prints a receipt; an adjustment voids it and a second version is printed',
      async run() {
        const page = clerk();
        case_.disbursement = await money.openDisbursement(page, case_.number);
        await money.uploadProof(page);
        if (!(await page.getByRole('button', { name: '确认', exact: true }).isEnabled()))
          await money.adjust(page, '调整银行账户');
        await money.confirmAccount(page);
        case_.receipts.push(await money.printReceipt(page));
        await at.picture(page, '14-printed');
        await money.adjust(page, '调整联系人');
        await money.confirmAccount(page);
        case_.receipts.push(await money.printReceipt(page));
        await at.paper(case_.receipts[1] ?? new Uint8Array(), '14-receipt');
        case_.receiptNumber = /SJ\d{11}/.exec(await page.locator('main').innerText())?.[0] ?? '';
      },
    },
    {
      does: 'refuses the voided version on the phone and says which one replaced it',
      async run() {
        const address = await money.openCapture(clerk());
        const { page, leave } = await at.phone(await clipOf(case_.receipts[0] ?? new Uint8Array(), organisation, 11));
        await photograph(page, address);
        await expectText(page, /已作废的第 1 版/);
        await at.picture(page, '15-phone-voided');
        await leave();
        await clerk().getByRole('button', { name: '取消本次拍照' }).click();
      },
    },
    {
      does: 'takes the photograph of the current version, submits it, and lets the desktop follow each step',
      async run() {
        const desktop = clerk();
        const address = await money.openCapture(desktop);
        const { page, leave } = await at.phone(await clipOf(case_.receipts[1] ?? new Uint8Array(), organisation, 12));
        await photograph(page, address);
        await at.picture(page, '16-phone-check');
        await expectText(desktop, '已检查');
        await at.picture(desktop, '17-desktop-follows');
        await submitOnPhone(page);
        await at.picture(page, '18-phone-submitted');
        await leave();
        await expectText(desktop, /等待审核/);
      },
    },
    {
      does: 'lets finance accept the photograph beside what was issued',
      async run() {
        const page = await staff('maker');
        await page.goto(case_.disbursement.replace('/disbursements/', '/staff/receipts/'));
        await page.getByRole('region', { name: '办理' }).getByRole('button', { name: /^通过/ }).waitFor();
        await at.picture(page, '19-receipt-desk');
        await page.getByRole('region', { name: '办理' }).getByRole('button', { name: /^通过/ }).click();
        await expectText(page, '已通过');
      },
    },
    {
      does: 'pays by a file that a second person confirms, and reconciles the bank’s result to PAID',
      async run() {
        const maker = await staff('maker');
        const file = await money.makePaymentFile(maker, case_.receiptNumber);
        await at.picture(maker, '20-payment-file');
        const checker = await staff('checker');
        const sent = await money.confirmPaymentFile(checker, file, APPROVED_FEN);
        await money.importResult(checker, file.file, money.bankPaid(sent, await money.dayOfFile(checker)));
        await at.picture(checker, '21-reconciled');
        const page = clerk();
        await page.goto(case_.disbursement);
        await expectText(page, '已拨付');
        await at.picture(page, '22-paid');
      },
    },
    {
      does: 'told the contact of every step by SMS and mail',
      async run() {
        const page = await at.person('box');
        const told = [
          /已提交，请留意/,
          /被退回/,
          /审核通过，核定/,
          /已开始公示/,
          /可拨付/,
          /已收到，审核后/,
          /已付，请查收/,
        ];
        for (let tries = 0; ; tries += 1) {
          await page.goto(`/dev/outbox?q=${case_.number}`);
          const text = await page.locator('body').innerText();
          await page.goto(`/dev/outbox?q=${case_.receiptNumber}`);
          const others = await page.locator('body').innerText();
          const missing = told.filter((one) => !one.test(text) && !one.test(others));
          if (missing.length === 0) break;
          if (tries === 20) throw new Error(`nobody was told ${missing.join(' ')}`);
        }
        await page.goto(`/dev/outbox?q=${case_.number}`);
        await at.picture(page, '23-outbox');
      },
    },
  ];
}
