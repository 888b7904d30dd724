import 'server-only';
import type { PhoneActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { transact } from '@/lib/db/transact';
import { submitReceipt } from '@/lib/disbursement/commands/submit-receipt';
import type { ReceiptRefusal } from '@/lib/disbursement/rules/receipt-refusals';
import type { BudgetShort } from '@/lib/disbursement/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { keepPhotograph } from '@/lib/receipt/commands/keep-photograph';
import { holds } from '../rules/link';
import { captureById, touchCapture, type CaptureRow } from '../store';
import { lookAtPhotograph } from './look-at-photograph';
import { move } from './move';
import { asSent, takePicture, type Upload } from './upload-quota';
import { lostBecause, ownLink, stillLive, type LinkRefusal } from './own-link';

/** The phone shows its camera, or is asked to take another picture. A sign of life in any other state. */
export async function showCamera(ctx: Context<PhoneActor>): Promise<Result<undefined, LinkRefusal>> {
  const found = await ownLink(ctx);
  if (!found.ok) return found;
  const link = found.value;
  if (link.status === 'CAMERA') return stayAlive(ctx);
  const event = link.status === 'OPENED' ? 'startCamera' : 'retake';
  return transact(ctx, async (tx) => {
    const moved = await move(tx, link, event, { photographId: null });
    return moved.ok ? ok() : moved;
  });
}

/** A phone asks every few seconds whether the link is still its own; noted is that it lives far less often. */
const TOUCH_MS = 15_000;

export async function stayAlive(ctx: Context<PhoneActor>): Promise<Result<undefined, LinkRefusal>> {
  const found = await ownLink(ctx);
  if (!found.ok) return found;
  const { id, lastSeenAt } = found.value;
  const isFresh = ctx.now.getTime() - lastSeenAt.getTime() < TOUCH_MS;
  if (!isFresh) await touchCapture(ctx.db, { id, deviceHash: ctx.actor.deviceHash }, ctx.now);
  return ok();
}

/**
 * Takes a photograph in: the desktop is told that there is one, the server finds page, code and seal on it, and keeps
 * the picture without metadata, the straightened sheet and what was found. What the phone thinks of it counts nothing.
 * A picture whose link ends or goes to another phone meanwhile is kept all the same, as not handed in.
 */
export async function takePhotograph(
  ctx: Context<PhoneActor>,
  input: Upload,
): Promise<Result<{ photographId: string }, LinkRefusal>> {
  const found = await ownLink(ctx);
  if (!found.ok) return found;
  const quota = await takePicture(ctx, found.value.receiptId);
  if (!quota.ok) return quota;
  const arrived = await arrive(ctx, found.value);
  if (!arrived.ok) return arrived;
  const link = arrived.value;
  const looked = await lookAtPhotograph(ctx, link.receipt, asSent(ctx, link.receiptId, input));
  if (!looked.ok) {
    await backToCamera(ctx, link);
    return looked;
  }
  const photographId = await keepPhotograph(ctx, {
    receiptId: link.receiptId,
    captureSessionId: link.id,
    ...looked.value,
  });
  return transact(ctx, async (tx) => {
    const now = await captureById(tx.db, link.id);
    const lost = now && lostBecause(ctx.actor, now);
    if (lost) return refuse(lost);
    const moved = await move(tx, link, 'check', { photographId });
    return moved.ok ? ok({ photographId }) : moved;
  });
}

/** Notes that a picture came. One that comes again, because its first sending broke off, takes the first one's place. */
async function arrive(ctx: Context<PhoneActor>, link: CaptureRow): Promise<Result<CaptureRow, LinkRefusal>> {
  return transact(ctx, async (tx) => {
    if (link.status === 'PHOTOGRAPHED') {
      const again = await move(tx, link, 'retake');
      if (!again.ok) return again;
    }
    const before = await captureById(tx.db, link.id);
    const lost = before && lostBecause(ctx.actor, before);
    if (lost) return refuse(lost);
    const moved = before && (await move(tx, before, 'photograph', { photographId: null }));
    if (!moved?.ok) return refuse({ code: 'somebody-was-faster' });
    const now = await captureById(tx.db, link.id);
    return now ? ok(now) : refuse({ code: 'link-unknown' });
  });
}

/** What came could not be read as a picture: the phone is asked for another one. Whoever was faster is right. */
async function backToCamera(ctx: Context<PhoneActor>, link: CaptureRow): Promise<void> {
  await transact(ctx, (tx) => move(tx, link, 'retake'));
}

/** 确认提交 on the phone: the photograph that was checked goes to finance, and the link ends. */
export async function submitPhotograph(
  ctx: Context<PhoneActor>,
  input: { photographId: string },
): Promise<Result<undefined, LinkRefusal | ReceiptRefusal | BudgetShort>> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (!link) return refuse({ code: 'link-unknown' });
  authorise(ctx.actor, 'capture.photograph', { receiptId: link.receiptId });
  if (!holds(ctx.actor, link)) return refuse({ code: 'taken-over' });
  if (link.status === 'SUBMITTED' && link.photographId === input.photographId) return ok();
  const live = await stillLive(ctx, link);
  if (!live.ok) return live;
  if (link.status !== 'CHECKED' || link.photographId !== input.photographId) return refuse({ code: 'no-photograph' });
  const done = await transact(ctx, async (tx) => {
    const submitted = await submitReceipt(tx, { photographId: input.photographId });
    if (!submitted.ok) return submitted;
    const moved = await move(tx, link, 'submit');
    return moved.ok ? ok() : moved;
  });
  return done.ok || done.refusal.code !== 'somebody-was-faster' ? done : alreadyDone(ctx, input.photographId);
}

/** Of two equal clicks the second one finds the first one's work. */
async function alreadyDone(ctx: Context<PhoneActor>, photographId: string): Promise<Result<undefined, LinkRefusal>> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (link && !holds(ctx.actor, link)) return refuse({ code: 'taken-over' });
  return link?.status === 'SUBMITTED' && link.photographId === photographId
    ? ok()
    : refuse({ code: 'somebody-was-faster' });
}
