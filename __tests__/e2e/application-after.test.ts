import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { barriers } from '../support/axe';
import { aPerson, paper, pictures, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { printedText } from '../unit/receipt/support/printed-text';
import { signInEnterprise, signInStaff } from './steps/sign-in';

const STEP_MS = 300_000;
const [, ENTERPRISE = ''] = [...new Set(theServer().accounts.flatMap(({ organisation }) => organisation ?? []))];
const WHY = '负责该项工作的同事住院，材料无法按期取得，现已备齐。';

const people: Person[] = [];
async function somebody(): Promise<Page> {
  const person = await aPerson();
  people.push(person);
  return person.page;
}

let clerk: Page;
let reviewer: Page;
beforeAll(async () => {
  [clerk, reviewer] = [await somebody(), await somebody()];
  await signInEnterprise(clerk, 'super', ENTERPRISE);
}, STEP_MS);
afterAll(() => Promise.all(people.map(({ leave }) => leave())));

/** Opens the enterprise's case that stands like this; answers its 受理编号. */
async function openCase(status: string): Promise<string> {
  await clerk.goto('/applications');
  const row = clerk.getByRole('row').filter({ hasText: status }).first();
  const number = /RC\d{11}/.exec(await row.innerText())?.[0];
  if (!number) throw new Error(`no case is ${status}`);
  await row.getByRole('link').first().click();
  await clerk.waitForURL(/\/applications\/[0-9a-f-]{36}/);
  return number;
}

async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await barriers(page)).toEqual([]);
  await pictures(page, name);
}

describe('after submitting', () => {
  it(
    '收件凭证 lies with the case, and says what was received',
    async () => {
      const number = await openCase('已提交，等待初审');
      // Letters are drawn by a job; the demo's are all drawn a little after the start.
      const seen = clerk.getByRole('link', { name: /^查看收件凭证/ });
      for (let times = 0; times < 30 && (await seen.count()) === 0; times += 1) {
        await clerk.waitForLoadState('networkidle');
        await clerk.reload();
      }
      const href = await seen.first().getAttribute('href');
      const answer = await clerk.request.get(href ?? '');
      expect(answer.headers()['content-type']).toBe('application/pdf');
      const pdf = new Uint8Array(await answer.body());
      const text = (await printedText(pdf)).flat().join('').replace(/\s/g, '');
      for (const words of [number, ENTERPRISE, '收件凭证', '办理时限']) expect(text).toContain(words);
      await paper(pdf, '01-receipt-letter');
    },
    STEP_MS,
  );

  it(
    'a message reaches the office, and its answer the enterprise, who reads a role and no name',
    async () => {
      await clerk.getByLabel('写留言').fill('请问初审大约何时完成？\n我们想安排入职。');
      await clerk.getByRole('button', { name: '发出留言' }).click();
      const address = clerk.url();
      await clerk.getByRole('list', { name: '留言' }).getByText('请问初审大约何时完成？').waitFor();
      await signInStaff(reviewer, 'first1');
      await reviewer.goto('/staff/messages');
      await pictures(reviewer, '03-inbox');
      await reviewer.getByRole('row').filter({ hasText: '请问初审' }).getByRole('link').first().click();
      const dialog = reviewer.getByRole('dialog');
      await dialog.getByText('请问初审大约何时完成？').waitFor();
      await dialog.getByLabel('写留言').fill('预计本周内完成初审。');
      await look(reviewer, '04-staff-messages');
      await dialog.getByRole('button', { name: '发出留言' }).click();
      await dialog.getByText('预计本周内完成初审。').first().waitFor();
      await clerk.goto('/home');
      await clerk
        .getByRole('link', { name: /^查看留言/ })
        .first()
        .click();
      await clerk.goto(address);
      const answer = clerk.getByRole('listitem').filter({ hasText: '预计本周内完成初审。' });
      expect(await answer.innerText()).toContain('初审人员');
      await look(clerk, '02-case');
    },
    STEP_MS,
  );

  it(
    'the expired case asks for more time, which is granted, and can be mended again',
    async () => {
      const number = await openCase('逾期失效');
      await look(clerk, '05-expired');
      await clerk.getByRole('button', { name: '申请延期' }).click();
      const dialog = clerk.getByRole('dialog');
      await dialog.getByLabel('理由').fill('太短');
      await dialog.getByRole('button', { name: '提出延期申请' }).click();
      await dialog.getByText('至少 10 个字。').waitFor();
      await dialog.getByLabel('理由').fill(WHY);
      await dialog.getByRole('button', { name: '提出延期申请' }).click();
      await clerk.getByText('延期申请：等待答复').waitFor();
      const final = await somebody();
      await signInStaff(final, 'final1');
      await final.goto('/staff/extensions');
      await look(final, '06-extensions');
      await final
        .getByRole('row')
        .filter({ hasText: number })
        .getByRole('button', { name: '同意', exact: true })
        .click();
      await final.getByRole('dialog').getByRole('button', { name: '同意延期' }).click();
      await final.getByRole('row').filter({ hasText: number }).getByText('已同意').waitFor();
      await clerk.reload();
      await clerk.getByText('已退回待修改').first().waitFor();
    },
    STEP_MS,
  );

  it(
    'the refused case is looked at again when 复核 is asked for',
    async () => {
      await openCase('不予支持');
      await pictures(clerk, '07-refused');
      await clerk.getByRole('button', { name: '申请复核' }).click();
      const dialog = clerk.getByRole('dialog');
      await dialog.getByLabel('理由').fill('该岗位在今年公布的紧缺岗位目录内，见附件。');
      await dialog.getByRole('button', { name: '提出复核申请' }).click();
      await clerk.getByText('已申请复核').waitFor();
      await clerk.getByText('等待复审').first().waitFor();
    },
    STEP_MS,
  );
});
