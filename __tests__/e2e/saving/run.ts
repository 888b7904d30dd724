import type { BrowserContext, Page, Route } from 'playwright';
import type { OwnWeb } from '../../support/own-web';
import type { Random } from '../../builders/photograph/random';
import { conflictsOn, fieldsOf, settle, typeOver, type Desk, type Form } from './desk';
import { createModel, type Model, type Verdict } from './model';

export type World = {
  readonly desk: Desk;
  readonly web: OwnWeb;
  /** The clerk's browser, and another one: a colleague's. */
  readonly contexts: readonly [BrowserContext, BrowserContext];
  signIn(page: Page): Promise<void>;
};

type Tab = { page: Page; readonly form: Form; readonly who: 0 | 1 };
type Late = { readonly url: string; readonly body: string };

/** What a crash may cost at most, on a machine that is busy with all of this: the time from a key to the copy here. */
const AT_ONCE_MS = 400;
const ALONE_WITHIN_MS = 30_000;

/** One seeded run: people type into several fields while server, network, tabs and sessions fail them. */
export async function runOnce(world: World, random: Random, seed: number): Promise<Verdict> {
  const { desk, web, contexts, signIn } = world;
  const model = createModel();
  const late: Late[] = [];
  const trace: string[] = [];
  const isOdd = (chance: number) => random.next() < chance;
  const forms = ['enterprise', 'talents'] as const;
  const main = random.pick(forms);
  const first: Tab = { page: await desk.open(contexts[0], main), form: main, who: 0 };
  const tabs = [first];
  const used = new Set<0 | 1>([0]);
  const touched = new Set<Form>();
  let count = 0;

  async function type(tab: Tab): Promise<void> {
    const fieldId = random.pick(fieldsOf(tab.form));
    count += 1;
    const text =
      fieldId === 'employees' ? String(1000 + seed * 50 + count) : `第${seed}次${'甲乙丙丁'[count % 4]}${count}字`;
    const { seen, value } = await typeOver(tab.page, desk.control(tab.form, fieldId), text);
    model.typed(`${tab.form}/${fieldId}`, seen, value);
    trace.push(`tab ${tabs.indexOf(tab)} of ${tab.who} ${fieldId}: ${seen} → ${value}`);
    touched.add(tab.form);
    if (isOdd(0.4)) await tab.page.keyboard.press('Tab');
  }

  async function another(who: 0 | 1): Promise<void> {
    const form = isOdd(0.7) ? main : random.pick(forms);
    used.add(who);
    const tab: Tab = { page: await desk.open(contexts[who], form), form, who };
    tabs.push(tab);
    await type(tab);
  }

  /** The next save is given up here and lands later; or it lands and its answer is lost; or never leaves. */
  async function spoilNext(tab: Tab): Promise<void> {
    const how = random.pick(['late', 'unanswered', 'dropped'] as const);
    trace.push(how);
    let isMet = false;
    await tab.page.route('**/save', async (route: Route) => {
      const request = route.request();
      if (isMet || request.method() !== 'POST') return route.fallback();
      isMet = true;
      if (how === 'late') late.push({ url: request.url(), body: request.postData() ?? '{}' });
      if (how === 'unanswered') await route.fetch().catch(() => undefined);
      await route.abort().catch(() => undefined);
    });
  }

  async function deliver(): Promise<void> {
    for (const { url, body } of late.splice(0)) {
      const headers = { 'content-type': 'application/json', origin: web.origin };
      await contexts[0].request.post(url, { data: body, headers }).catch(() => undefined);
    }
  }

  async function reopen(tab: Tab): Promise<void> {
    await tab.page.waitForTimeout(AT_ONCE_MS);
    await tab.page.close();
    tab.page = await desk.open(contexts[tab.who], tab.form);
  }

  const anyTab = () => tabs[Math.floor(random.next() * tabs.length)] ?? first;

  /** Something fails, one goes on typing, perhaps the tab goes too; then it is mended. */
  async function fail(): Promise<void> {
    const what = random.next();
    const tab = anyTab();
    trace.push(`fails ${what.toFixed(2)} tab ${tabs.indexOf(tab)}`);
    if (what < 0.04) {
      await web.kill();
      await type(tab);
      if (isOdd(0.5)) await tab.page.waitForTimeout(AT_ONCE_MS).then(() => tab.page.close());
      await web.start();
      if (tab.page.isClosed()) tab.page = await desk.open(contexts[tab.who], tab.form);
    } else if (what < 0.26) {
      await contexts[tab.who].setOffline(true);
      await type(tab);
      if (isOdd(0.4)) await tab.page.waitForTimeout(AT_ONCE_MS).then(() => tab.page.close());
      await contexts[tab.who].setOffline(false);
      if (tab.page.isClosed()) tab.page = await desk.open(contexts[tab.who], tab.form);
    } else if (what < 0.5) {
      await spoilNext(tab);
      await type(tab);
      if (isOdd(0.5)) await deliver();
    } else if (what < 0.6) {
      await desk.endSessions();
      await type(tab);
      const isReloaded = isOdd(0.5);
      if (isReloaded) await tab.page.waitForTimeout(AT_ONCE_MS).then(() => tab.page.reload());
      for (const context of contexts) {
        const page = await context.newPage();
        await signIn(page);
        await page.close();
      }
      if (isReloaded) await reopen(tab);
    } else if (what < 0.8) {
      await type(tab);
      await (isOdd(0.5) ? reopen(tab) : tab.page.waitForTimeout(AT_ONCE_MS).then(() => tab.page.reload()));
    } else {
      await another(isOdd(0.6) ? 0 : 1);
    }
  }

  const steps = 2 + Math.floor(random.next() * 3);
  await type(first);
  for (let step = 0; step < steps; step += 1) {
    await fail();
    if (isOdd(0.7)) await type(anyTab());
  }

  await Promise.all(tabs.map(({ page }) => settle(page)));
  await deliver();
  for (const who of used) {
    // One tab is left, which takes up whatever the others left behind.
    const [left, ...rest] = tabs.filter((tab) => tab.who === who);
    await Promise.all(rest.map(({ page }) => page.close()));
    if (!left) continue;
    await alone(left.page);
    for (const form of touched) await chooseAll(world, left, form, { random, model, trace });
    await left.page.close();
  }
  await deliver();
  const verdict = model.judge(await desk.standing());
  return { ...verdict, says: verdict.says.length > 0 ? [...verdict.says, ...trace] : [] };
}

