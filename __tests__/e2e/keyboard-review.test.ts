import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { barriers } from '../support/axe';
import { aPerson, DESKTOP, PHONE, picture, type Person } from '../support/browser';
import { serverWorld, type ServerWorld } from '../support/server-world';
import { signInStaff } from './steps/sign-in';

const STEP_MS = 300_000;
const MOST_KEYS = 6;
const SOON_MS = 20_000;
/** The categories of ten cases, twenty-one talents; each has two papers of its own, each talent four or five. */
const CASES = ['D', 'DD', 'CD', 'D', 'BD', 'DDD', 'CC', 'D', 'ABD', 'BCDD'];
const FIRST_SEQUENCE = 700_001;
const FIRST_SEED = 6001;

let world: ServerWorld;
let person: Person;
const ids: string[] = [];
const shut: string[] = [];
/** Keys pressed while a talent was open, by case and name; everything else of a case counts under its number. */
const presses = new Map<string, number>();
let total = 0;

beforeAll(async () => {
  world = await serverWorld();
  const reviewer = await world.place.db.staffUser.findUniqueOrThrow({ where: { username: 'first2' } });
  let seed = FIRST_SEED;
  for (const [index, categories] of CASES.entries()) {
    const talents = [...categories].map((category) => {
      seed += 1;
      return {
        category: category as 'A',
        name: `${'赵钱孙李周吴郑王冯陈'.charAt(index)}清${'一二三四'.charAt(seed % 4)}`,
        seed,
      };
    });
    const plan = { talents, sequence: FIRST_SEQUENCE + index, more: { reservedForId: reviewer.id } };
    ids.push((await world.aCase(plan)).id);
  }
  person = await aPerson();
  await signInStaff(person.page, 'first2');
}, STEP_MS);
afterAll(async () => {
  await person?.leave();
  await world?.close();
});

const page = () => person.page;

async function look(name: string, widths: readonly number[] = []): Promise<void> {
  shut.push(...(await barriers(page())).map((barrier) => `${name}: ${barrier}`));
  await picture(page(), `${name}-1440`);
  for (const width of widths) {
    await page().setViewportSize(width === PHONE.width ? PHONE : { ...DESKTOP, width });
    await picture(page(), `${name}-${width}`);
  }
  await page().setViewportSize(DESKTOP);
}

/** What is open, as the page names it: the case with the talent, or the case alone. */
async function place(of: Page): Promise<string> {
  const id = new URL(of.url()).pathname.split('/').at(-1) ?? '';
  const current = of.locator('nav[aria-label="本案各部分"] [aria-current="true"]');
  const text = (await current.count()) > 0 ? await current.first().innerText() : '';
  return /\d,\d{3}/.test(text) ? `${id} ${text.split('\n')[0]}` : id;
}

/** `at` where a key belongs to the case, whatever talent is open. */
async function press(key: string, at?: string): Promise<void> {
  at ??= await place(page());
  presses.set(at, (presses.get(at) ?? 0) + 1);
  total += 1;
  await page().keyboard.press(key);
}

const marks = () =>
  page()
    .locator('nav[aria-label="本案各部分"] h2')
    .allInnerTexts()
    .then((heads) =>
      heads.map(
        (head) =>
          head
            .match(/(\d+) \/ (\d+)/)
            ?.slice(1)
            .map(Number) ?? [0, 0],
      ),
    );

/** One case from its first page to its end: Space until all of a part was shown, S for a talent, then P and Enter. */
async function workThrough(): Promise<void> {
  for (let keys = 0; keys < 60; keys += 1) {
    const current = page().locator('nav[aria-label="本案各部分"] [aria-current="true"]');
    const tabs = page().getByRole('tab');
    const isTalent = /\d,\d{3}/.test(await current.innerText());
    const isLast = await tabs.last().getAttribute('aria-selected');
    const [, talents] = await marks();
    if (talents && talents[0] === talents[1]) break;
    await press(isTalent && isLast === 'true' ? 's' : 'Space');
  }
  await page().waitForFunction(() =>
    [...document.querySelectorAll('nav[aria-label="本案各部分"] h2')].every((head) => {
      const [, done, all] = /(\d+) \/ (\d+)/.exec(head.textContent ?? '') ?? [];
      return done === all;
    }),
  );
  // The case as read anew may take the place of the one on which the key was pressed: then it is pressed once more.
  for (let tries = 0; tries < 3; tries += 1) {
    if (await passed()) return;
    if (await question().isVisible()) await press('Escape', 'passing');
  }
  throw new Error(`not passed: ${(await page().locator('body').innerText()).slice(-1500)}`);
}

