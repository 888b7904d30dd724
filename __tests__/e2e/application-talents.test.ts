import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download, Page } from 'playwright';
import { readSpreadsheet } from '@/lib/enterprise/reading/read-spreadsheet';
import { aWorkbook } from '../builders/spreadsheet';
import { HEADING, manyRows, talentRow } from '../builders/talent-rows';
import { barriers } from '../support/axe';
import { aPerson, DESKTOP, picture, pictures, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { beginApplication } from './steps/application';
import { signInEnterprise } from './steps/sign-in';

let clerk: Person;
let page: Page;
let application: string;
/** The demo's own draft of this enterprise, set aside meanwhile. */
let standing: string;

beforeAll(async () => {
  clerk = await aPerson();
  page = clerk.page;
  const organisations = [...new Set(theServer().accounts.flatMap(({ organisation }) => organisation ?? []))];
  await signInEnterprise(page, 'super', organisations[1]);
  standing = await beginApplication(page, 'talent-recruitment');
  await discard(standing);
  application = await beginApplication(page, 'talent-recruitment');
  await page.goto(`/applications/${application}/edit/talents`);
}, 240_000);
afterAll(async () => {
  expect(clerk?.watch.complaints).toEqual([]);
  await clerk?.leave();
});

async function discard(id: string): Promise<void> {
  await page.goto(`/applications/${id}`);
  await page.getByRole('button', { name: '删除草稿' }).click();
  await answered(() => page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click());
  await page.goto(`/applications/${id}`);
  await page.getByRole('button', { name: '恢复草稿' }).waitFor();
}

async function answered(act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), act()]);
}

const ROWS = manyRows(500, 3000);
const LONG = 'Maximiliana Wilhelmina Constantia von Hohenlohe';

async function upload(rows: readonly (readonly string[])[]): Promise<void> {
  await page.getByRole('button', { name: '从 Excel 导入' }).click();
  const buffer = aWorkbook([HEADING, ...rows]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('#import-file').setInputFiles({ name: '引进人才 2026.xlsx', mimeType, buffer });
  await page.getByRole('heading', { name: '核对导入内容' }).waitFor();
}

async function cellsOf(download: Download): Promise<readonly (readonly string[])[]> {
  const cells = await readSpreadsheet(readFileSync(await download.path()));
  if (!cells.ok) throw new Error(cells.refusal);
  return cells.value;
}

const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
const count = (words: string) => says(new RegExp(`^${words} 人，最多 500 人`));

describe('a list of 500 talents', () => {
  it('comes out of a sheet, its errors marked in a copy, and goes again by one undo', async () => {
    const wrong = talentRow({ category: 'C', name: '周子涵', seed: 2999 }, { 合同结束日期: '三年后', 税前年薪: '高' });
    await upload([wrong, ...ROWS.slice(1)]);
    await says('导入无误的 499 行');
    await pictures(page, 'talents-import-errors');
    expect(await barriers(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载标出错误的表格' }).click(),
    ]);
    const marked = await cellsOf(download);
    expect(marked[0]?.[0]).toBe('导入结果');
    expect(marked[1]?.[0]).toMatch(/^有误：.*日期应写成.*金额应为数字/);
    await page.getByRole('button', { name: '导入无误的 499 行' }).click();
    await count('499');
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await count('0');
  }, 60_000);

  it('is updated, not doubled, by the same sheet with one cell changed', async () => {
    const rows = [talentRow({ category: 'B', name: LONG, seed: 2998, nationality: '奥地利' }), ...ROWS.slice(1)];
    await upload(rows);
    await page.getByRole('button', { name: '导入 500 行' }).click();
    await count('500');
    await pictures(page, 'talents-500');
    const place = HEADING.findIndex((heading) => heading.startsWith('岗位'));
    await upload(
      rows.map((row, index) => (index === 7 ? row.map((cell, at) => (at === place ? '首席专家' : cell)) : row)),
    );
    await says('算法工程师');
    await picture(page, 'talents-import-changes-1440');
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await says('已导入：新增 0 位，更新 1 位');
    await count('500');
  }, 60_000);

  it('is searched, moved by keyboard and copied from; every filter counts its list', async () => {
    await page.getByLabel('按姓名查找').fill('hohen');
    await page.getByRole('button', { name: `${LONG}的更多操作` }).press('Enter');
    // 复制一位, 下移, 移到第几位: the first of the list cannot go up.
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('位次').fill('500');
    await page.keyboard.press('Enter');
    const grip = page.getByRole('button', { name: new RegExp(`^调整${LONG}的顺序，现为第 500 位`) });
    await grip.press('ArrowUp');
    await page.getByRole('button', { name: /^调整.*现为第 499 位/ }).waitFor();
    await page.getByLabel('按姓名查找').fill('');
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('按姓名查找').fill('欧阳');
    await page.getByLabel('选择列出的全部人员').check({ force: true });
    await page.getByRole('button', { name: '移除所选' }).click();
    await page.getByRole('button', { name: '撤销移除' }).click();
    await count('500');
    await page.getByLabel('按姓名查找').fill('');
    await page.getByRole('button', { name: '卡片' }).click();
    await pictures(page, 'talents-cards');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: '表格' }).click();
    await page.locator('tbody tr button').nth(1).click();
    await page.getByRole('button', { name: '下一位', exact: true }).click();
    await picture(page, 'talents-panel-1280');
    await page.setViewportSize(DESKTOP);
    expect(await barriers(page, ['color-contrast'])).toEqual([]);
    await page.getByRole('button', { name: '收起' }).click();
  }, 60_000);

  it('is exported, by default without whole numbers', async () => {
    await page.getByRole('button', { name: '导出' }).click();
    await picture(page, 'talents-export-1440');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 .xlsx' }).click(),
    ]);
    const cells = await cellsOf(download);
    expect(cells).toHaveLength(501);
    expect(cells[1]?.some((cell) => /^\d{3}\*{8,}/.test(cell))).toBe(true);
    // The next suite finds the demo as it was.
    await discard(application);
    await page.goto(`/applications/${standing}`);
    await answered(() => page.getByRole('button', { name: '恢复草稿' }).click());
  }, 60_000);
});
