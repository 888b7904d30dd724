import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { photographPdf } from '../builders/receipt';
import { aHeic } from '../builders/heic';
import { pagesPdf } from '../builders/scanned-pdf';
import { barriers } from '../support/axe';
import { aPerson, PHONE, picture, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { openCapture } from './steps/money';
import { clipOf, submitOnPhone } from './steps/phone';
import { signInEnterprise } from './steps/sign-in';

const STEP_MS = 300_000;
const NARROW = { width: 360, height: 740 };
const WECHAT = 'Mozilla/5.0 (Linux; Android 13; M2102J2SC Build/TKQ1; wv) Chrome/131 Mobile MicroMessenger/8.0.50';
const ORGANISATION = theServer().accounts.find(({ organisation }) => organisation)?.organisation ?? '';

const people: Person[] = [];
const shut: string[] = [];
const at = { desktop: null as Page | null, jpeg: Buffer.alloc(0), clip: '' };
const desktop = () => at.desktop as Page;

async function somebody(given: Parameters<typeof aPerson>[0] = {}): Promise<Page> {
  const person = await aPerson(given);
  people.push(person);
  return person.page;
}

const aPhone = (given: Parameters<typeof aPerson>[0] = {}) =>
  somebody({ viewport: PHONE, hasTouch: true, isMobile: true, ...given });

async function look(page: Page, name: string): Promise<void> {
  shut.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
  await picture(page, `phone-${name}`);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();
const step = (word: string) =>
  desktop()
    .getByRole('list', { name: '拍照进度' })
    .locator('li[aria-current=step]')
    .filter({ hasText: word })
    .waitFor();
const chosen = (page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  page.getByLabel('选择相册图片或PDF').first().setInputFiles(file);

/** The address that the desktop's QR carries now. */
async function address(): Promise<string> {
  const link = desktop().locator('a[href*="/m/receipt#"]');
  await link.waitFor({ state: 'attached' });
  return (await link.getAttribute('href')) ?? '';
}

/** The four digits beside the QR. */
const pairingCode = async () =>
  (await desktop().getByText('配对码，与手机上一致').locator('b').textContent())?.trim() ?? '';

/** Types the digits on a phone that is asked for them. */
async function takeOver(page: Page): Promise<void> {
  await page.getByLabel('电脑上显示的 4 位配对码').fill(await pairingCode());
  await button(page, '改用这部手机').click();
}

beforeAll(async () => {
  at.desktop = await somebody();
  await signInEnterprise(desktop(), 'super', ORGANISATION);
  await desktop().goto('/disbursements');
  await desktop()
    .getByRole('row')
    .filter({ hasText: '待上传收据' })
    .getByRole('link', { name: '详情' })
    .first()
    .click();
  await desktop().waitForURL(/\/disbursements\/[0-9a-f-]{36}/);
  const paper = desktop().getByRole('link', { name: '下载PDF打印' }).first();
  const pdf = await (await desktop().request.get((await paper.getAttribute('href')) ?? '')).body();
  at.jpeg = Buffer.from(await photographPdf(pdf, { owner: ORGANISATION, seed: 31 }));
  at.clip = await clipOf(pdf, ORGANISATION, 32);
}, STEP_MS);
afterAll(() => Promise.all(people.map(({ leave }) => leave())));

describe('the hand-over of a receipt to a phone', () => {
  let first: Page;
  let second: Page;

  it(
    'is followed by the desktop: opened, camera, photographed and checked',
    async () => {
      const code = await openCapture(desktop());
      await step('等待扫码');
      await look(desktop(), 'desktop-waiting');
      first = await aPhone({ fakeCamera: at.clip });
      await first.addInitScript(() => localStorage.setItem('camera-auto', 'off'));
      await first.goto(code);
      await button(first, '打开相机拍照').waitFor();
      await step('手机已打开');
      await look(first, 'ready');
      await button(first, '打开相机拍照').click();
      await step('正在取景');
      await first.getByRole('list', { name: '拍照条件' }).waitFor();
      await first.setViewportSize(NARROW);
      const row = await first.getByRole('list', { name: '拍照条件' }).boundingBox();
      expect([(row?.x ?? -1) >= 0, (row?.x ?? 0) + (row?.width ?? NARROW.width) <= NARROW.width]).toEqual([true, true]);
      await picture(first, 'phone-camera-360');
      await first.setViewportSize(PHONE);
      await button(first, '帮助').click();
      await look(first, 'help');
      await button(first, '继续拍照').click();
      await button(first, '拍照').click();
      await heading(first, '核对收据');
      await step('已检查');
      await look(desktop(), 'desktop-checked');
    },
    STEP_MS,
  );

  it(
    'keeps its code when the page of the desktop is opened again, and the phone goes on',
    async () => {
      const before = await address();
      await desktop().reload();
      expect(await address()).not.toBe(before);
      await step('已检查');
      await first.reload();
      await heading(first, '核对收据');
    },
    STEP_MS,
  );

  it(
    'goes over to a second phone on which the pairing code of the desktop is typed; the first is told, and the desktop shows it',
    async () => {
      second = await aPhone({ userAgent: WECHAT });
      await second.goto(await address());
      await heading(second, /正在拍照，要改用这部手机吗/);
      await look(second, 'take-over');
      const mistyped = String((Number(await pairingCode()) + 1) % 10_000).padStart(4, '0');
      await second.getByLabel('电脑上显示的 4 位配对码').fill(mistyped);
      await second.keyboard.press('Enter');
      await second.getByText(/配对码不对/).waitFor();
      await look(second, 'pairing-wrong');
      await takeOver(second);
      await button(second, '改用这部手机').waitFor({ state: 'hidden' });
      await step('手机已打开');
      await desktop().getByText('已换到另一部手机：安卓手机 M2102J2SC 微信').waitFor();
      await look(desktop(), 'desktop-taken-over');
      await heading(first, '已改用另一部手机');
      await look(first, 'taken-over');
    },
    STEP_MS,
  );

  it(
    'is handed in by the second phone, and taken back at the desktop',
    async () => {
      await chosen(second, { name: 'a.jpg', mimeType: 'image/jpeg', buffer: at.jpeg });
      await heading(second, '核对收据');
      await submitOnPhone(second);
      await desktop().getByText('已提交，等待审核').first().waitFor();
      await desktop().getByRole('button', { name: '取回', exact: true }).click();
      await desktop().getByRole('button', { name: '取回收据' }).click();
      await button(desktop(), '上传收据').waitFor();
    },
    STEP_MS,
  );

  it(
    'is cancelled from the desktop, and the phone says so',
    async () => {
      await second.goto('about:blank');
      await second.goto(await openCapture(desktop()));
      await second.getByText('配对码，请与电脑上核对').waitFor();
      await step('手机已打开');
      await button(desktop(), '取消本次拍照').click();
      await heading(second, '本次拍照已取消');
      await desktop().getByText('本次拍照已取消').waitFor();
    },
    STEP_MS,
  );
});

describe('where there is no live camera the same page leads to the same verdict:', () => {
  let phone: Page;

  it(
    'in WeChat without a camera, which is told why, by a picture of the album',
    async () => {
      phone = await aPhone({ userAgent: WECHAT });
      await phone.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
      await phone.goto(await openCapture(desktop()));
      await phone.getByText(/微信里打不开相机画面/).waitFor();
      expect(new URL(phone.url()).hash).not.toBe('');
      await look(phone, 'wechat');
      await chosen(phone, { name: 'a.jpg', mimeType: 'image/jpeg', buffer: at.jpeg });
      await heading(phone, '核对收据');
      await look(phone, 'check');
    },
    STEP_MS,
  );

  it(
    'by a scan of several pages, of which the one with the code is found',
    async () => {
      await button(phone, '重拍').click();
      const { width = 0, height = 0 } = await sharp(at.jpeg).metadata();
      const blank = await sharp({ create: { width: 800, height: 1130, channels: 3, background: 'white' } })
        .jpeg()
        .toBuffer();
      const pages = pagesPdf([
        { jpeg: blank, width: 800, height: 1130 },
        { jpeg: at.jpeg, width, height },
      ]);
      await chosen(phone, { name: '扫描.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pages) });
      await heading(phone, '核对收据');
    },
    STEP_MS,
  );

  it(
    'by an iPhone’s HEIC, which is opened and judged: this one shows no receipt',
    async () => {
      await button(phone, '重拍').click();
      await chosen(phone, { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from(aHeic()) });
      await heading(phone, '不能提交');
      await look(phone, 'heic');
    },
    STEP_MS,
  );

  it(
    'without permission, by the phone’s own camera',
    async () => {
      const denied = await aPhone();
      // What a browser answers when somebody said no; one without a window asks nobody.
      await denied.addInitScript(() => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      });
      await denied.goto(await address());
      await takeOver(denied);
      await button(denied, '打开相机拍照').click();
      await denied.getByText('没有相机权限').waitFor();
      await look(denied, 'denied');
      const own = denied.getByLabel('系统相机');
      await own.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: at.jpeg });
      await heading(denied, '核对收据');
      await button(desktop(), '取消本次拍照').click();
      await desktop().getByText('本次拍照已取消').waitFor();
    },
    STEP_MS,
  );
});

it('shuts nobody out, and shows no error, warning or refused resource', () => {
  expect(shut).toEqual([]);
  expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
});
