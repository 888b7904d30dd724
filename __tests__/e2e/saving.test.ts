import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright';
import { inventedResidentId } from '../builders/answers';
import { aPerson, type Person } from '../support/browser';
import { ownWeb, type OwnWeb } from '../support/own-web';
import { theServer } from '../support/server';
import { beginApplication, openNewTalent } from './steps/application';
import { signInEnterprise } from './steps/sign-in';

const SEEN_WITHIN_MS = 30_000;

let clerk: Person;
let web: OwnWeb;
let page: Page;
let application: string;
let part: (fieldId: string) => string;

beforeAll(async () => {
  web = await ownWeb();
  clerk = await aPerson({ baseURL: web.origin });
  page = clerk.page;
  const organisation = theServer().accounts.find((account) => account.organisation)?.organisation;
  await signInEnterprise(page, 'super', organisation);
  application = await beginApplication(page, 'talent-recruitment');
  await page.goto(`/applications/${application}/edit/talents`);
  const talent = await openNewTalent(page);
  part = (fieldId) => `#part-talent-${talent}-${fieldId}`;
}, 240_000);

afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }));
afterAll(async () => {
  await clerk?.leave();
  await web?.kill();
});

const says = (words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: SEEN_WITHIN_MS });

/** Types as a person does, key by key, and stays in the field. */
async function type(fieldId: string, text: string): Promise<void> {
  await page.locator(part(fieldId)).fill('');
  await page.locator(part(fieldId)).pressSequentially(text, { delay: 20 });
}

/** What the server holds, seen in a page that was loaded anew. */
async function stands(fieldId: string, text: string): Promise<void> {
  await says(/已保存/);
  const other = await page.context().newPage();
  await other.goto(`/applications/${application}/edit/talents?at=talent:${talentId()}:${fieldId}`);
  await other.locator(part(fieldId)).waitFor();
  expect(await other.locator(part(fieldId)).inputValue()).toBe(text);
  await other.close();
}
const talentId = () => part('').replace(/^#part-talent-|-$/g, '');

/** Meets the next request of this kind only; the later ones go their way. */
async function nextSave(method: 'GET' | 'POST', meet: (route: Route) => Promise<void> | void): Promise<void> {
  let isMet = false;
  await page.route('**/save', (route) => {
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
    await says(/未保存/);
    await type('school', '苏州大学');
    await web.start();
    await stands('position', '算法工程师');
    await stands('name', '王小明');
  });

  it('is not taken for saved while the server keeps silent: that is said, and it is sent again', async () => {
    await nextSave('POST', () => {});
    await type('name', '王小亮');
    await says('未保存：服务器没有答复，正在重试');
    await stands('name', '王小亮');
  });

  it('is one’s own still when the server had it and its answer was lost', async () => {
    await nextSave('POST', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await type('name', '王小红');
    await says(/未保存/);
    await type('name', '王小虹');
    await stands('name', '王小虹');
    expect(await page.getByText('另一个窗口刚刚改过此项').count()).toBe(0);
  });

  it('is saved while the draft, fetched anew because of an ID number, does not come', async () => {
    await nextSave('GET', () => {});
    await type('idNumber', inventedResidentId(515));
    await page.keyboard.press('Tab');
    await says(/已保存/);
    await type('name', '王小宁');
    await stands('name', '王小宁');
  });
});
