import type { Page } from 'playwright';
import { formatYuan } from '@/lib/kernel/fen';
import { aProofPaper } from '../../builders/disbursement';
import { DEMO_PASSWORD } from '../../builders/people';
import { confirmed } from './confirmed';

/** Keeps only the row of this case ticked. */
async function tickOnly(page: Page, number: string): Promise<void> {
  await page.getByRole('table').first().waitFor();
  for (const box of await page.getByRole('table').getByRole('checkbox').all()) {
    const name = (await box.getAttribute('aria-label')) ?? '';
    await box.setChecked(name.includes(number), { force: true });
  }
}

/** 财务制单: a batch of one case; each programme has its own list. Answers the batch's address. */
export async function makeBatch(page: Page, number: string, programme?: string): Promise<string> {
  await page.goto('/staff/batches/new');
  const tab = page.getByRole('navigation', { name: '事项和年度' }).getByRole('link', { name: programme });
  if (programme && (await tab.getAttribute('aria-current')) === null) {
    await tab.click();
    await page.waitForURL(/programme=/);
  }
  await tickOnly(page, number);
  await page.getByRole('button', { name: '生成批次' }).click();
  await page.waitForURL(/\/staff\/batches\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** 财务复核: releases it against totals typed by hand. */
export async function releaseBatch(page: Page, batch: string, totalFen: number): Promise<void> {
  await page.goto(batch);
  await confirmed(page, '复核下达', { count: '1', total: formatYuan(totalFen) });
}

/** From 人才资金拨付申请 to the 详情 of the case. */
export async function openDisbursement(page: Page, number: string): Promise<string> {
  await page.goto('/disbursements');
  const row = page.getByRole('row').filter({ hasText: number });
  await row.getByRole('link', { name: '详情' }).first().click();
  await page.waitForURL(/\/disbursements\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** 上传在职证明: one paper for everybody, dated the last day that the form allows. */
export async function uploadProof(page: Page): Promise<void> {
  for (const box of await page.locator('input[type=checkbox][name="lines"]').all()) await box.check({ force: true });
  const day = page.locator('input[name="issuedOn"]');
  await day.fill((await day.getAttribute('max')) ?? '');
  await page
    .locator('main input[type=file] >> nth=0')
    .setInputFiles({ name: '在职证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aProofPaper()) });
  await page.getByRole('button', { name: '上传在职证明' }).click();
  await page.getByRole('button', { name: '调整银行账户' }).waitFor();
}

/** Chooses an entry in one of the two dialogs of the manual, the first one that is not chosen; the password where it is asked for. */
export async function adjust(page: Page, title: '调整银行账户' | '调整联系人'): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await dialog.locator('input[type=radio]:not(:checked)').first().check({ force: true });
  await dialog
    .getByRole('button', { name: /选用|更换|使用|选择/ })
    .last()
    .click();
  const proof = page.getByRole('dialog', { name: '再次验证身份' });
  await Promise.race([dialog.waitFor({ state: 'hidden' }), proof.waitFor()]);
  if (await proof.isVisible()) {
    await proof.getByLabel('登录密码').fill(DEMO_PASSWORD);
    await proof.getByRole('button', { name: '验证并继续' }).click();
  }
  await dialog.waitFor({ state: 'hidden' });
}

export async function confirmAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByRole('button', { name: '打印收据' }).waitFor();
}

/** 打印收据, then 下载PDF打印: the bytes as issued. */
export async function printReceipt(page: Page): Promise<Uint8Array> {
  await page.getByRole('button', { name: '打印收据' }).click();
  const link = page.getByRole('link', { name: '下载PDF打印' });
  await link.waitFor({ timeout: 60_000 });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  if (answer.status() !== 200) throw new Error(`the receipt answered ${answer.status()}`);
  return answer.body();
}

/** 上传收据: a fresh one-time address for a phone. */
export async function openCapture(page: Page): Promise<string> {
  await page
    .getByRole('button', { name: /上传收据|重新生成二维码/ })
    .first()
    .click();
  const link = page.locator('a[href*="/m/receipt#"]');
  await link.waitFor({ state: 'attached' });
  const address = await link.getAttribute('href');
  if (!address) throw new Error('no address for the phone');
  return address;
}

/** 财务制单: looks at the photograph and lets it pass. */
export async function acceptReceipt(page: Page, disbursement: string): Promise<void> {
  await page.goto(`/staff/receipts/${disbursement}`);
  await confirmed(page, '通过');
}

/** 财务制单: a payment file over this one case. Answers its address and what the other person must compare. */
export async function makePaymentFile(page: Page, receiptNumber: string): Promise<{ file: string; hashHead: string }> {
  await page.goto('/staff/payments');
  await tickOnly(page, receiptNumber);
  const form = page.locator('form').filter({ hasText: receiptNumber });
  await form.getByRole('button', { name: '生成付款文件' }).click();
  await page.waitForURL(/\/staff\/payments\/[0-9a-f-]{36}/);
  const hash = await page.locator('code b').first().innerText();
  return { file: new URL(page.url()).pathname, hashHead: hash };
}

export async function confirmPaymentFile(
  page: Page,
  given: { file: string; hashHead: string },
  totalFen: number,
): Promise<string> {
  await page.goto(given.file);
  await confirmed(page, '复核付款文件', { count: '1', total: formatYuan(totalFen), hashHead: given.hashHead });
  const link = page.getByRole('link', { name: '下载付款文件' });
  await link.waitFor();
  return (await page.request.get((await link.getAttribute('href')) ?? '')).text();
}

/** The day on which the file was made, as its page says it: the demo's clock was moved. */
export async function dayOfFile(page: Page): Promise<string> {
  const shown = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(await page.locator('main').innerText());
  if (!shown) throw new Error('no day on the page of the payment file');
  const [, year = '', month = '', day = ''] = shown;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The bank's answer, made from the file as the bank got it: every line paid. */
export function bankPaid(paymentFile: string, day: string): string {
  const lines = paymentFile
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '').trim()));
  const head = lines.findIndex((cells) => cells.includes('明细编号'));
  const at = (name: RegExp) => lines[head]?.findIndex((cell) => name.test(cell)) ?? -1;
  const [id, account, amount] = [at(/明细编号/), at(/账号/), at(/金额/)];
  const rows = lines.slice(head + 1).filter((cells) => cells.length > 3 && cells[id]);
  const answers = rows.map((cells) =>
    [cells[id], (cells[account] ?? '').replace(/\D/g, '').slice(-4), cells[amount], 'PAID', '', 'B20260001', day].join(
      ',',
    ),
  );
  return `明细编号,账号后四位,金额,结果,原因代码,银行流水号,日期\r\n${answers.join('\r\n')}\r\n`;
}

export async function importResult(page: Page, file: string, result: string): Promise<void> {
  await page.goto(file);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'result.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${result}`) });
  await page.getByRole('button', { name: '导入银行结果' }).click();
  await page
    .getByText(/已对账|对账完成/)
    .first()
    .waitFor();
}
