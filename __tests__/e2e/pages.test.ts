import { afterAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { barriers } from '../support/axe';
import { aPerson, DESKTOP, PHONE, picture, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { signInEnterprise, signInStaff } from './steps/sign-in';

const WALK_MS = 300_000;
/** `npm run e2e -- pages`: the barriers are looked for in every tab and filter of a page, and at both widths. */
const IS_THOROUGH = Boolean(process.env.E2E_PICTURES);
/** How many different queries of one page are looked at: its tabs and filters. */
const MOST_QUERIES = IS_THOROUGH ? 4 : 3;

/** Nobody comes here by a link of a standing page; the suite that walks through it looks at it there. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  registration: /^\/register\/(certificate|enterprise|administrator|materials|phone|done)$/,
  'accounts: after the code was sent': /^\/forgot-password\/code$/,
  'whole-way: what a clock that it moved may have ended': /^\/(notices\/\[id\]|applications\/.+\/submissions\/.+)$/,
  'whole-way: a first application': /^\/applications\/new\//,
  'second-programme: a draft under an older version': /^\/applications\/\[applicationId\]\/version$/,
  'review-notice: what a visitor files': /^\/(notices\/\[id\]\/object|objections\/(received\/\[id\]|clue))$/,
  'review-notice: while a statement is asked for, and from a letter': /^\/(statements|staff\/objections\/new)$/,
  'application-next-year: from a draft': /^\/applications\/\[applicationId\]\/carry-over$/,
  'registration: the first sign-in': /^\/(account|staff)\/first-password$/,
  'whole-way: the phone': /^\/m\//,
  'every sign-in of the office': /^\/staff\/(factor|prove)/,
  'ca-doctor: what is read out': /^\/staff\/ca-codes$/,
  'for those who build the pages': /^\/dev/,
};

type Route = { readonly pattern: string; readonly matches: RegExp };

/** Every page of the product, as the folders of `app` name them. */
function routes(folder = join(process.cwd(), 'app'), path = ''): Route[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): Route[] => {
    if (entry.isDirectory()) {
      const step = entry.name.startsWith('(') ? '' : `/${entry.name}`;
      return routes(join(folder, entry.name), path + step);
    }
    // The page that says that there is none is nobody's aim.
    if (entry.name !== 'page.tsx' || path.includes('...')) return [];
    const matches = new RegExp(`^${path.replace(/\[.+?\]/g, '[^/]+') || '/'}$`);
    return [{ pattern: path || '/', matches }];
  });
}

// Of two people with the same part the first sees what the second would.
const OFFICE = theServer().accounts.flatMap(({ organisation, username }) =>
  organisation || /2$/.test(username) ? [] : [username],
);

const dynamicParts = ({ pattern }: Route) => pattern.split('[').length;
const ROUTES = routes().sort((a, b) => dynamicParts(a) - dynamicParts(b));
const routeOf = (path: string) => ROUTES.find(({ matches }) => matches.test(path))?.pattern;

const seen = new Set<string>();
const wrong: string[] = [];
const people: Person[] = [];

/** Follows every link from these pages on and looks once at each page that nobody has seen. */
async function walk(page: Page, who: string, from: readonly string[]): Promise<void> {
  const queue = [...from];
  const starts = new Set(from);
  const asked = new Set<string>();
  for (let address = queue.shift(); address; address = queue.shift()) {
    const { pathname, search, searchParams } = new URL(address, theServer().origin);
    const pattern = routeOf(pathname);
    if (!pattern || pattern.startsWith('/dev')) continue;
    const isStart = starts.delete(address);
    const key = `${pattern} ${pattern.includes('[') ? [...searchParams.keys()].sort() : searchParams}`;
    const isFull = [...seen].filter((one) => one.startsWith(`${pattern} `)).length >= MOST_QUERIES;
    if (!isStart && (seen.has(key) || isFull)) {
      // Somebody else has seen it; whoever is shown a link to it may open it all the same.
      if (!asked.has(pattern)) await askFor(page, who, address);
      asked.add(pattern);
      continue;
    }
    asked.add(pattern);
    const isFirst = ![...seen].some((one) => one.startsWith(`${pattern} `));
    const links = await look(page, { who, address: pathname + search, isFirst });
    if (links) seen.add(key);
    queue.push(...(links ?? []));
  }
}

async function askFor(page: Page, who: string, address: string): Promise<void> {
  const status = (await page.request.get(address)).status();
  if (status >= 400) wrong.push(`${address} for ${who}: status ${status}`);
}

type Visit = { readonly who: string; readonly address: string; readonly isFirst: boolean };

/** Opens a page at both widths and judges it; answers where its links lead, or null when it leads elsewhere itself. */
async function look(page: Page, { who, address, isFirst }: Visit): Promise<string[] | null> {
  const response = await page.goto(address);
  if (!response || response.status() >= 400) wrong.push(`${address}: status ${response?.status()}`);
  if (new URL(page.url()).pathname !== address.replace(/\?.*/, '')) return null;
  const links: string[] = [];
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    const at = `${address} at ${viewport.width}`;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) wrong.push(`${at}: ${wide} px too wide`);
    const isAsked = IS_THOROUGH || (viewport === DESKTOP && isFirst);
    const found = isAsked ? await barriers(page, viewport === PHONE ? ['color-contrast'] : []) : [];
    wrong.push(...found.map((barrier) => `${at}: ${barrier}`));
    links.push(
      ...(await page.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))),
    );
    await picture(page, `${who}${address.replace(/[^\w-]+/g, '_').slice(0, 80)}-${viewport.width}`);
  }
  return [...new Set(links)];
}

async function somebody(): Promise<Page> {
  const person = await aPerson();
  people.push(person);
  return person.page;
}

afterAll(() => Promise.all(people.map(({ leave }) => leave())));

describe('every page that a link leads to, at both widths, without a barrier, a dead link or a bar to scroll sideways', () => {
  it('for a visitor', () => visitor(), WALK_MS);
  it.each(['super', 'admin', 'handler'])('for %s of an enterprise', (name) => ofEnterprise(name), WALK_MS);
  it.each(OFFICE)('for %s of the office', (name) => ofOffice(name), WALK_MS);

  async function visitor() {
    await walk(await somebody(), 'visitor', ['/', '/login', '/staff/login', '/search?q=人才', '/search?q=无此内容']);
    expect(wrong.splice(0)).toEqual([]);
  }

  async function ofEnterprise(username: string) {
    const page = await somebody();
    await signInEnterprise(page, username);
    await walk(page, username, ['/home']);
    expect(wrong.splice(0)).toEqual([]);
  }

  async function ofOffice(username: string) {
    const page = await somebody();
    await signInStaff(page, username);
    await walk(page, `staff-${username}`, ['/staff']);
    expect(wrong.splice(0)).toEqual([]);
  }

  it('leaves no page of the product out', () => {
    const patterns = new Set([...seen].map((key) => key.split(' ')[0]));
    const left = ROUTES.filter(
      ({ pattern }) => !patterns.has(pattern) && !Object.values(ELSEWHERE).some((place) => place.test(pattern)),
    );
    expect(left.map(({ pattern }) => pattern)).toEqual([]);
  });

  it('shows no error, warning or refused resource', () => {
    expect(people.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });
});