const question = () => page().getByRole('dialog', { name: '通过并送复审？' });

/** Said at once, and still when the case has been drawn anew since. */
const ended = () => page().getByText('本案已办结本环节').first();

async function passed(): Promise<boolean> {
  await press('p', 'passing');
  const confirm = question().locator('button[type="submit"]:focus');
  const isAsked = await confirm.waitFor({ timeout: SOON_MS }).then(
    () => true,
    () => false,
  );
  if (!isAsked) return false;
  await press('Enter', 'passing');
  return ended()
    .waitFor({ timeout: 2 * SOON_MS })
    .then(
      () => true,
      () => false,
    );
}

describe('ten clean cases without a mouse', () => {
  it('are opened, looked through, supported and passed by keys alone, six a talent at the most', tenCases, STEP_MS);
  it('show every key on ?, and leave single letters off where somebody switches them off', switched, STEP_MS);
  it('without a barrier, an error, a warning or a refused resource', () => {
    expect(shut).toEqual([]);
    expect(person.watch.complaints).toEqual([]);
  });

  async function tenCases() {
    await page().goto('/staff/queue/first');
    await page()
      .getByRole('button', { name: /领取下一件/ })
      .waitFor();
    for (const [index] of CASES.entries()) {
      const before = page().url();
      await press('n');
      await page().waitForURL((url) => url.href !== before && url.pathname.startsWith('/staff/applications/'));
      await page().getByRole('region', { name: '办理' }).getByRole('button', { name: /支持/ }).first().waitFor();
      expect(ids).toContain(new URL(page().url()).pathname.split('/').at(-1));
      if (index === 0) await look('01-case', [1280, PHONE.width]);
      if (index === 1) await marked();
      await workThrough();
      if (index === 0) await look('02-passed');
    }
    const passed = await world.place.db.application.count({ where: { id: { in: ids }, status: 'AWAITING_FINAL' } });
    expect(passed).toBe(CASES.length);
    const talents = [...presses].filter(([at]) => at.includes(' ')).map(([, keys]) => keys);
    expect(talents).toHaveLength(CASES.join('').length);
    const mean = talents.reduce((sum, keys) => sum + keys, 0) / talents.length;
    const most = Math.max(...talents);
    console.log(
      `keystrokes per talent: ${mean.toFixed(1)} (most ${most}); with opening, the enterprise's part and passing: ` +
        `${(total / talents.length).toFixed(1)} (${total} for ${talents.length} talents in ${CASES.length} cases)`,
    );
    expect(most).toBeLessThanOrEqual(MOST_KEYS);
  }

  /** A place is drawn for a field and a comment pinned to another, and taken back: keys beyond those of a clean talent. */
  async function marked() {
    const keys = async (...pressed: readonly string[]) => {
      for (const key of pressed) await page().keyboard.press(key);
    };
    await keys('j', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await page().locator('tr[aria-current="true"]').waitFor();
    await keys('m', 'ArrowDown', 'ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowDown');
    await page().getByRole('toolbar', { name: '框选' }).waitFor();
    await look('05-marking', [1280]);
    await keys('Enter');
    await page().getByRole('status').filter({ hasText: '已记住' }).waitFor();
    await look('06-marked', [1280, PHONE.width]);
    await keys('m', 'ArrowUp', 'c');
    await page().getByRole('dialog', { name: '写意见' }).waitFor();
    await page().waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page().keyboard.insertText('此处看不清，请重新上传。');
    await keys('Control+Enter');
    await page().getByRole('list', { name: '审核意见' }).waitFor();
    await look('07-commented', [1280]);
    await keys('e');
    await page().getByRole('dialog', { name: '此前申请' }).waitFor();
    await look('08-past', [PHONE.width]);
    await keys('Escape', 'k');
  }

  async function switched() {
    // The page may still read the case anew, and what was open before is closed by that.
    await page().reload();
    const dialog = page().getByRole('dialog', { name: '全部按键' });
    for (let tries = 0; tries < 5 && !(await dialog.isVisible()); tries += 1) {
      await page().keyboard.press('?');
      await dialog.waitFor({ timeout: SOON_MS }).catch(() => undefined);
    }
    await look('03-keys', [PHONE.width]);
    await dialog.getByRole('checkbox', { name: '启用单键操作' }).press('Space');
    await page().keyboard.press('Escape');
    await page().keyboard.press('?');
    await page().keyboard.press('e');
    await page().keyboard.press('j');
    expect(await page().getByRole('dialog').count()).toBe(0);
    await look('04-keys-off');
    await page().evaluate(() => localStorage.removeItem('desk-keys'));
  }
});
