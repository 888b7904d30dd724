import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { aProofPaper } from '../builders/disbursement';
import { barriers } from '../support/axe';
import { aPerson, paper, pictures, type Person } from '../support/browser';
import { signInEnterprise } from './steps/sign-in';

const STEP_MS = 300_000;
/** The year in which the demo's window opened. */
const YEAR = addDays(shanghaiDayOf(new Date()), -75).slice(0, 4);
/** Of last year's draft in the demo: all of them were too new then and qualify now. */
const KNOWN = 10;

let clerk: Person;
let page: Page;
beforeAll(async () => {
  clerk = await aPerson();
  page = clerk.page;
  await signInEnterprise(page, 'super');
}, STEP_MS);
afterAll(() => clerk?.leave());

let presses = 0;
/** Presses up to the taking over; the names of those who were taken over; the draft. */
let after = 0;
let carried: string[] = [];
let application = '';
/** A click that a clerk would have to make. Nothing is typed in this suite after the sign-in. */
async function press(on: Locator): Promise<void> {
  presses += 1;
  await on.click();
}

/** PDFs that differ, as scans do. */
const aScan = (name: string) => {
  const pdf = Buffer.from(aProofPaper());
  return {
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.concat([pdf.subarray(0, 9), Buffer.from(`% ${name}\n`), pdf.subarray(9)]),
  };
};
const says = (words: string | RegExp) => page.locator('main').getByText(words).first().waitFor({ timeout: 60_000 });

const people = () => page.getByRole('row').filter({ hasText: '仍符合条件' });

describe('the year after', () => {
  it(
    'offers the people, answers and papers of earlier applications, each with its age, and takes them over by one click',
    async () => {
      await page.goto('/applications');
      presses = 0;
      const draft = page
        .getByRole('row')
        .filter({ hasText: `草稿，${YEAR} 年度` })
        .filter({ hasText: '高层次和紧缺人才招聘补贴' });
      await press(draft.getByRole('link').first());
      await page.waitForURL(/\/edit\/enterprise/);
      const [, id = ''] = /applications\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
      await press(page.getByRole('link', { name: /人才信息/ }).first());
      await page.waitForURL(/\/edit\/talents/);
      await press(page.getByRole('link', { name: '从以往申请带入' }));
      await page.getByRole('heading', { name: '从以往申请带入' }).waitFor();
      await people().first().waitFor();
      expect(await people().count()).toBeGreaterThanOrEqual(KNOWN);
      expect(await page.getByText('已享受过本项补贴').count()).toBeGreaterThan(0);
      expect(await page.getByText('份须重新上传').count()).toBeGreaterThan(0);
      expect(await barriers(page)).toEqual([]);
      await pictures(page, '01-carry-over');
      carried = await page
        .locator('input[name="talentIds[]"]:checked')
        .evaluateAll((all) => all.map((one) => one.closest('tr')?.textContent ?? ''));
      const chosen = await page.locator('input[name="talentIds[]"]:checked').count();
      await press(page.getByRole('button', { name: '带入所选内容' }));
      await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
      await page.getByText('填写进度').first().waitFor();
      await pictures(page, '02-draft-after');
      after = presses;
      application = id;
      await page.goto(`/applications/${id}/carry-over`);
      await page.getByRole('heading', { name: '从以往申请带入' }).waitFor();
      expect(chosen).toBeGreaterThanOrEqual(KNOWN);
      // Whoever is in the draft by now is not offered again.
      expect(await people().count()).toBe(0);
    },
    STEP_MS,
  );

  it(
    'takes ten known people to all of their papers in at most 15 clicks and no typing: one upload for several, many by name',
    async () => {
      await page.goto(`/applications/${application}`);
      presses = after;
      await press(page.getByRole('link', { name: /附件信息/ }).first());
      await page.waitForURL(/\/edit\/attachments/);
      const names = page.getByRole('list', { name: /名单/ }).getByRole('button');
      await names.first().waitFor();
      const everybody = (await names.allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '');
      const known = everybody.filter((name) => carried.some((text) => text.includes(name)));
      expect(known.length).toBeGreaterThanOrEqual(KNOWN);

      const share = async (files: ReturnType<typeof aScan>[], shot: string) => {
        await press(page.getByRole('button', { name: '批量上传' }));
        // The system's own chooser: a click opens it, another confirms what was marked there.
        presses += 2;
        await page.locator('#share-files').setInputFiles(files);
        await pictures(page, shot);
        expect(await barriers(page)).toEqual([]);
        await press(page.getByRole('button', { name: /^上传，附给/ }));
        await page.locator('#share-files').waitFor({ state: 'detached' });
      };
      await share([aScan('社保缴费记录')], '03-one-for-all');
      await page.getByText(/个文件正在上传/).waitFor({ state: 'detached', timeout: 60_000 });
      await share(
        everybody.map((name) => aScan(`授权书_${name}`)),
        '04-by-name',
      );
      await page.getByText(/个文件正在上传/).waitFor({ state: 'detached', timeout: 60_000 });
      for (const name of known) await names.filter({ hasText: name }).filter({ hasText: '完成' }).first().waitFor();
      const clicks = presses;
      await pictures(page, '05-papers-there');
      await page.goto(`/applications/${application}/edit/preview`);
      await says(/还差|确认提交/);
      console.info(`next year: ${known.length} known people complete after ${clicks} clicks, nothing typed`);
      expect(clicks).toBeLessThanOrEqual(15);
    },
    STEP_MS,
  );

  it('prints the consents of all as one PDF', async () => {
    const response = await page.request.get(`/applications/${application}/consents?requirement=consent`);
    expect(response.headers()['content-type']).toBe('application/pdf');
    await paper(new Uint8Array(await response.body()), '06-consents');
  });

  it('shows no error, warning or refused resource', () => {
    expect(clerk.watch.complaints).toEqual([]);
  });
});
