import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { barriers } from '../support/axe';
import { aPerson, pictures, type Person } from '../support/browser';
import { signInStaff } from './steps/sign-in';

const STEP_MS = 300_000;

let reviewer: Person;
let page: Page;
beforeAll(async () => {
  reviewer = await aPerson();
  page = reviewer.page;
  await signInStaff(page, 'first1');
}, STEP_MS);
afterAll(() => reviewer?.leave());

async function taken(name: string): Promise<ExcelJS.Workbook> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  expect(await barriers(page)).toEqual([]);
  await pictures(page, name);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 .xlsx' }).click(),
  ]);
  const book = new ExcelJS.Workbook();
  const bytes = await readFile(await download.path());
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}

describe('导出', () => {
  it(
    'takes out the queue as it is filtered, and says by whom',
    async () => {
      await page.goto('/staff/queue/first?view=todo&again=no');
      const says = await page.getByText(/^共 \d+ 件/).innerText();
      const book = await taken('导出');
      expect(book.getWorksheet('数据')?.rowCount).toBe(Number(/\d+/.exec(says)?.[0]) + 1);
      const cover = book.getWorksheet('导出说明');
      expect(cover?.getRow(2).getCell(2).text).toContain('first1');
      expect(cover?.getRow(4).getCell(2).text).toContain('首次提交');
    },
    STEP_MS,
  );

  it(
    'takes out the talents of a year from the figures',
    async () => {
      await page.goto('/staff/statistics');
      const book = await taken('导出人员名单');
      const sheet = book.getWorksheet('数据');
      expect(sheet?.rowCount).toBeGreaterThan(1);
      expect(JSON.stringify(sheet?.getRow(2).values)).toContain('*');
    },
    STEP_MS,
  );

  it('shows no error, warning or refused resource', () => {
    expect(reviewer.watch.complaints).toEqual([]);
  });
});
