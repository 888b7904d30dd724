import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Page } from 'playwright';
import { registrationAnswers } from '../builders/registration';
import { aPerson, pictures, type Person, type Watch } from '../support/browser';
import { theServer } from '../support/server';
import { turnAgent } from './steps/key';
import {
  fillSection,
  printPaper,
  prove,
  proveHere,
  readSms,
  saved,
  stampedPicture,
  uploadMaterials,
  uploadPaper,
} from './steps/registration';
import { signInWith } from './steps/sign-in';

const STEP_MS = 300_000;
/** None of them answers before the initial password was changed. */
const PAGES_OF_AN_ENTERPRISE = [
  ...['/home', '/space', '/space/hub', '/applications', '/applications/new/talent-recruitment', '/disbursements'],
  ...['/contacts', '/account', '/enterprise-info', '/change-requests', '/employees', '/employees/new'],
];
const NEW_PASSWORD = 'Lake-side-2026';

/** One newcomer for each CA and algorithm: the keys of the demo. */
const NEWCOMERS = [
  { key: '01-jiangsu-rsa', ca: '江苏CA', name: '苏州晨星纳米材料有限公司', seed: 1 },
  { key: '02-jiangsu-sm2', ca: '江苏CA', name: '苏州云桥工业软件有限公司', seed: 2 },
  { key: '03-suzhou-rsa', ca: '苏州CA', name: '苏州澄湖基因检测有限公司', seed: 3 },
  { key: '04-suzhou-sm2', ca: '苏州CA', name: '苏州青禾机器人股份有限公司', seed: 4 },
] as const;

/** Each CA and each algorithm once; a run that keeps pictures (`npm run e2e -- registration`) takes all four keys. */
const ASKED = process.env.E2E_PICTURES ? NEWCOMERS : [NEWCOMERS[0], NEWCOMERS[3]];

const watched: Watch[] = [];
let visitors: Person[] = [];

async function aVisitor(): Promise<Page> {
  const visitor = await aPerson();
  visitors.push(visitor);
  watched.push(visitor.watch);
  return visitor.page;
}

afterEach(async () => {
  await Promise.all(visitors.map(({ leave }) => leave()));
  visitors = [];
});
afterAll(() => turnAgent('reset'));

describe('成为新用户', () => {
  it.each(ASKED)(
    '$name registers with $key, from the home page to the first sign-in of super',
    async ({ key, ca, name, seed }) => {
      const page = await aVisitor();
      const isFirst = seed === 1;
      await prove(page, { key, ca });
      await page.getByText(name).first().waitFor();
      if (isFirst) await pictures(page, '03-enterprise');
      const answers = registrationAnswers(seed);
      await fillSection(page, 'enterprise', answers);
      if (isFirst) await pictures(page, '04-enterprise-filled');
      await page.getByRole('button', { name: '下一步' }).click();
      await page.waitForURL(/\/register\/administrator/);
      await fillSection(page, 'administrator', answers);
      if (isFirst) await pictures(page, '05-administrator');
      await page.getByRole('button', { name: '下一步' }).click();
      await page.waitForURL(/\/register\/materials/);
      if (isFirst) await pictures(page, '06-materials-empty');
      const forms = await uploadMaterials(page, name);
      expect(forms).toHaveLength(3);
      if (isFirst) await pictures(page, '07-materials');

      await page.getByRole('button', { name: '提交注册' }).click();
      await page.waitForURL(/\/register\/phone/);
      if (isFirst) await pictures(page, '08-phone');
      await page.getByRole('button', { name: '获取验证码' }).click();
      await page.getByText('验证码已发到').waitFor();
      const mobile = answers.administratorMobile ?? '';
      const code = (await readSms(page, new RegExp(`${mobile}[^验]*?【园区一网通办】验证码(\\d{6})`)))[1] ?? '';
      await page.getByLabel('短信验证码').fill(code);
      await page.getByRole('button', { name: '完成注册' }).click();
      await page.waitForURL(/\/register\/done/);
      if (isFirst) await pictures(page, '09-done');

      const accounts = await readSms(
        page,
        new RegExp(`${name}已注册成功。管理员账号admin，密码(\\S+?)；超级用户账号super，密码(\\S+?)。`),
      );
      await signInWith(page, { organisation: name, username: 'super', password: accounts[2] ?? '' });
      await page.waitForURL(/first-password/);
      if (isFirst) await pictures(page, '10-first-password');
      for (const path of isFirst ? PAGES_OF_AN_ENTERPRISE : ['/applications']) {
        await page.goto(path);
        expect(`${path} → ${new URL(page.url()).pathname}`).toBe(`${path} → /account/first-password`);
      }
      await page.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
      await page.getByLabel('再次填写新密码').fill(NEW_PASSWORD);
      await page.getByRole('button', { name: '保存新密码' }).click();
      await page.getByRole('heading', { name: '企业发展服务中心综合服务平台' }).waitFor();
      if (isFirst) await pictures(page, '11-home');
    },
    STEP_MS,
  );

  it(
    'is interrupted and taken up again in another browser, with everything that was typed',
    async () => {
      const first = await aVisitor();
      await prove(first, { key: '05-jiangsu-brackets', ca: '江苏CA' });
      await first.locator('#postcode').fill('2150');
      await first.keyboard.press('Tab');
      await saved(first);

      const second = await aVisitor();
      await prove(second, { key: '05-jiangsu-brackets', ca: '江苏CA' });
      expect(await second.locator('#postcode').inputValue()).toBe('2150');
      await second.getByText('邮政编码为 6 位数字').waitFor();
      await second.getByRole('button', { name: '下一步' }).click();
      await second.getByText(/本步还有 \d+ 处没有填好/).waitFor();
      await pictures(second, '12-incomplete');
      await second.getByRole('link', { name: /办公地址：/ }).click();
      expect(await second.evaluate(() => document.activeElement?.id)).toBe('officeAddress');
      await second.goto('/register');
      await second.getByRole('link', { name: '继续填写' }).click();
      await second.waitForURL(/\/register\/enterprise/);
    },
    STEP_MS,
  );

  it(
    'refuses a form that was printed before something changed, and takes the new one',
    async () => {
      const page = await aVisitor();
      const name = '苏州远岫(中国)集成电路设计有限公司';
      await prove(page, { key: '05-jiangsu-brackets', ca: '江苏CA' });
      const answers = registrationAnswers(5);
      await fillSection(page, 'enterprise', answers);
      await page.goto('/register/administrator');
      await fillSection(page, 'administrator', answers);
      await page.goto('/register/materials');
      const old = await printPaper(page, 'administrator-filing');
      await page.goto('/register/administrator');
      await page.locator('#administratorDepartment').fill('人力资源部');
      await page.keyboard.press('Tab');
      await saved(page);
      await page.goto('/register/materials');
      await printPaper(page, 'administrator-filing');
      await page
        .locator('#administrator-filing input[type=file]')
        .first()
        .setInputFiles({ name: '旧表.jpg', mimeType: 'image/jpeg', buffer: await stampedPicture(old, name, 61) });
      await page
        .locator('#administrator-filing')
        .getByText(/这是第1版/)
        .first()
        .waitFor();
      await pictures(page, '13-old-form');
      const fresh = await printPaper(page, 'administrator-filing');
      await uploadPaper(page, 'administrator-filing', await stampedPicture(fresh, name, 62), '新表.jpg');
    },
    STEP_MS,
  );
});

