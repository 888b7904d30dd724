import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { DOCTOR_STEPS, readDoctorCode, type DoctorReason, type DoctorStep } from '@/lib/enterprise/rules/doctor-code';
import { aPerson, picture, pictures, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { signInStaff } from './steps/sign-in';
import { enterPin, KEY_PIN, plugOnly, turnAgent, untilKeyIs } from './steps/key';

let visitor: Person;
let page: Page;
/** Everything that the page sent to our own server. */
const sent: string[] = [];

const JIANGSU = '/ca-doctor?ca=jiangsu';
const SUZHOU = '/ca-doctor?ca=suzhou';
const ACT = '开始体检';

beforeAll(async () => {
  visitor = await aPerson({ patienceMs: 30_000, mayComplain: [/ERR_EMPTY_RESPONSE|ERR_CONNECTION/] });
  page = visitor.page;
  page.on('request', (request) => {
    if (request.url().startsWith(theServer().origin)) sent.push(`${request.url()} ${request.postData() ?? ''}`);
  });
}, 120_000);
afterAll(async () => {
  await turnAgent('reset').catch(() => undefined);
  await visitor?.leave();
});
beforeEach(async () => turnAgent('reset'));

const stateOf = (step: DoctorStep) => page.locator(`[data-step="${step}"]`).getAttribute('data-state');
const states = () => Promise.all(DOCTOR_STEPS.map(stateOf));
const faultOnPage = async () => readDoctorCode(await page.getByRole('status', { name: '体检代码' }).innerText());

const shots = (name: string) => pictures(page, `ca-doctor-${name}`);

describe('a sound key', () => {
  const KEYS = [
    ['01-jiangsu-rsa', JIANGSU, '苏州晨星纳米材料有限公司'],
    ['02-jiangsu-sm2', JIANGSU, '苏州云桥工业软件有限公司'],
    ['03-suzhou-rsa', SUZHOU, '苏州澄湖基因检测有限公司'],
    ['04-suzhou-sm2', SUZHOU, '苏州青禾机器人股份有限公司'],
  ] as const;

  it.each(KEYS)('%s is green from the driver to the register', async (key, path, name) => {
    await plugOnly(key);
    await page.goto(path);
    await untilKeyIs(page, 'ready');
    if (key === '01-jiangsu-rsa') await shots('ready');
    await enterPin(page, ACT);
    await page.getByRole('heading', { name: '体检通过' }).waitFor();
    expect(await states()).toEqual(DOCTOR_STEPS.map(() => 'good'));
    await page.getByText(name).waitFor();
    if (key === '01-jiangsu-rsa') await shots('passed');
  });

  it('of an enterprise with accounts is told that it is registered', async () => {
    await plugOnly('06-jiangsu-registered');
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'ready');
    await enterPin(page, ACT);
    await page.getByText('该企业已注册').waitFor();
    expect(await page.getByRole('link', { name: '去登录' }).getAttribute('href')).toBe('/login');
    await shots('registered');
  });
});

describe('what the browser sees by itself', () => {
  const cases: readonly [what: string, prepare: () => Promise<void>, state: string, step: DoctorStep][] = [
    ['no key', () => turnAgent('unplug'), 'no-key', 'key'],
    ['the key of the other CA', () => plugOnly('03-suzhou-rsa'), 'other-key', 'key'],
    ['an old driver', () => turnAgent('old-version'), 'agent-outdated', 'version'],
    ['a driver that talks nonsense', () => turnAgent('garbage'), 'agent-broken', 'agent'],
    ['a driver that does not answer within 3 seconds', () => turnAgent('slow'), 'agent-silent', 'agent'],
  ];

  it.each(cases)('%s', async (_what, prepare, state, step) => {
    await prepare();
    await page.goto(JIANGSU);
    await untilKeyIs(page, state);
    expect(await stateOf(step)).toBe('bad');
    expect(await faultOnPage()).toEqual({ provider: 'JIANGSU', step, reason: state });
    await shots(state);
  });

  it('goes on by itself as soon as what was missing is there', async () => {
    await turnAgent('unplug');
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'no-key');
    await turnAgent('plug', { key: '01-jiangsu-rsa' });
    await untilKeyIs(page, 'ready');
  });

  it('no driver at all', async () => {
    await page.context().route(`${theServer().agentOrigin}/**`, (route) => route.abort('connectionrefused'));
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'agent-missing');
    expect(await faultOnPage()).toEqual({ provider: 'JIANGSU', step: 'agent', reason: 'agent-missing' });
    await shots('agent-missing');
    await page.context().unroute(`${theServer().agentOrigin}/**`);
    await untilKeyIs(page, 'ready');
  });

  it('two keys: asks which, and takes the one that was chosen', async () => {
    await turnAgent('two-keys');
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'many-keys');
    await shots('many-keys');
    await page.getByLabel('苏州云桥工业软件有限公司').check();
    await enterPin(page, ACT);
    await page.getByRole('heading', { name: '体检通过' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('苏州云桥工业软件有限公司');
  });
});

