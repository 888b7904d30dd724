import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright';
import { launchBrowser, picture } from '../support/browser';
import { theServer } from '../support/server';
import { turnAgent, untilKeyIs } from './steps/key';

beforeEach(async () => turnAgent('reset'));

describe("the browser's own question before a page may reach this computer", () => {
  /** A visit for which the page counts as one from the network: only then does the browser ask. */
  async function fromTheNetwork(setting: 'granted' | 'denied'): Promise<{ own: Browser; visitor: Page }> {
    const { origin } = theServer();
    const own = await launchBrowser({
      args: [`--ip-address-space-overrides=127.0.0.1:${new URL(origin).port}=public`],
    });
    const visit = await own.newContext({ baseURL: origin, locale: 'zh-CN' });
    const visitor = await visit.newPage();
    visitor.setDefaultTimeout(30_000);
    const { targetInfo } = await (await visit.newCDPSession(visitor)).send('Target.getTargetInfo');
    const session = await own.newBrowserCDPSession();
    for (const name of ['local-network-access', 'loopback-network']) {
      const permission = { name };
      await session.send('Browser.setPermission', {
        ...{ permission, setting, origin },
        ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
      });
    }
    await visitor.goto('/ca-doctor?ca=jiangsu');
    return { own, visitor };
  }

  it('denied: a state of its own, with where to allow it', async () => {
    const { own, visitor } = await fromTheNetwork('denied');
    await untilKeyIs(visitor, 'permission-denied');
    expect(await visitor.locator('[data-step="permission"]').getAttribute('data-state')).toBe('bad');
    await picture(visitor, 'ca-doctor-permission-denied-1440');
    await own.close();
  });

  it('allowed: the key is found', async () => {
    const { own, visitor } = await fromTheNetwork('granted');
    await untilKeyIs(visitor, 'ready');
    await own.close();
  });
});
