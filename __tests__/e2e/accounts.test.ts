import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { DEMO_PASSWORD, inventedMobile } from '../builders/people';
import { barriers } from '../support/axe';
import { aPerson, pictures, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { readSms } from './steps/registration';
import { readPictureCode, signInEnterprise, signInStaff, signInWith } from './steps/sign-in';

const STEP_MS = 300_000;
const ENTERPRISES = [...new Set(theServer().accounts.flatMap(({ organisation }) => organisation ?? []))];
const [ENTERPRISE = '', , LOCKED_OUT = ''] = ENTERPRISES;
const MOBILE = '13800008801';
const [FIRST, SECOND] = ['Lake-side-2026', 'River-bank-2027'];

const people: Person[] = [];
async function somebody(): Promise<Page> {
  const person = await aPerson();
  people.push(person);
  return person.page;
}

let admin: Page;
beforeAll(async () => {
  admin = await somebody();
}, 60_000);
afterAll(() => Promise.all(people.map(({ leave }) => leave())));

async function fill(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, text] of Object.entries(typed)) await page.locator(`#${id}`).fill(text);
}

/** Seen at both widths and without a barrier. */
async function look(page: Page, name: string): Promise<void> {
  // What is half scrolled away below a bar that stays is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await barriers(page)).toEqual([]);
  await pictures(page, name);
}

async function newPassword(page: Page, password: string, button: string): Promise<void> {
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByLabel('再次填写新密码').fill(password);
  await page.getByRole('button', { name: button }).click();
}

describe('员工管理 and 忘记密码', () => {
  it(
    'the administrator adds a handler, who gets an initial password by SMS and changes it first of all',
    async () => {
      await signInEnterprise(admin, 'admin', ENTERPRISE);
      await admin.goto('/employees');
      await admin.getByRole('link', { name: '添加经办人' }).click();
      await admin.getByRole('button', { name: '添加并发送初始密码' }).click();
      await admin.locator('#displayName[aria-invalid=true]').waitFor();
      await look(admin, '01-employee-missing');
      await fill(admin, { displayName: '周喆堃', mobile: MOBILE, username: 'zhouzk' });
      await admin.getByLabel(/高层次和紧缺人才招聘补贴/).check();
      await admin.getByRole('button', { name: '添加并发送初始密码' }).click();
      await admin.waitForURL(/added=1/);
      await look(admin, '02-employee-added');

      const [, initial = ''] = await readSms(admin, /账号zhouzk的初始密码(\S+?)，/);
      const handler = await somebody();
      await signInWith(handler, { organisation: ENTERPRISE, username: 'zhouzk', password: initial });
      await handler.waitForURL(/first-password/);
      await newPassword(handler, FIRST, '保存新密码');
      await handler.waitForURL('**/home');
      await look(handler, '03-handler-home');
    },
    STEP_MS,
  );

  it(
    'who forgot the password gets a code on the bound telephone and sets another',
    async () => {
      const page = await somebody();
      await page.goto('/forgot-password');
      await fill(page, { enterprise: ENTERPRISE, username: 'zhouzk' });
      await page.locator('#pictureCode').fill(await readPictureCode(page));
      await page.getByRole('button', { name: '获取验证码' }).click();
      await page.waitForURL(/forgot-password\/code/);
      await look(page, '04-forgot-code');
      const [, code = ''] = await readSms(page, new RegExp(`${MOBILE}[^验]*?验证码(\\d{6})`));
      await fill(page, { code });
      await newPassword(page, SECOND, '设置新密码');
      await page.waitForURL(/login\?reset=1/);
      await look(page, '05-login-after-reset');
      await signInWith(page, { organisation: ENTERPRISE, username: 'zhouzk', password: SECOND });
      await page.waitForURL('**/home');
    },
    STEP_MS,
  );

  it(
    'a disabled handler is out at once',
    async () => {
      await admin.getByRole('button', { name: '停用账号' }).click();
      await look(admin, '06-disable-asked');
      await admin.getByRole('dialog').getByRole('button', { name: '停用账号' }).click();
      await admin.getByText('已停用').first().waitFor();
      const handler = people.at(-1)?.page;
      await handler?.goto('/home');
      await handler?.waitForURL(/login/);
    },
    STEP_MS,
  );
});

describe('密码重置 by two officers', () => {
  it(
    'is asked for in public, checked by telephone, confirmed by another, and ends in an SMS to the mobile on record',
    async () => {
      // Of another enterprise: the suites after this one sign in with the passwords that the demo lists.
      const administrator = await somebody();
      const account = { organisation: LOCKED_OUT, username: 'admin' };
      await signInWith(administrator, { ...account, password: DEMO_PASSWORD });
      await administrator.waitForURL('**/home');
      const visitor = await somebody();
      await visitor.goto('/forgot-password/request');
      await fill(visitor, { enterprise: LOCKED_OUT, mobile: inventedMobile(3) });
      await visitor.locator('#pictureCode').fill(await readPictureCode(visitor));
      await visitor.getByRole('button', { name: '提交重置请求' }).click();
      await visitor.getByText('请求已收到').waitFor();
      await look(visitor, '10-reset-asked');

      const first = await somebody();
      await signInStaff(first, 'window');
      await first.goto('/staff/change-requests');
      await first
        .getByRole('row', { name: new RegExp(`密码重置.*${LOCKED_OUT}`) })
        .filter({ hasText: '已收到' })
        .getByRole('link')
        .first()
        .click();
      await first.getByRole('button', { name: '开始核对' }).click();
      await first.getByRole('button', { name: '提请复核' }).waitFor();
      await first.getByRole('button', { name: '提请复核' }).click();
      await first.getByText('尚未提请复核').waitFor();
      await look(first, '11-check-missing');
      await first.getByLabel('回拨了哪个电话').selectOption({ index: 1 });
      const minute = first.getByLabel('通话时间');
      await minute.fill((await minute.getAttribute('max')) ?? '');
      await fill(first, { spokenTo: '林晓雯' });
      await first.getByLabel('重置是本单位提出的').check();
      await first.getByLabel('法定代表人姓名').check();
      await first.getByRole('button', { name: '提请复核' }).click();
      await first.getByRole('button', { name: '撤回提请' }).waitFor();
      expect(await first.getByRole('button', { name: '复核通过' }).count()).toBe(0);
      await look(first, '12-proposed');

      const second = await somebody();
      await signInStaff(second, 'window2');
      await second.goto(first.url());
      await look(second, '13-to-confirm');
      await second.getByRole('button', { name: '复核通过' }).click();
      await second.getByRole('dialog').getByRole('button', { name: '复核通过' }).click();
      const [, initial = ''] = await readSms(second, /账号admin的初始密码(\S+?)，/);
      await look(second, '14-confirmed');

      await administrator.goto('/employees');
      await administrator.waitForURL(/login/);
      await signInWith(administrator, { ...account, password: initial });
      await administrator.waitForURL(/first-password/);
      await newPassword(administrator, FIRST, '保存新密码');
      await administrator.waitForURL('**/home');
    },
    STEP_MS,
  );

  it('shows no error, warning or refused resource in any browser', () => {
    expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });
});