/** The browser has noticed that the other tabs have gone. */
async function alone(page: Page): Promise<void> {
  const until = Date.now() + ALONE_WITHIN_MS;
  for (;;) {
    const { held = [] } = await page.evaluate(() => navigator.locks.query());
    if (held.filter(({ name }) => name?.startsWith('draft-window:')).length <= 1) return;
    if (Date.now() > until) throw new Error('a tab that was closed still holds its draft');
    await page.waitForTimeout(20);
  }
}

/** Chooses wherever two values are shown, until there is nothing to choose any more. */
async function chooseAll(
  { desk }: World,
  tab: Tab,
  form: Form,
  { random, model, trace }: { random: Random; model: Model; trace: string[] },
): Promise<void> {
  for (let looks = 0; looks < 6; looks += 1) {
    await tab.page.goto(
      `/applications/${desk.application}/edit/${form}${form === 'talents' ? `?at=talent:${desk.talent}` : ''}`,
    );
    await tab.page.locator('[data-copy=on]').first().waitFor();
    // The page before lets go of what it held, and this one has taken it up.
    await alone(tab.page);
    await settle(tab.page);
    const shown = await conflictsOn(tab.page, form);
    if (shown.length === 0) return;
    for (const { place, mine, saved } of shown) {
      const isMine = random.next() < 0.5;
      await tab.page
        .locator(`button[aria-label$="：${isMine ? '用您填的' : '用已保存的'}"]`)
        .first()
        .click();
      trace.push(`of ${tab.who} ${place}: ${mine} | ${saved}, ${isMine ? 'mine' : 'saved'}`);
      model.chosen(place, isMine ? mine : saved, isMine ? saved : mine);
    }
    await settle(tab.page);
  }
}