describe('the PIN', () => {
  it('wrong: says how many tries are left, empties the field and asks again', async () => {
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'ready');
    await enterPin(page, ACT, '000000');
    await untilKeyIs(page, 'pin-wrong');
    expect(await page.getByRole('status').filter({ hasText: 'PIN 码错误' }).innerText()).toContain('还可以试 5 次');
    const field = page.getByLabel('PIN 码', { exact: true });
    expect([await field.inputValue(), await field.evaluate((one) => one === document.activeElement)]).toEqual([
      '',
      true,
    ]);
    await shots('pin-wrong');
    await enterPin(page, ACT);
    await page.getByRole('heading', { name: '体检通过' }).waitFor();
  });

  it('wrong six times: the key is locked, and where it is unlocked is said', async () => {
    await turnAgent('lock', { key: '01-jiangsu-rsa' });
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'ready');
    await enterPin(page, ACT);
    await untilKeyIs(page, 'pin-locked');
    expect(await faultOnPage()).toEqual({ provider: 'JIANGSU', step: 'key', reason: 'pin-locked' });
    await shots('pin-locked');
  });

  it('cancelled in the driver: nothing happened, the next try goes through', async () => {
    await turnAgent('cancel');
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'ready');
    await enterPin(page, ACT);
    await untilKeyIs(page, 'cancelled');
    await shots('cancelled');
    await page.getByRole('button', { name: ACT }).click();
    await page.getByRole('heading', { name: '体检通过' }).waitFor();
  });

  it('a crash in the middle of the signature: said, and mended by itself when the driver is back', async () => {
    await turnAgent('crash-mid-sign');
    await page.goto(JIANGSU);
    await untilKeyIs(page, 'ready');
    await enterPin(page, ACT);
    await untilKeyIs(page, 'agent-missing');
    // Started again by whoever watches over it; the page notices and tells what happened before.
    await untilKeyIs(page, 'interrupted');
    await shots('crashed');
    await enterPin(page, ACT);
    await page.getByRole('heading', { name: '体检通过' }).waitFor();
  });

  it('never went to our server, in no request of all these', () => {
    expect(sent.some((one) => one.includes('/api/ca/examine'))).toBe(true);
    expect(sent.filter((one) => one.includes(KEY_PIN) || one.includes('000000'))).toEqual([]);
  });
});

describe('what only the server can judge', () => {
  const cases: readonly [key: string, path: string, step: DoctorStep, reason: DoctorReason, title: string][] = [
    ['08-jiangsu-expired', JIANGSU, 'dates', 'expired', '证书已过期'],
    ['09-suzhou-revoked', SUZHOU, 'revocation', 'revoked', '证书已吊销'],
    ['10-jiangsu-no-uscc', JIANGSU, 'fields', 'registration-number-only', '无法自动匹配出统一社会信用代码'],
    ['11-suzhou-unknown-root', SUZHOU, 'chain', 'link-signature', '不是苏州CA颁发的证书'],
    ['12-jiangsu-personal', JIANGSU, 'certificate', 'personal-certificate', '这是个人证书'],
    ['13-jiangsu-renamed', JIANGSU, 'register', 'not-in-register', '无法匹配法人库'],
    ['14-suzhou-struck-off', SUZHOU, 'register', 'not-in-register', '无法匹配法人库'],
    ['15-suzhou-not-in-register', SUZHOU, 'register', 'not-in-register', '无法匹配法人库'],
  ];

  it.each(cases)('%s is red at its own step', async (key, path, step, reason, title) => {
    await plugOnly(key);
    await page.goto(path);
    await untilKeyIs(page, 'ready');
    await enterPin(page, ACT);
    await page.getByRole('alert').filter({ hasText: title }).waitFor();
    expect(await faultOnPage()).toEqual({ provider: path === JIANGSU ? 'JIANGSU' : 'SUZHOU', step, reason });
    expect(await stateOf(step)).toBe('bad');
    await shots(key.slice(3));
  });
});

describe('around it', () => {
  it('Internet Explorer is told which browsers work, without a script', async () => {
    const { page: plain, leave } = await aPerson({
      javaScriptEnabled: false,
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
    });
    await plain.goto(JIANGSU);
    await plain.getByRole('heading', { name: '请换一个浏览器' }).waitFor();
    expect(await plain.locator('script').count()).toBe(0);
    await picture(plain, 'ca-doctor-old-browser');
    await leave();
  });

  it('the driver that is offered is the one whose checksum stands beside it', async () => {
    for (const ca of ['jiangsu', 'suzhou']) {
      await page.goto(`/register/ca/${ca}`);
      const shown = (await page.locator('code').first().innerText()).replaceAll(' ', '');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载安装包' }).click(),
      ]);
      expect(
        createHash('sha256')
          .update(readFileSync(await download.path()))
          .digest('hex'),
      ).toBe(shown);
      await picture(page, `ca-download-${ca}-1440`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'ca-download-suzhou-390');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('a code that was read out is read back to staff in words, and a misheard one is noticed', async () => {
    const { page: desk, leave } = await aPerson();
    await signInStaff(desk, 'window');
    await desk.goto('/staff/ca-codes?code=caj07615');
    await desk.getByRole('heading', { name: '证书已过期' }).waitFor();
    await picture(desk, 'staff-ca-codes-1440');
    await desk.goto('/staff/ca-codes?code=CA-J06-61-5');
    await desk.getByRole('status').filter({ hasText: '没有这样的代码' }).waitFor();
    await leave();
  });

  it('the panel of the demo plugs a key in and out', async () => {
    await page.goto('/dev/keys');
    const row = page.getByRole('row', { name: /苏州云桥工业软件有限公司/ });
    await row.getByRole('button', { name: '插上' }).click();
    await row.getByText('已插上').waitFor();
    await picture(page, 'dev-keys-1440');
  });

  it('the console stayed empty and no resource was refused', () => {
    expect(visitor.watch.complaints).toEqual([]);
  });
});
