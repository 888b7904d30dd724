import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { completeEnterpriseAnswers, completeTalent } from '../builders/answers';
import { paperPicture } from '../builders/paper-picture';
import { aPerson, picture, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { isComplete, numberOn, saved } from './steps/application';
import { answerByKeys, press } from './steps/keyboard';
import { signInEnterprise } from './steps/sign-in';

const STEP_MS = 300_000;
const organisation = theServer().accounts.find((account) => account.organisation)?.organisation;
const domId = (part: string) => `part-${part.replace(/[^a-zA-Z0-9]/g, '-')}`;

let person: Person;
let page: Page;

beforeAll(async () => {
  person = await aPerson();
  page = person.page;
  await signInEnterprise(page, 'super', organisation);
});
afterAll(() => person?.leave());

const next = async (to: RegExp) => {
  await press(page, page.getByRole('link', { name: '下一步' }));
  await page.waitForURL(to);
};

describe('an application without a mouse', () => {
  it('is begun from the guide, after its instructions', begun, STEP_MS);
  it('takes the enterprise’s answers and its contact', answered, STEP_MS);
  it('takes a talent', talent, STEP_MS);
  it('takes every paper', papers, STEP_MS);
  // Suites that come after it count on what nobody has handed in yet.
  const byItself = process.env.E2E_PICTURES ? it : it.skip;
  byItself('is handed in and has its number', handedIn, STEP_MS);
  it('shows no error, warning or refused resource', () => expect(person.watch.complaints).toEqual([]));
});

async function begun() {
  await page.goto('/talent/talent-recruitment');
  await press(page, page.getByRole('link', { name: '在线办理' }).last());
  await page.getByRole('heading', { name: '在线阅读申请说明' }).waitFor();
  await press(page, page.getByLabel('我已阅读并同意以上申请说明'), 'Space');
  await press(page, page.getByRole('button', { name: '开始申请' }));
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}\/(edit\/enterprise|carry-over)/);
  if (page.url().endsWith('/carry-over')) await press(page, page.getByRole('link', { name: '不带入，直接填写' }));
  await page.waitForURL(/\/edit\/enterprise/);
}

async function answered() {
  await page
    .locator(`[id^="${domId('field:')}"]`)
    .first()
    .waitFor();
  for (const [field, value] of Object.entries(completeEnterpriseAnswers()))
    await answerByKeys(page, domId(`field:${field}`), value);
  await page.keyboard.press('Tab');
  await saved(page);
  await next(/edit\/contact/);
  await page.getByRole('radio').first().waitFor({ state: 'attached' });
  if ((await page.getByRole('radio', { checked: true }).count()) === 0) {
    await press(page, page.getByRole('radio').first(), 'Space');
    await saved(page);
  }
  await next(/edit\/talents/);
}

/** The draft may be one that others of the enterprise have begun: whoever stands in it is taken out. */
async function talent() {
  const everybody = page.getByLabel('选择列出的全部人员');
  await page.getByRole('button', { name: /^添加/ }).waitFor();
  if (await everybody.count()) {
    await press(page, everybody, 'Space');
    await press(page, page.getByRole('button', { name: '移除所选' }));
    await everybody.waitFor({ state: 'detached' });
    await saved(page);
  }
  await press(page, page.getByRole('button', { name: /^添加/ }));
  await page.getByRole('heading', { name: '未填姓名' }).waitFor();
  const panel = page.locator('section[aria-labelledby^="part-talent-"]');
  const id = ((await panel.getAttribute('aria-labelledby')) ?? '').replace('part-talent-', '');
  const built = completeTalent({ appliedOn: shanghaiDayOf(new Date()), category: 'D', name: '钱键盘', seed: 955 });
  const { name, idType, category } = built;
  const answers = { name, idType, ...built.sealedClear, category, ...built.answers };
  for (const [field, value] of Object.entries(answers))
    await answerByKeys(page, domId(`talent:${id}:${field}`), value ?? '');
  await page.keyboard.press('Tab');
  await saved(page);
  await picture(page, 'keyboard-talent');
  await press(page, panel.getByRole('button', { name: '收起' }));
  await next(/edit\/attachments/);
}

/** The window of the system that Enter opens is asked for before the way to the button, or the browser would show its own. */
async function papers() {
  const open = page.locator('div[id^="part-attachment-"]').filter({ hasText: '未上传' });
  const whose = page.locator('button[aria-pressed]').filter({ hasText: /差 \d+ 项/ });
  await open.or(whose).first().waitFor();
  for (let serial = 950; ; serial += 1) {
    const ids = await open.evaluateAll((rows) => rows.map((row) => row.id));
    const [first] = ids;
    if (!first && !(await whose.count())) return;
    if (!first) {
      await press(page, whose.first());
      continue;
    }
    const opened = page.waitForEvent('filechooser');
    await press(page, page.locator(`#${first}-file`));
    const buffer = Buffer.from(paperPicture({ title: `附件 ${serial}`, lines: ['演示材料'], serial }));
    await (await opened).setFiles({ name: `附件 ${serial}.jpg`, mimeType: 'image/jpeg', buffer });
    await page.locator(`#${first}`).getByText('完成').first().waitFor({ timeout: 30_000 });
  }
}

async function handedIn() {
  await next(/edit\/preview/);
  await picture(page, 'keyboard-preview');
  await isComplete(page);
  await press(page, page.getByRole('button', { name: '确认提交' }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: '确认提交' }));
  await page.waitForURL((url) => !url.pathname.includes('/edit/'));
  expect(await numberOn(page)).toMatch(/^RC\d{11}$/);
}
