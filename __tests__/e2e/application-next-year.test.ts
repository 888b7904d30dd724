import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { barriers } from '../support/axe';
import { aPerson, pictures, type Person } from '../support/browser';
import { signInEnterprise } from './steps/sign-in';

const STEP_MS = 120_000;
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

const people = () => page.getByRole('row').filter({ hasText: '仍符合条件' });

describe('the year after', () => {
  it(
    'offers the people, answers and papers of earlier applications, each with its age, and takes them over by one click',
    async () => {
      await page.goto('/applications');
      const draft = page
        .getByRole('row')
        .filter({ hasText: `草稿，${YEAR} 年度` })
        .filter({ hasText: '高层次和紧缺人才招聘补贴' });
      await draft.getByRole('link').first().click();
      await page.waitForURL(/\/edit\/enterprise/);
      const [, id = ''] = /applications\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
      await page.goto(`/applications/${id}/edit/talents`);
      await page.getByRole('link', { name: '从以往申请带入' }).click();
      await page.getByRole('heading', { name: '从以往申请带入' }).waitFor();
      await people().first().waitFor();
      expect(await people().count()).toBeGreaterThanOrEqual(KNOWN);
      expect(await page.getByText('已享受过本项补贴').count()).toBeGreaterThan(0);
      expect(await page.getByText('份须重新上传').count()).toBeGreaterThan(0);
      expect(await barriers(page)).toEqual([]);
      await pictures(page, '01-carry-over');
      const chosen = await page.locator('input[name="talentIds[]"]:checked').count();
      await page.getByRole('button', { name: '带入所选内容' }).click();
      await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
      await page.getByText('填写进度').first().waitFor();
      await pictures(page, '02-draft-after');
      await page.goto(`/applications/${id}/carry-over`);
      await page.getByRole('heading', { name: '从以往申请带入' }).waitFor();
      expect(chosen).toBeGreaterThanOrEqual(KNOWN);
      // Whoever is in the draft by now is not offered again.
      expect(await people().count()).toBe(0);
    },
    STEP_MS,
  );

  it('shows no error, warning or refused resource', () => {
    expect(clerk.watch.complaints).toEqual([]);
  });
});
