import 'server-only';
import type { Context } from '../context';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import {
  networkOf,
  quotaStart,
  SIGN_IN_TRIES,
  SIGN_INS_PER_NETWORK,
  STRANGERS_TRIES,
  TRIES_REMEMBERED_SECONDS,
  waitAfter,
  type QuotaRule,
  type TryRule,
} from '../rules/try-limits';
import * as store from '../store';

export type TooMany = { readonly code: 'too-many-tries'; readonly waitSeconds: number };

/**
 * Counts one try before its outcome is known, or refuses with the seconds to wait. Tries under one key wait for one
 * another, so a hundred at once are no better than one after another. `forgetTries` begins anew after a success.
 */
export async function takeTry(ctx: Context, key: string, rule: TryRule): Promise<Result<undefined, TooMany>> {
  return transact(ctx, async (tx) => {
    await store.lockKey(tx.db, key);
    const since = new Date(ctx.now.getTime() - TRIES_REMEMBERED_SECONDS * 1000);
    const { count, last } = await store.triesSince(tx.db, key, since);
    const passedSeconds = last ? Math.max(0, (ctx.now.getTime() - last.getTime()) / 1000) : Infinity;
    const waitSeconds = waitAfter(rule, count) - passedSeconds;
    if (waitSeconds > 0) return refuse({ code: 'too-many-tries', waitSeconds: Math.ceil(waitSeconds) });
    await store.addTry(tx.db, key, ctx.now);
    return ok();
  });
}

/** An account that somebody tries to sign in to; it need not exist. `device` names a browser that it knows. */
export type TriedAccount = { readonly name: string; readonly device: string | null };

/**
 * The limits of every sign-in: of the network; of this account from this address, or from this known browser; and of
 * the account from all unknown browsers together.
 */
export async function takeSignInTry(ctx: Context, account: TriedAccount): Promise<Result<undefined, TooMany>> {
  const quota = await takeFromQuota(ctx, 'sign-ins', SIGN_INS_PER_NETWORK);
  if (!quota.ok) return quota;
  const near = await takeTry(ctx, nearKey(ctx, account), SIGN_IN_TRIES);
  if (!near.ok || account.device) return near;
  return takeTry(ctx, strangersKey(ctx, account), STRANGERS_TRIES);
}

/** After the right password the counts begin anew; those of strangers stay, unless this one was taken for a stranger. */
export async function forgetSignInTries(ctx: Context, account: TriedAccount): Promise<void> {
  await store.forgetTries(ctx.db, nearKey(ctx, account));
  if (!account.device) await store.forgetTries(ctx.db, strangersKey(ctx, account));
}

function nearKey(ctx: Context, { name, device }: TriedAccount): string {
  return device
    ? tryKey(ctx, 'sign-in', name, 'device', device)
    : tryKey(ctx, 'sign-in', name, ctx.request.address ?? '');
}

function strangersKey(ctx: Context, { name }: TriedAccount): string {
  return tryKey(ctx, 'strangers', name);
}

/** Counts one use of something by the network that asks, or refuses with the seconds until the count begins anew. */
export function takeFromQuota(ctx: Context, what: string, rule: QuotaRule): Promise<Result<undefined, TooMany>> {
  return takeFrom(ctx, tryKey(ctx, what, networkOf(ctx.request.address)), rule);
}

/** The same by the single address that asks. */
export function takeFromHost(ctx: Context, what: string, rule: QuotaRule): Promise<Result<undefined, TooMany>> {
  return takeFrom(ctx, tryKey(ctx, `${what} host`, ctx.request.address ?? ''), rule);
}

/** Counts one use under any key. */
export async function takeFrom(ctx: Context, key: string, rule: QuotaRule): Promise<Result<undefined, TooMany>> {
  const start = quotaStart(rule, ctx.now);
  const count = await store.countUp(ctx.db, key, start);
  if (count <= rule.most) return ok();
  const passedSeconds = (ctx.now.getTime() - start.getTime()) / 1000;
  return refuse({ code: 'too-many-tries', waitSeconds: Math.ceil(rule.seconds - passedSeconds) });
}

/** A key of the counts: neither the account nor the address that it stands for can be read off it. */
export function tryKey(ctx: Context, what: string, ...about: readonly string[]): string {
  return `${what} ${ctx.vault.blind('rate_count.key', about.join('\u0000'))}`;
}
