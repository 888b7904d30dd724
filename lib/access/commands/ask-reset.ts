import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import { addressesOf } from '../accounts-store';
import { spendPictureCode } from '../picture-code/spend';
import { insertReset, removeOldResets, resetById, resettableUser } from '../reset-store';
import { normaliseUsername, readEnterpriseKey } from '../rules/account-names';
import { RESET_MINUTES, type AskResetInput, type AskResetRefusal } from '../rules/forgot-password';
import { SIGN_IN_TRIES, type QuotaRule } from '../rules/try-limits';
import { enterpriseByKey, enterpriseUserByName } from '../store';
import { sendToOwner } from './sms-code';
import { takeFromHost, takeTry, tryKey } from './take-try';

const RESETS_PER_HOST: QuotaRule = { most: 10, seconds: 3600 };
const KEPT_MS = 24 * 3600 * 1000;

/** What the browser keeps until the new password: which reset, and a secret of its own. */
export type ResetTicket = { readonly resetId: string; readonly secret: string };

export const resetSecretHash = (secret: string) => createHash('sha256').update(secret).digest('hex');

/**
 * Begins 忘记密码. Whether there is such an account, and what is bound to it, is told by nothing: the same rows are
 * written either way, and the code goes out by a job, after the answer.
 */
export async function askReset(ctx: Context, input: AskResetInput): Promise<Result<ResetTicket, AskResetRefusal>> {
  const code = { id: input.pictureCodeId, answer: input.pictureCode, purpose: 'forgot-password' } as const;
  const picture = await spendPictureCode(ctx, code);
  if (!picture.ok) return picture;
  const host = await takeFromHost(ctx, 'resets', RESETS_PER_HOST);
  if (!host.ok) return host;
  const key = readEnterpriseKey(input.enterprise);
  const username = normaliseUsername(input.username);
  const enterprise = await enterpriseByKey(ctx.db, key, ctx.now);
  const user = await enterpriseUserByName(ctx.db, enterprise?.id ?? newId(), username);
  const name = [enterprise?.id ?? Object.values(key).join(), username];
  const allowed = await takeTry(ctx, tryKey(ctx, 'reset', ...name), SIGN_IN_TRIES);
  if (!allowed.ok) return allowed;

  const ticket = { resetId: newId(), secret: randomBytes(32).toString('base64url') };
  return transact(ctx, async (tx) => {
    await removeOldResets(tx.db, new Date(tx.now.getTime() - KEPT_MS));
    await insertReset(tx.db, {
      id: ticket.resetId,
      enterpriseUserId: user?.id ?? null,
      browserHash: resetSecretHash(ticket.secret),
      channel: input.channel,
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + RESET_MINUTES * 60_000),
    });
    await enqueue(tx.db, 'reset-code', { resetId: ticket.resetId }, { key: `reset ${ticket.resetId}` });
    const subject = { subjectKind: 'reset', subjectId: ticket.resetId };
    await writeAudit(tx, { action: 'account.askReset', word: '申请找回密码', ...subject });
    return ok(ticket);
  });
}

/**
 * Sends the code of a reset, run by a job. Where nothing can be sent (no such account, an administrator, nothing
 * bound, sent too often) a code stands all the same that nobody was told, so that the next page answers alike.
 */
export async function sendResetCode(ctx: Context, payload: { readonly resetId: string }): Promise<void> {
  authorise(ctx.actor, 'jobs.run');
  const reset = await resetById(ctx.db, payload.resetId);
  if (!reset || reset.usedAt) return;
  const user = reset.enterpriseUserId ? await resettableUser(ctx.db, reset.enterpriseUserId) : null;
  const bound = user ? await addressesOf(ctx, user.id) : null;
  const address = reset.channel === 'SMS' ? bound?.mobile : bound?.email;
  await sendToOwner(ctx, { purpose: 'password-reset', subjectId: reset.id }, reset.channel, address ?? null);
}
