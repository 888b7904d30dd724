import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { addressOf, bodyOf, markSent, markTried, messageToSend } from '../store';

/** Attempts before a message is given up and shown as failed. */
const ATTEMPTS_MAX = 8;

/**
 * Hands one message to its provider. Throws when the provider could not be reached, so that the queue tries again later;
 * the provider sees the same key each time. A rejected address is final.
 */
export async function send(ctx: Context, payload: { readonly messageId: string }): Promise<void> {
  authorise(ctx.actor, 'jobs.run');
  const message = await messageToSend(ctx, payload.messageId);
  if (!message || message.status !== 'QUEUED') return;
  const to = await addressOf(ctx, message.id);
  if (!to) return markTried(ctx, message.id, 'no address', true);
  const text = await bodyOf(ctx, message);
  const answer =
    message.channel === 'SMS'
      ? await ctx.ports.sms.send({ to, text, key: message.key })
      : await ctx.ports.mail.send({ to, subject: message.subject ?? '', text, key: message.key });
  if (answer.ok) return markSent(ctx, message.id, answer.value.providerId);
  const final = answer.refusal === 'rejected' || message.attempts + 1 >= ATTEMPTS_MAX;
  await markTried(ctx, message.id, answer.refusal, final);
  if (!final) throw new Error(`message ${message.id}: provider ${answer.refusal}`);
}
