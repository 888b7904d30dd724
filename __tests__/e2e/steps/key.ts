import type { Page } from 'playwright';
import { theServer } from '../../support/server';

/** The PIN of every key of the demo. */
export const KEY_PIN = '123456';

/** Does something to the agent or its keys, as the panel at /dev does: plug, unplug, lock, slow, garbage, reset … */
export async function turnAgent(verb: string, body: { key?: string; ms?: number } = {}): Promise<void> {
  const { agentOrigin, origin } = theServer();
  const response = await fetch(`${agentOrigin}/control/${verb}`, {
    method: 'POST',
    headers: { origin },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the agent answered ${response.status} to ${verb}`);
}

/** Only this key is plugged in, and nothing is wrong with the agent. */
export async function plugOnly(key: string): Promise<void> {
  await turnAgent('reset');
  await turnAgent('unplug');
  await turnAgent('plug', { key });
}

/** Types the PIN of the key that the page has found and begins. */
export async function enterPin(page: Page, act: string, pin: string = KEY_PIN): Promise<void> {
  await page.getByLabel('PIN 码', { exact: true }).fill(pin);
  await page.getByRole('button', { name: act }).click();
}

/** Waits until the page shows this state of the key. */
export async function untilKeyIs(page: Page, state: string): Promise<void> {
  await page.locator(`[data-ca-state="${state}"]`).waitFor();
}
