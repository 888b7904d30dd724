import type { Page } from 'playwright';
import { completeEnterpriseAnswers, completeTalent, type TalentOptions } from '../../builders/answers';
import { paperPicture } from '../../builders/paper-picture';
import type { Answers } from '@/lib/programme/rules/config';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';

/** The id that the wizard gives the control of a part. */
const domId = (part: string) => `part-${part.replace(/[^a-zA-Z0-9]/g, '-')}`;

/** Types one answer as a person would, whatever control it has; fields that are not shown are passed over. */
async function answer(page: Page, part: string, value: string): Promise<void> {
  const id = domId(part);
  const radio = page.locator(`input[type=radio][name="${id}"][value="${value}"]`);
  const control = page.locator(`#${id}`);
  // What an answer brings with it is drawn a moment after it: by then all is saved.
  if (!(await radio.or(control).count())) await saved(page);
  if (await radio.count()) {
    await radio.check({ force: true });
    return;
  }
  if (!(await control.count())) return;
  const kind = await control.evaluate((element) => element.tagName);
  if (kind === 'SELECT') await control.selectOption(value);
  else if (kind === 'INPUT' || kind === 'TEXTAREA') await control.fill(value);
}

/** Nothing is on its way to the server any more. What the page says before its scripts have come is not counted. */
export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.earlyInput === undefined);
  await page
    .getByText(/已保存/)
    .first()
    .waitFor({ timeout: 20_000 });
}

const next = (page: Page) => page.getByRole('link', { name: '下一步' }).click();

/** 开始申请 from the guide, with the instructions read and accepted. Answers the application's id. */
export async function beginApplication(page: Page, programme: string): Promise<string> {
  await page.goto(`/talent/${programme}`);
  await page.getByRole('link', { name: '在线办理' }).last().click();
  await page.getByRole('heading', { name: '在线阅读申请说明' }).waitFor();
  await page.getByLabel('我已阅读并同意以上申请说明').check({ force: true });
  await page.getByRole('button', { name: '开始申请' }).click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}\/(edit\/enterprise|carry-over)/);
  if (page.url().endsWith('/carry-over')) await page.getByRole('link', { name: '不带入，直接填写' }).click();
  await page.waitForURL(/\/edit\/enterprise/);
  return /applications\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

export async function fillEnterprise(page: Page, answers: Answers = completeEnterpriseAnswers()): Promise<void> {
  for (const [fieldId, value] of Object.entries(answers)) await answer(page, `field:${fieldId}`, value);
  await page.keyboard.press('Tab');
  await saved(page);
}

export async function chooseFirstContact(page: Page): Promise<void> {
  await next(page);
  await page.waitForURL(/edit\/contact/);
  await page.getByRole('radio').first().check({ force: true });
  await saved(page);
}

/** Adds one talent, whose panel opens. Answers its id. */
export async function openNewTalent(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^添加/ }).click();
  await page.getByRole('heading', { name: '未填姓名' }).waitFor();
  const heading = page.locator('section[aria-labelledby^="part-talent-"]');
  return ((await heading.getAttribute('aria-labelledby')) ?? '').replace('part-talent-', '');
}

/** Adds one talent and types everything that is asked of it. */
export async function addTalent(page: Page, options: TalentOptions): Promise<string> {
  const built = completeTalent({ appliedOn: shanghaiDayOf(new Date()), ...options });
  const { name, idType, category } = built;
  return addEntry(page, { name, idType, ...built.sealedClear, category, ...built.answers });
}

/** Adds one entry and types these answers in their order. */
export async function addEntry(page: Page, answers: Answers): Promise<string> {
  const talent = await openNewTalent(page);
  for (const [fieldId, value] of Object.entries(answers)) await answer(page, `talent:${talent}:${fieldId}`, value);
  await page.keyboard.press('Tab');
  await saved(page);
  return talent;
}

/** Puts a drawn page under every paper that is still asked for. */
export async function uploadPapers(page: Page): Promise<void> {
  const open = () => page.locator('div[id^="part-attachment-"]').filter({ hasText: '未上传' });
  let serial = 900;
  for (;;) {
    const rows = await open().evaluateAll((elements) => elements.map((element) => element.id));
    if (rows.length === 0) {
      const person = page.locator('button[aria-pressed]').filter({ hasText: /差 \d+ 项/ });
      if (!(await person.count())) return;
      await person.first().click();
      continue;
    }
    for (const id of rows) {
      serial += 1;
      const title = `附件 ${serial}`;
      const buffer = Buffer.from(paperPicture({ title, lines: ['演示材料'], serial }));
      await page.locator(`#${id}-file`).setInputFiles({ name: `${title}.jpg`, mimeType: 'image/jpeg', buffer });
      await page.locator(`#${id}`).getByText('完成').first().waitFor({ timeout: 30_000 });
    }
  }
}

/** Waits for what the preview says; throws with everything that is missing where that is not nothing. */
export async function isComplete(page: Page): Promise<void> {
  const missing = page.getByText(/^尚未提交，还差 \d+ 项/);
  await page.getByText('内容已齐，可以提交').or(missing).first().waitFor();
  if (await missing.count()) throw new Error((await missing.locator('xpath=../..').innerText()).replace(/\s+/g, ' '));
}

/** 确认提交, and its confirmation. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认提交' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/edit/'));
}

/** The 受理编号 on the page of a case. */
export async function numberOn(page: Page): Promise<string> {
  const number = /RC\d{11}/.exec(await page.locator('main').innerText())?.[0];
  if (!number) throw new Error('no 受理编号');
  return number;
}
