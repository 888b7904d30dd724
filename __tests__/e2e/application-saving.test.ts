import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright';
import { inventedResidentId } from '../builders/answers';
import { randomFrom } from '../builders/photograph/random';
import { aPerson, pictures, type Person } from '../support/browser';
import { ownWeb, type OwnWeb } from '../support/own-web';
import { theServer } from '../support/server';
import { sitDown, settle, typeOver, type Desk } from './saving/desk';
import { runOnce } from './saving/run';
import { beginApplication, openNewTalent } from './steps/application';
import { signInEnterprise } from './steps/sign-in';

const SEEN_WITHIN_MS = 30_000;
/** Full size where the suite is run by itself: `npm run e2e -- application`. */
const RUNS = Number(process.env.SAVING_RUNS ?? (process.env.E2E_PICTURES ? 200 : 3));
const SEED = Number(process.env.SAVING_SEED ?? 1);

let clerk: Person;
let colleague: Person;
let web: OwnWeb;
let page: Page;
let application: string;
let desk: Desk;
let part: (fieldId: string) => string;
const organisation = () => theServer().accounts.find((account) => account.organisation)?.organisation;
const signIn = (at: Page) => signInEnterprise(at, 'super', organisation()).then(() => undefined);

beforeAll(async () => {
  web = await ownWeb();
  [clerk, colleague] = await Promise.all([aPerson({ baseURL: web.origin }), aPerson({ baseURL: web.origin })]);
  page = clerk.page;
  await signIn(page);
  await signIn(colleague.page);
  application = await beginApplication(page, 'talent-recruitment');
  await page.goto(`/applications/${application}/edit/talents`);
  const talent = await openNewTalent(page);
  part = (fieldId) => `#part-talent-${talent}-${fieldId}`;
  desk = await sitDown(application, talent);
}, 240_000);

afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }));
afterAll(async () => {
  await desk?.close();
  await clerk?.leave();
  await colleague?.leave();
  await web?.kill();
});

const says = (words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: SEEN_WITHIN_MS });
const type = (fieldId: string, text: string) => typeOver(page, part(fieldId), text);

/** What the server holds, seen in a page that was loaded anew. */
async function stands(fieldId: string, text: string): Promise<void> {
  await settle(page);
  const other = await desk.open(page.context(), 'talents');
  await other.locator(part(fieldId)).waitFor();
  expect(await other.locator(part(fieldId)).inputValue()).toBe(text);
  await other.close();
}

/** Meets the next request of this kind only; the later ones go their way. */
async function nextSave(method: 'GET' | 'POST', meet: (route: Route) => Promise<void> | void): Promise<void> {
  let isMet = false;
  await page.route(/\/save(\?|$)/, (route) => {
    if (isMet || route.request().method() !== method) return route.fallback();
    isMet = true;
    return meet(route);
  });
}

describe('what is typed about a talent', () => {
  it('is saved though the server is ended while one types and comes back later', async () => {
    await type('name', '王小明');
    await web.kill();
    await type('position', '算法工程师');
    await says(/未保存：/);
    await type('school', '苏州大学');
    await web.start();
    await stands('position', '算法工程师');
    await stands('name', '王小明');
  });

  it('is not taken for saved while the server keeps silent: that is said, and it is sent again', async () => {
    await nextSave('POST', () => {});
    await type('name', '王小亮');
    await says('未保存：服务器没有答复');
    await says('1 处修改等待保存，已留在这台电脑上，不会丢失。');
    await pictures(page, 'saving-trouble');
    await stands('name', '王小亮');
  });

  it('is one’s own still when the server had it and its answer was lost', async () => {
    await nextSave('POST', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await type('name', '王小红');
    await says(/未保存：/);
    await type('name', '王小虹');
    await stands('name', '王小虹');
    expect(await page.getByText('此项在别处改过').count()).toBe(0);
  });

  it('is saved while the draft, fetched anew because of an ID number, does not come', async () => {
    await nextSave('GET', () => {});
    await type('idNumber', inventedResidentId(515));
    await page.keyboard.press('Tab');
    await settle(page);
    await type('name', '王小宁');
    await stands('name', '王小宁');
  });
});

/** Ends the page's process. Where a page is only closed, what it sends as it goes may get out though it was cut off. */
async function crash(which: Page): Promise<void> {
  const crashed = which.waitForEvent('crash');
  const tools = await which.context().newCDPSession(which);
  void tools.send('Page.crash').catch(() => undefined);
  await crashed;
  await which.close();
}

describe('the copy on this computer', () => {
  it('brings back what a crash left unsaved, says so, and lets one do without it', async () => {
    await page.context().setOffline(true);
    await type('school', '东南大学');
    await type('major', '测控技术与仪器');
    await says('2 处修改等待保存，已留在这台电脑上，不会丢失。');
    await crash(page);
    await clerk.browser.contexts()[0]?.setOffline(false);
    page = await desk.open(ownContext(clerk), 'talents');
    await says('已恢复 2 处未保存的内容');
    await pictures(page, 'saving-restored');
    await stands('major', '测控技术与仪器');
    await page.getByRole('button', { name: '放弃这些内容' }).first().click();
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await stands('major', '');
    await stands('school', '苏州大学');
  });

  it('is opened by a key that comes with a page which no browser may store', async () => {
    const answer = await page.request.get(`/applications/${application}/edit/talents`);
    expect(await answer.text()).toContain('journalKey');
    expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, expect.stringContaining('no-store')]);
  });
});

