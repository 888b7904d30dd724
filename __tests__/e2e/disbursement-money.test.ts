import { afterAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { barriers } from '../support/axe';
import { aPerson, DESKTOP, paper, picture, type Person } from '../support/browser';
import { confirmed } from './steps/confirmed';
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

const desk = { maker: null as Page | null, checker: null as Page | null };
const maker = () => desk.maker as Page;
const checker = () => desk.checker as Page;

/** Opens the first row of a list whose status says so. */
async function openRow(page: Page, list: string, word: string): Promise<string> {
  await page.goto(list);
  await page.getByRole('row').filter({ hasText: word }).first().getByRole('link').first().click();
  await page.waitForURL(/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function fetched(page: Page, name: string): Promise<Buffer> {
  const link = page.getByRole('link', { name });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  return answer.body();
}

describe('money at the desks of finance', () => {
  it(
    'is picked for a batch by filter, and what is blocked says why',
    async () => {
      [desk.maker, desk.checker] = [await office('maker'), await office('checker')];
      await maker().goto('/staff/batches/new');
      await look(maker(), 'batch-new', [1280, 390]);
      await maker().getByRole('combobox', { name: '可否列入' }).selectOption('can');
      await maker().getByRole('button', { name: '筛选' }).click();
      await maker().waitForURL(/show=can/);
      await look(maker(), 'batch-new-filtered');
    },
    STEP_MS,
  );

  it(
    'has a list of the batch on paper and as a sheet, with control totals',
    async () => {
      await openRow(maker(), '/staff/batches', '已下达');
      await look(maker(), 'batch', [390]);
      const printed = await fetched(maker(), '打印清单');
      expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
      await paper(printed, 'batch-list');
      const sheet = await fetched(maker(), '导出 Excel');
      expect(sheet.subarray(0, 2).toString()).toBe('PK');
    },
    STEP_MS,
  );

  it(
    'is stopped and let go by a reason, and looked at again before it is paid',
    async () => {
      await maker().goto('/staff/payments?view=payable');
      await look(maker(), 'payable', [390]);
      await maker().goto(await batchWith('可付款'));
      await maker().getByRole('link', { name: '可付款' }).first().click();
      await maker().waitForURL(/disbursements/);
      await confirmed(maker(), '暂停', { reason: '收到举报，核查中' });
      await maker().getByText('已暂停').first().waitFor();
      await look(maker(), 'held', [1280, 390]);
      await confirmed(maker(), '解除暂停', { reason: '核查完毕，无异常' });
      await maker().getByRole('button', { name: '暂停', exact: true }).waitFor();
      await maker().getByRole('button', { name: '重新审核收据' }).click();
      await maker().getByRole('dialog').waitFor();
      await look(maker(), 'reopen');
      await maker().keyboard.press('Escape');
    },
    STEP_MS,
  );

  it(
    'waits on the unmatched list where the bank says what nobody knows, until somebody explains it',
    async () => {
      const file = await openRow(checker(), '/staff/payments?view=files', '待银行结果');
      const said = 'FK20990001-001,0000,1.00,PAID,,B1,2026-11-23\r\n这一行,读不了\r\n';
      await checker()
        .locator('input[type=file]')
        .setInputFiles({ name: 'result.csv', mimeType: 'text/csv', buffer: Buffer.from(said) });
      await checker().getByRole('button', { name: '导入银行结果' }).click();
      await checker().getByText('没有这个明细编号').first().waitFor();
      await look(checker(), 'payment-file-unmatched', [1280, 390]);
      await maker().goto('/staff/payments?view=unmatched');
      await look(maker(), 'unmatched', [390]);
      for (let left = 2; left > 0; left -= 1) {
        const acts = maker().getByRole('button', { name: '说明', exact: true });
        await acts.first().click();
        const dialog = maker().getByRole('dialog');
        await dialog.locator('[name="explanation"]').fill('银行测试文件混入，已电话核实，不影响付款');
        if (left === 2) await look(maker(), 'explain');
        await dialog.getByRole('button', { name: '提交说明' }).click();
        await dialog.waitFor({ state: 'hidden' });
        await maker().reload();
        expect(await acts.count()).toBe(left - 1);
      }
      await maker().goto(file);
      await look(maker(), 'payment-file-explained');
    },
    STEP_MS,
  );

  it('shuts nobody out, and shows no error, warning or refused resource', () => {
    expect(shut).toEqual([]);
    expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });

  async function batchWith(word: string): Promise<string> {
    await maker().goto('/staff/batches');
    const hrefs = await maker()
      .locator('main a[href^="/staff/batches/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    for (const href of new Set(hrefs.filter((one) => /[0-9a-f-]{36}$/.test(one)))) {
      await maker().goto(href);
      if ((await maker().getByRole('row').filter({ hasText: word }).count()) > 0) return href;
    }
    throw new Error(`no batch holds ${word}`);
  }
});