describe('what goes wrong at the last step', () => {
  it(
    'each error of the SMS code, and 注册失败 with a number that support is sent, in words and with nothing lost',
    async () => {
      const page = await aVisitor();
      const name = '苏州远岫(中国)集成电路设计有限公司';
      await prove(page, { key: '05-jiangsu-brackets', ca: '江苏CA' });
      await page.goto('/register/materials');
      await uploadMaterials(page, name);
      await page.getByRole('button', { name: '提交注册' }).click();
      await page.waitForURL(/\/register\/phone/);
      await page.getByRole('button', { name: '获取验证码' }).click();
      await page.getByText('验证码已发到').waitFor();
      const mobile = registrationAnswers(5).administratorMobile ?? '';
      const code = (await readSms(page, new RegExp(`${mobile}[^验]*?【园区一网通办】验证码(\\d{6})`)))[1] ?? '';
      await page.reload();
      await page.getByRole('button', { name: '获取验证码' }).click();
      await page.getByText('发送过于频繁').waitFor();
      await pictures(page, '15-code-too-often');

      const finish = async (typed: string) => {
        await page.getByLabel('短信验证码').fill(typed);
        await page.getByRole('button', { name: '完成注册' }).click();
      };
      await finish(code === '000000' ? '000001' : '000000');
      await page.getByText('与发送的不一致，请核对。').waitFor();
      await pictures(page, '16-code-wrong');

      const database = new Client({ connectionString: theServer().databaseUrl });
      await database.connect();
      await database.query(`UPDATE sms_code SET expires_at = expires_at - interval '1 day'`);
      await finish(code);
      await page.getByText('请重新获取验证码。').waitFor();
      await pictures(page, '17-code-expired');
      await database.query(`UPDATE sms_code SET expires_at = expires_at + interval '1 day'`);

      await database.query('ALTER TABLE enterprise ADD CONSTRAINT no_room CHECK (false) NOT VALID');
      await finish(code);
      await page.getByText('注册失败').first().waitFor();
      await page
        .getByText(/ZC-[0-9A-F]{8}/)
        .first()
        .waitFor();
      await pictures(page, '18-registration-failed');
      await page.getByRole('button', { name: '发给技术支持' }).click();
      await page.getByRole('status').filter({ hasText: '技术支持' }).first().waitFor();
      await pictures(page, '19-support-asked');
      await database.query('ALTER TABLE enterprise DROP CONSTRAINT no_room');
      await database.end();
      await page.getByRole('button', { name: '完成注册' }).click();
      await page.waitForURL(/\/register\/done/);
    },
    STEP_MS,
  );
});

describe('what goes wrong at the counter', () => {
  const refusals = [
    ['06-jiangsu-registered', '江苏CA', '该企业已注册', 'already-registered'],
    ['08-jiangsu-expired', '江苏CA', '无效的CA证书', 'certificate-invalid'],
    ['10-jiangsu-no-uscc', '江苏CA', '无法自动匹配出统一社会信用代码', 'no-uscc'],
    ['13-jiangsu-renamed', '江苏CA', '无法匹配法人库', 'not-in-register'],
    ['09-suzhou-revoked', '苏州CA', '无效的CA证书', 'certificate-invalid-revoked'],
    ['15-suzhou-not-in-register', '苏州CA', '无法匹配法人库', 'not-in-register-unknown'],
  ] as const;

  it.each(refusals)(
    '%s with %s: %s',
    async (key, ca, title, shot) => {
      const page = await aVisitor();
      await turnAgent('reset');
      await turnAgent('unplug');
      await turnAgent('plug', { key });
      await page.goto(`/register/certificate?ca=${ca === '江苏CA' ? 'JIANGSU' : 'SUZHOU'}`);
      await proveHere(page, ca);
      await page.getByText(title, { exact: true }).first().waitFor();
      await pictures(page, `20-${shot}`);
    },
    STEP_MS,
  );

  it('showed no error, warning or refused resource in any browser', () => {
    expect(watched.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
