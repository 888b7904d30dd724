import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { CDPSession, Locator, Page } from 'playwright';
import { aWorkbook } from '../../__tests__/builders/spreadsheet';
import { HEADING, manyRows } from '../../__tests__/builders/talent-rows';
import { beginApplication } from '../../__tests__/e2e/steps/application';
import { signInEnterprise } from '../../__tests__/e2e/steps/sign-in';
import { aPerson, type Person } from '../../__tests__/support/browser';
import { theServer } from '../../__tests__/support/server';

const TYPING_P95_MAX_MS = 100;
const IMPORT_MAX_MS = 3000;
const SLOWER = 4;
const KEYS = 120;
const SAVES = 40;

let clerk: Person;
let page: Page;
let application: string;
const lines: { measured: string; value: string; budget: string }[] = [];

beforeAll(async () => {
  clerk = await aPerson();
  page = clerk.page;
  const organisation = theServer().accounts.find((account) => account.organisation)?.organisation;
  await signInEnterprise(page, 'super', organisation);
  application = await beginApplication(page, 'talent-recruitment');
  await page.goto(`/applications/${application}/edit/talents`);
}, 240_000);
afterAll(async () => {
  await clerk?.leave();
  console.table(lines);
});

const p95 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const note = (measured: string, ms: number, budget?: number) =>
  lines.push({ measured, value: `${ms.toFixed(1)} ms`, budget: budget ? `${budget} ms` : '' });

it('reads and takes over 500 rows within 3 s of the server', async () => {
  const standing = Number(/^(\d+) 人/.exec(await page.getByText(/^\d+ 人，最多/).innerText())?.[1]);
  const rows = manyRows(500 - standing, 2000);
  await page.getByRole('button', { name: '从 Excel 导入' }).click();
  const spent: number[] = [];
  page.on('requestfinished', (request) => {
    const isImport = request.url().includes('/talents/import') || request.method() === 'POST';
    const { responseStart, requestStart } = request.timing();
    if (isImport && responseStart > 0) spent.push(responseStart - Math.max(0, requestStart));
  });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = aWorkbook([HEADING, ...rows]);
  await page.locator('#import-file').setInputFiles({ name: 'bench.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: `导入 ${rows.length} 行` }).click();
  await page.getByText(/^500 人，最多/).waitFor();
  const total = spent.reduce((sum, ms) => sum + ms, 0);
  note(`import of ${rows.length} rows: reading and taking over`, total, IMPORT_MAX_MS);
  expect(total).toBeLessThan(IMPORT_MAX_MS);
}, 120_000);

it('answers a key within 100 ms in the panel of a list of 500, on a computer four times slower', async () => {
  const empty = await page.context().newPage();
  await empty.setContent('<textarea></textarea>');
  const bare = await typing(empty, empty.locator('textarea'));
  await empty.close();
  await page.bringToFront();
  await page.locator('tbody tr button').filter({ hasText: /./ }).first().click();
  const field = page.locator('[id$="-position"]');
  await field.waitFor();
  const { heard, busy } = await typing(page, field);
  note(`typing among 500, CPU ${SLOWER}x slower: p95 to the paint`, p95(heard), TYPING_P95_MAX_MS);
  note('typing: median', median(heard));
  note('typing: tasks of the page per key', busy);
  note('the same keys into an empty page: p95', p95(bare.heard));
  note('the same keys into an empty page: median', median(bare.heard));
  expect(p95(heard)).toBeLessThan(TYPING_P95_MAX_MS);
}, 240_000);

it('saves one field of one of 500; the yardstick is a bare UPDATE in the same database', async () => {
  await page
    .getByText(/已保存/)
    .first()
    .waitFor();
  const took = await page.evaluate(
    async ({ application: id, saves }) => {
      const address = `/applications/${id}/save`;
      const draft = (await (await fetch(address)).json()).value;
      const [{ id: talentId, answers }] = draft.talents;
      const order = { window: crypto.randomUUID(), number: 0 };
      // The key of the copy on this computer says whose typing it is.
      const as = /journalKey[^}]*?owner[^}]*?([0-9a-f-]{36})/.exec(document.documentElement.innerHTML)?.[1];
      let [base, was] = [draft.revision, answers.position ?? ''];
      const times: number[] = [];
      for (let save = 0; save < saves; save += 1) {
        const value = `岗位${save}`;
        order.number += 1;
        const start = performance.now();
        const response = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ talentId, base, order, as, changes: [{ fieldId: 'position', was, value }] }),
        });
        base = (await response.json()).value.revision;
        times.push(performance.now() - start);
        was = value;
      }
      return times;
    },
    { application, saves: SAVES },
  );
  const bare = await bareUpdates();
  note('save of one field among 500: p95', p95(took));
  note('bare UPDATE of the same row: p95', p95(bare));
  expect(took).toHaveLength(SAVES);
}, 120_000);

/** Types on a slowed processor: how long each key took to the paint, and how long the page was at work per key, in ms. */
async function typing(into: Page, field: Locator): Promise<{ heard: number[]; busy: number }> {
  const cdp = await into.context().newCDPSession(into);
  await field.click();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await into.evaluate(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    document.addEventListener(
      'keydown',
      (event) => {
        const at = event.timeStamp;
        // Two frames on, what the key changed has been painted.
        requestAnimationFrame(() => requestAnimationFrame(() => heard.push(performance.now() - at)));
      },
      true,
    );
  });
  await cdp.send('Performance.enable');
  const busyBefore = await busyMs(cdp);
  for (let key = 0; key < KEYS; key += 1) {
    await into.keyboard.press('abcdefghij'.charAt(key % 10));
    if (key % 30 === 29) await field.fill('');
  }
  await into.waitForFunction((keys) => (window as never as { heard: number[] }).heard.length >= keys, KEYS);
  const busy = ((await busyMs(cdp)) - busyBefore) / KEYS;
  const heard = await into.evaluate(() => (window as never as { heard: number[] }).heard);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await cdp.detach();
  return { heard, busy };
}

/** How long the page's main thread has been at work. */
async function busyMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function bareUpdates(): Promise<number[]> {
  const client = new pg.Client({ connectionString: theServer().databaseUrl });
  await client.connect();
  const times: number[] = [];
  for (let save = 0; save < SAVES; save += 1) {
    const start = performance.now();
    await client.query('UPDATE application SET updated_at = updated_at WHERE id = $1', [application]);
    times.push(performance.now() - start);
  }
  await client.end();
  return times;
}
