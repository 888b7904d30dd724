import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import type { Browser as Found } from './find-browser';
import { withoutMouse } from './by-keys';
import { theServer } from './server';

/**
 * A real Chromium. `fakeCamera` is the absolute path of a .mjpeg or .y4m file that its camera shows.
 * Throws, saying what to install, where there is no browser: without one these tests have failed, not passed.
 */
async function launchBrowser({
  fakeCamera,
  args = [],
}: { fakeCamera?: string; args?: readonly string[] } = {}): Promise<Browser> {
  const found = JSON.parse(process.env.E2E_BROWSER ?? '{"missing":"for tests below __tests__/e2e only"}') as Found;
  if ('missing' in found) throw new Error(found.missing);
  const camera = fakeCamera
    ? [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${fakeCamera}`,
      ]
    : [];
  return chromium.launch({
    executablePath: found.executablePath,
    env: { ...(process.env as Record<string, string>), ...found.env, LANGUAGE: 'zh_CN' },
    args: [...found.args, '--lang=zh-CN', '--disable-gpu', '--font-render-hinting=none', ...camera, ...args],
  });
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export type Person = {
  readonly browser: Browser;
  readonly page: Page;
  readonly watch: Watch;
  leave(): Promise<void>;
};

/**
 * Somebody at a computer of their own: a browser, a page in it, and what went wrong in that page. A browser for each
 * person, since the headless one was seen to stop drawing in a window after others of it had been closed.
 */
export async function aPerson({
  fakeCamera,
  args,
  mayComplain,
  patienceMs = 60_000,
  ...context
}: {
  fakeCamera?: string;
  args?: readonly string[];
  mayComplain?: RegExp[];
  patienceMs?: number;
} & BrowserContextOptions = {}): Promise<Person> {
  const browser = await launchBrowser({ ...(fakeCamera && { fakeCamera }), ...(args && { args }) });
  const own = await browser.newContext({
    ...{ viewport: DESKTOP, baseURL: theServer().origin, locale: 'zh-CN', acceptDownloads: true },
    ...context,
  });
  const page = await own.newPage();
  page.setDefaultTimeout(patienceMs);
  if (process.env.E2E_KEYS) withoutMouse(page);
  return { browser, page, watch: watchPage(page, mayComplain), leave: () => browser.close() };
}

/** Both widths: every state is a page of its own to the reader. */
export async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, `${name}-1440`);
  await page.setViewportSize(PHONE);
  await picture(page, `${name}-390`);
  await page.setViewportSize(DESKTOP);
}

export type Watch = {
  /** What went wrong in the page so far: errors and warnings of the console (CSP refusals are among them), thrown
   * errors, answers of 500 and above, missing pictures, styles and scripts. */
  readonly complaints: readonly string[];
};

/** Listens to a page from now on; `mayComplain` names what a test provokes on purpose. */
function watchPage(page: Page, mayComplain: RegExp[] = []): Watch {
  const complaints: string[] = [];
  const note = (complaint: string) => {
    if (!mayComplain.some((pattern) => pattern.test(complaint))) complaints.push(complaint);
  };
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The browser's echo of an answer, which is judged below.
    if (!message.text().startsWith('Failed to load resource')) note(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`thrown: ${error.message}`));
  page.on('response', (response) => {
    const isPart = ['script', 'stylesheet', 'image', 'font', 'media'].includes(response.request().resourceType());
    if (response.status() >= 500 || (isPart && response.status() >= 400))
      note(`${response.status()} ${response.url()}`);
  });
  return { complaints };
}

const HIGHEST = 6000;
const PAPER_DPI = 110;

/** Keeps a picture of the first page of a PDF, likewise. */
export async function paper(pdf: Uint8Array, name: string): Promise<void> {
  const path = pictureFile(name);
  if (!path) return;
  const { rgba, width, height } = await rasterisePdf(pdf, 1, PAPER_DPI);
  await sharp(Buffer.from(rgba), { raw: { width, height, channels: 4 } })
    .png()
    .toFile(path);
}

/** Where a picture of this name is kept; null when this run keeps none. */
function pictureFile(name: string): string | null {
  const folder = process.env.E2E_PICTURES;
  if (!folder) return null;
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

/** Keeps a picture of the whole page when this run keeps pictures (`npm run e2e -- WORD`). */
export async function picture(page: Page, name: string): Promise<void> {
  const path = pictureFile(name);
  if (!path) return;
  // What sticks to an edge of the window stands at an edge of the picture only in a window as high as the page.
  const window = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const needsRoom = window !== null && height > window.height;
  if (needsRoom) await page.setViewportSize({ ...window, height: Math.min(height, HIGHEST) });
  await page.screenshot({ path, fullPage: true });
  if (needsRoom) await page.setViewportSize(window);
}
