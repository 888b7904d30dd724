import { beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, picture, type Person } from '../support/browser';
import { theServer } from '../support/server';
import { turnAgent, untilKeyIs } from './steps/key';

beforeEach(async () => turnAgent('reset'));

describe("the browser's own question before a page may reach this computer", () => {
  /** A visit for which the page counts as one from the network: only then does the browser ask. */
  async function fromTheNetwork(setting: 'granted' | 'denied'): Promise<Person> {
    const { origin } = theServer();
    const person = await aPerson({
      args: [`--ip-address-space-overrides=127.0.0.1:${new URL(origin).port}=public`],
    });
    const { browser, page } = person;
    const visit = page.context();
    const { targetInfo } = await (await visit.newCDPSession(page)).send('Target.getTargetInfo');
    const session = await browser.newBrowserCDPSession();
    for (const name of ['local-network-access', 'loopback-network']) {
      const permission = { name };
      await session.send('Browser.setPermission', {
        ...{ permission, setting, origin },
        ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
      });
    }
    await page.goto('/ca-doctor?ca=jiangsu');
    return person;
  }

  it('denied: a state of its own, with where to allow it', async () => {
    const { page, leave } = await fromTheNetwork('denied');
    await untilKeyIs(page, 'permission-denied');
    expect(await page.locator('[data-step="permission"]').getAttribute('data-state')).toBe('bad');
    await picture(page, 'ca-doctor-permission-denied-1440');
    await leave();
  });

  it('allowed: the key is found', async () => {
    const { page, leave } = await fromTheNetwork('granted');
    await untilKeyIs(page, 'ready');
    await leave();
  });
});
