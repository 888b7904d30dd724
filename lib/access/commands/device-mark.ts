import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Vault } from '@/lib/db/vault';

/** Accounts that one browser is remembered for; the one signed in to longest ago is forgotten first. */
const ACCOUNTS_MOST = 5;
const MARK = /^[\w-]{22}(\.[\w-]{43}){1,5}$/;

/**
 * The name under which this browser's tries are counted apart, when it was signed in to this account before; null for
 * a browser that was not. The mark is worth nothing without the password: it only spares its owner the waits that
 * strangers cause.
 */
export function knownDevice(vault: Vault, mark: string | null, accountId: string | null): string | null {
  if (!mark || !accountId || !MARK.test(mark)) return null;
  const [device = '', ...codes] = mark.split('.');
  return codes.includes(codeFor(vault, device, accountId)) ? device : null;
}

/** The mark that this browser carries from now on: a random name, and for each account a code that only we can make. */
export function markDevice(vault: Vault, mark: string | null, accountId: string): string {
  const [device = '', ...codes] = mark && MARK.test(mark) ? mark.split('.') : [randomBytes(16).toString('base64url')];
  const own = codeFor(vault, device, accountId);
  return [device, own, ...codes.filter((code) => code !== own).slice(0, ACCOUNTS_MOST - 1)].join('.');
}

function codeFor(vault: Vault, device: string, accountId: string): string {
  return vault.blind('device.account', `${device} ${accountId}`);
}
