import type { Page } from 'playwright';
import { REGISTRATION_PAPERS, REGISTRATION_SECTIONS } from '@/lib/enterprise/rules/registration-form';
import type { Answers } from '@/lib/programme/rules/config';
import { paperPicture } from '../../builders/paper-picture';
import { photographPdf } from '../../builders/receipt';
import { enterPin, plugOnly, untilKeyIs } from './key';

/** 首页 → 登录 → 成为新用户 → 选择实名认证方式 → PIN, until the form is open. */
export async function prove(page: Page, given: { key: string; ca: '江苏CA' | '苏州CA' }): Promise<void> {
  await plugOnly(given.key);
  await page.goto('/');
  await page.getByRole('link', { name: '登录', exact: true }).first().click();
  await page.getByRole('link', { name: '成为新用户' }).first().click();
  await page.getByRole('link', { name: `用${given.ca}认证` }).click();
  await proveHere(page, given.ca);
  await page.waitForURL(/\/register\/enterprise/);
}

/** The key's PIN on the page that one is on. */
export async function proveHere(page: Page, ca: string): Promise<void> {
  await untilKeyIs(page, 'ready');
  await enterPin(page, `用${ca}验证`);
}

/** Types everything that one section asks for, whatever control a field has. */
export async function fillSection(page: Page, id: 'enterprise' | 'administrator', answers: Answers): Promise<void> {
  const section = REGISTRATION_SECTIONS.find((one) => one.id === id);
  for (const { id: field } of section?.fields ?? []) await answer(page, field, answers[field] ?? '');
  await page.keyboard.press('Tab');
  await saved(page);
}

async function answer(page: Page, id: string, value: string): Promise<void> {
  const control = page.locator(`#${id}`);
  await control.waitFor();
  const tag = await control.evaluate((element) => element.tagName);
  if (tag === 'SELECT') await control.selectOption(value);
  else if (tag === 'INPUT') await control.fill(value);
  else await page.locator(`input[name="${id}"][value="${value}"]`).check({ force: true });
}

export async function saved(page: Page): Promise<void> {
  await page
    .getByText(/已保存 \d/)
    .first()
    .waitFor();
}

/** Prints the forms, stamps and photographs them, and uploads all six papers. Answers the printed PDFs. */
export async function uploadMaterials(page: Page, owner: string): Promise<Uint8Array[]> {
  const printed: Uint8Array[] = [];
  let seed = 40;
  for (const { kind, label, isPrinted } of REGISTRATION_PAPERS) {
    seed += 1;
    if (!isPrinted) {
      await uploadPaper(
        page,
        kind,
        Buffer.from(paperPicture({ title: label, lines: [owner], serial: seed })),
        `${label}.jpg`,
      );
      continue;
    }
    const pdf = await printPaper(page, kind);
    printed.push(pdf);
    await uploadPaper(page, kind, await stampedPicture(pdf, owner, seed), `${label}.jpg`);
  }
  return printed;
}

/** 下载PDF打印 of one form, as the browser downloads it. */
export async function printPaper(page: Page, kind: string): Promise<Uint8Array> {
  const slot = page.locator(`#${kind}`);
  const download = page.waitForEvent('download');
  await slot.getByRole('button', { name: '下载PDF打印' }).click();
  const stream = await (await download).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The form printed, stamped in its zone, tilted a little and photographed. */
export async function stampedPicture(pdf: Uint8Array, owner: string, seed: number): Promise<Buffer> {
  return Buffer.from(await photographPdf(pdf, { seed, owner }));
}

export async function uploadPaper(page: Page, kind: string, buffer: Buffer, name: string): Promise<void> {
  const slot = page.locator(`#${kind}`);
  await slot.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  await slot
    .getByText(/已上传|与打印的一致/)
    .first()
    .waitFor({ timeout: 60_000 });
}

const SMS_WITHIN_MS = 30_000;

/** The SMS of the demo that came last and matches, read from the box. */
export async function readSms(page: Page, pattern: RegExp): Promise<RegExpExecArray> {
  for (const until = Date.now() + SMS_WITHIN_MS; Date.now() < until;) {
    const text = await (await page.request.get('/dev/outbox')).text();
    const found = pattern.exec(text.replace(/<[^>]+>/g, ' '));
    if (found) return found;
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => next(null))));
  }
  throw new Error(`no SMS like ${pattern}`);
}
