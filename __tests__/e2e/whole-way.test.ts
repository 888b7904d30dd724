import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright';
import { barriers } from '../support/axe';
import { launchBrowser, paper, picture, watchPage, type Watch } from '../support/browser';
import { theServer } from '../support/server';
import { wholeWay } from './steps/whole-way';

const STEP_MS = 180_000;
const WAIT_MS = 60_000;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let desktop: Browser;
const watched: [name: string, watch: Watch][] = [];
const shut: string[] = [];

async function open(browser: Browser, name: string, viewport: typeof DESKTOP): Promise<Page> {
  const context = await browser.newContext({ viewport, baseURL: theServer().origin, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  watched.push([name, watchPage(page)]);
  return page;
}

beforeAll(async () => {
  desktop = await launchBrowser();
});

afterAll(async () => {
  await desktop?.close();
});

const organisations = [...new Set(theServer().accounts.map((account) => account.organisation ?? ''))].filter(Boolean);

describe('the whole way, from sign-in to paid', () => {
  const steps = wholeWay(
    {
      person: (name) => open(desktop, name, DESKTOP),
      async phone(clip) {
        const browser = await launchBrowser({ fakeCamera: clip });
        return { browser, page: await open(browser, 'phone', PHONE) };
      },
      paper,
      async picture(page, name) {
        await picture(page, name);
        shut.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
      },
    },
    organisations,
  );
  for (const { does, run } of steps) it(does, run, STEP_MS);

  it('without a barrier for anybody on any of its pages', () => {
    expect(shut).toEqual([]);
  });

  it('without an error, a warning or a refused resource in any browser', () => {
    const complaints = watched.flatMap(([name, watch]) => watch.complaints.map((complaint) => `${name}: ${complaint}`));
    expect(complaints).toEqual([]);
  });
});