describe('an ended session', () => {
  it('is said at once, and saving goes on by itself once the same person has signed in elsewhere', async () => {
    await desk.endSessions();
    await type('position', '高级算法工程师');
    await says('未保存：登录已过期');
    await pictures(page, 'saving-signed-out');
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: '重新登录' }).first().click(),
    ]);
    await signIn(other);
    await says(/已保存/);
    await other.close();
    await signIn(colleague.page);
    await stands('position', '高级算法工程师');
  });
});

describe('two people', () => {
  it('see what the other one saved, and choose where both wrote the same field', async () => {
    const theirs = await desk.open(ownContext(colleague), 'talents');
    await theirs.locator(part('school')).waitFor();
    await page.context().setOffline(true);
    await type('position', '首席算法工程师');
    await typeOver(theirs, part('position'), '数据工程师');
    await typeOver(theirs, part('school'), '南京大学');
    await theirs.keyboard.press('Tab');
    await settle(theirs);
    await page.context().setOffline(false);
    await says('此项在别处改过，请选择保留哪一个');
    await page.locator(part('major')).focus();
    await pictures(page, 'saving-conflict-talent');
    expect(await page.locator(part('school')).inputValue()).toBe('南京大学');
    expect(await page.locator(part('position')).inputValue()).toBe('首席算法工程师');
    await page.getByRole('button', { name: '岗位：用您填的' }).focus();
    await page.keyboard.press('Enter');
    await stands('position', '首席算法工程师');
    await theirs.close();
  });
});

function ownContext({ browser }: Person) {
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no window');
  return context;
}

describe('whatever fails', () => {
  it(
    'no character is lost and nobody writes over what he has not seen',
    async () => {
      await page.close();
      const contexts = [ownContext(clerk), ownContext(colleague)] as const;
      const total = { lostCharacters: 0, overwrites: 0, says: [] as string[] };
      const began = Date.now();
      for (let run = 0; run < RUNS; run += 1) {
        const seed = SEED + run;
        const verdict = await runOnce({ desk, web, contexts, signIn }, randomFrom(seed), seed).catch((error) => {
          throw new Error(`run ${seed}: ${String(error)}`, { cause: error });
        });
        total.lostCharacters += verdict.lostCharacters;
        total.overwrites += verdict.overwrites;
        total.says.push(...verdict.says.map((one) => `run ${seed}: ${one}`));
      }
      const each = ((Date.now() - began) / RUNS / 1000).toFixed(1);
      process.stderr.write(
        `${RUNS} runs, characters lost ${total.lostCharacters}, silent overwrites ${total.overwrites} (${each} s a run)\n`,
      );
      page = await desk.open(contexts[0], 'talents');
      expect(total).toEqual({ lostCharacters: 0, overwrites: 0, says: [] });
    },
    RUNS * 12_000 + 60_000,
  );
});
