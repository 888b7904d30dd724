import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { EICAR } from '@/lib/drivers/scan/eicar';
import { PART_BYTES } from '@/lib/files/rules/upload-limits';
import { aHeic, HEIC_CANARY } from '../builders/heic';
import { paperPicture } from '../builders/paper-picture';
import { pdfOf } from '../builders/scanned-pdf';
import { barriers } from '../support/axe';
import { aPerson, picture, pictures, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { beginApplication, openNewTalent } from './steps/application';
import { signInEnterprise } from './steps/sign-in';

let clerk: Person;
let page: Page;
let application: string;
beforeAll(async () => {
  clerk = await aPerson({ mayComplain: [/net::ERR_INTERNET_DISCONNECTED/] });
  page = clerk.page;
  page.on('dialog', (dialog) => void dialog.accept());
  const organisation = theServer().accounts.find((account) => account.organisation)?.organisation;
  await signInEnterprise(page, 'super', organisation);
  application = await beginApplication(page, 'talent-recruitment');
  await page.goto(`/applications/${application}/edit/talents`);
  await openNewTalent(page);
  await page.goto(`/applications/${application}/edit/attachments`);
}, 240_000);
afterAll(() => clerk?.leave());

const row = (requirementId: string) => page.locator(`#part-attachment-${requirementId}`);
const choose = (requirementId: string, name: string, buffer: Buffer) =>
  page
    .locator(`#part-attachment-${requirementId}-file`)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const says = (words: string | RegExp, where = page.locator('main')) => where.getByText(words).first().waitFor();

/** A PDF of so many bytes that has no other part like it. */
async function aLongPdf(bytes: number, lines: string): Promise<Buffer> {
  const page = paperPicture({ title: lines, lines: [], serial: 31 });
  const { width = 0, height = 0 } = await sharp(page).metadata();
  const pdf = Buffer.from(pdfOf(page, width, height));
  const padding = Buffer.from(`% ${lines} ${'.'.repeat(Math.max(0, bytes - pdf.length))}\n`);
  return Buffer.concat([pdf.subarray(0, 9), padding, pdf.subarray(9)]);
}

describe('a file', () => {
  it('cut off at more than half by a network that goes away goes on when it is back', async () => {
    let isAway = false;
    await page.route(/\/api\/uploads\/.*offset=/, async (route) => {
      const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
      if (!isAway && offset >= 3 * PART_BYTES) {
        isAway = true;
        await page.context().setOffline(true);
      }
      return isAway ? route.abort('internetdisconnected') : route.continue();
    });
    await choose('businessLicence', '营业执照.pdf', await aLongPdf(4.6 * PART_BYTES, '营业执照'));
    await says(/网络断开，已传 65%，没有丢失/, row('businessLicence'));
    await picture(page, 'cut-off-1440');
    await page.unrouteAll();
    await page.context().setOffline(false);
    await says('完成', row('businessLicence'));
  }, 60_000);

  it('goes on by itself after the page was loaded anew, and is forgotten when it is cancelled', async () => {
    await page.route(/offset=1048576$/, () => {}, { times: 1 });
    const held = page.waitForRequest(/offset=1048576$/);
    await choose('commitmentLetter', '承诺书.pdf', await aLongPdf(2.5 * PART_BYTES, '承诺书'));
    await row('commitmentLetter').locator('progress').waitFor();
    await held;
    await picture(page, 'sending-1440');
    const goesOn = page.waitForRequest((request) => request.method() === 'PUT');
    await page.reload();
    expect((await goesOn).url()).toMatch(/offset=1048576$/);
    await says('完成', row('commitmentLetter'));

    await page.route(/offset=/, () => {});
    const begun = page.waitForRequest(/offset=0$/);
    await choose('commitmentLetter', '多余.pdf', await aLongPdf(1.5 * PART_BYTES, '多余'));
    await begun;
    const forgotten = page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.ok());
    await row('commitmentLetter').getByRole('button', { name: '取消上传 多余.pdf' }).click();
    await forgotten;
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await row('commitmentLetter').getByText('多余.pdf').waitFor({ state: 'detached' });
  }, 60_000);

  it('from a telephone is shown upright and without its place', async () => {
    await choose('commitmentLetter', 'IMG_0001.HEIC', Buffer.from(aHeic()));
    await says('IMG_0001.jpg', row('commitmentLetter'));
    const thumb = row('commitmentLetter').locator('img').last();
    const address = ((await thumb.getAttribute('src')) ?? '').replace('thumb', 'kept');
    const kept = await (await page.request.get(address)).body();
    expect(kept.includes(HEIC_CANARY)).toBe(false);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 240, height: 160 });
  }, 60_000);

  it('with something bad in it is refused with what to do; the same twice is told where it is', async () => {
    const bad = Buffer.concat([await aLongPdf(0, '坏'), Buffer.from(`\n% ${EICAR}\n%%EOF`)]);
    await choose('commitmentLetter', '坏文件.pdf', bad);
    await says(/文件有安全风险：/, row('commitmentLetter'));
    await row('commitmentLetter').getByRole('button', { name: '知道了' }).click();
    await choose('commitmentLetter', '执照又一份.pdf', await aLongPdf(4.6 * PART_BYTES, '营业执照'));
    await says('重复的文件：此文件已附在 营业执照，请核对是否选错。', row('commitmentLetter'));
    await pictures(page, 'told-twice');
    await row('commitmentLetter').getByRole('button', { name: '不附了' }).click();
  }, 60_000);

  it('is replaced and had back, and an earlier application’s is taken without an upload', async () => {
    const replace = page.getByLabel('替换 营业执照.pdf');
    await replace.setInputFiles({
      name: '新执照.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(paperPicture({ title: '营业执照', lines: ['新'], serial: 77 })),
    });
    await says('新执照.jpg', row('businessLicence'));
    await row('businessLicence').getByText('已替换，可恢复（1 个）').click();
    await row('businessLicence').getByRole('button', { name: '恢复 营业执照.pdf' }).click();
    await row('businessLicence').getByRole('button', { name: '移除' }).waitFor();
    await page.getByLabel('替换 营业执照.pdf').waitFor({ state: 'attached' });

    await row('businessLicence').getByRole('button', { name: '移除' }).click();
    await row('businessLicence').getByText('未上传').waitFor();
    await row('businessLicence').getByRole('button', { name: '从以往申请中选用' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /^选用 / })
      .first()
      .waitFor();
    await picture(page, 'earlier-1440');
    await dialog
      .getByRole('button', { name: /^选用 / })
      .first()
      .click();
    await says('完成', row('businessLicence'));
  }, 60_000);
});

describe('the viewer', () => {
  it('shows the pages of a PDF as pictures beside the list and is worked by keyboard', async () => {
    await row('commitmentLetter').getByRole('button', { name: '查看' }).first().click();
    const viewer = page.getByRole('region', { name: /^查看文件：/ });
    await viewer.locator('image').waitFor();
    expect(await viewer.locator('image').getAttribute('href')).toMatch(/as=page-1$/);
    await page.keyboard.press('+');
    await says('150%', viewer);
    await page.keyboard.press('-');
    await page.keyboard.press('r');
    const turned = viewer.locator('g:has(> image)');
    expect(await turned.getAttribute('transform')).toMatch(/rotate\(90\)/);
    await page.keyboard.press('ArrowRight');
    await says('第 2 个，共 2 个文件', viewer);
    await page.keyboard.press('ArrowLeft');
    expect(await turned.getAttribute('transform')).toMatch(/rotate\(90\)/);
    await page.setViewportSize({ width: 1280, height: 800 });
    await picture(page, 'viewer-1280');
    await pictures(page, 'viewer');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await pictures(page, 'papers');
    expect(clerk.watch.complaints).toEqual([]);
  }, 60_000);
});
