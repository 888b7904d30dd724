import 'server-only';
import type { PhoneActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { submitReceipt } from '@/lib/disbursement/commands/submit-receipt';
import type { ReceiptRefusal } from '@/lib/disbursement/rules/receipt-refusals';
import type { BudgetShort } from '@/lib/disbursement/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { InspectedPhotograph } from '@/lib/ports/photograph-inspector';
import { insertPhotograph } from '@/lib/receipt/photograph-store';
import { endedBecause, type CaptureRefusal } from '../rules/refusals';
import { captureById, touchCapture, type CaptureRow } from '../store';
import { judgePhotograph } from './judge-photograph';
import { move } from './move';

type Refusal = CaptureRefusal | CommonRefusal;

async function ownLink(ctx: Context<PhoneActor>): Promise<Result<CaptureRow, Refusal>> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (!link) return refuse({ code: 'link-unknown' });
  authorise(ctx.actor, 'capture.photograph', { receiptId: link.receiptId });
  const ended = endedBecause(link);
  return ended ? refuse(ended) : ok(link);
}

/** The phone shows its camera, or is asked to take another picture. A sign of life in any other state. */
export async function showCamera(ctx: Context<PhoneActor>): Promise<Result<undefined, Refusal>> {
  const found = await ownLink(ctx);
  if (!found.ok) return found;
  const link = found.value;
  const event =
    link.status === 'OPENED'
      ? 'startCamera'
      : link.status === 'CHECKED' || link.status === 'PHOTOGRAPHED'
        ? 'retake'
        : null;
  if (!event) {
    await touchCapture(ctx.db, link.id, ctx.now);
    return ok();
  }
  return transact(ctx, async (tx) => {
    const moved = await move(tx, link, event, { photographId: null });
    return moved.ok ? ok() : moved;
  });
}

export async function stayAlive(ctx: Context<PhoneActor>): Promise<Result<undefined, Refusal>> {
  const found = await ownLink(ctx);
  if (!found.ok) return found;
  await touchCapture(ctx.db, found.value.id, ctx.now);
  return ok();
}

/**
 * Takes a photograph in: the desktop is told that there is one, the server finds page, code and seal on it, and keeps
 * the picture without metadata, the straightened sheet and what was found. What the phone thinks of it counts nothing.
 */
export async function takePhotograph(
  ctx: Context<PhoneActor>,
  input: { bytes: Uint8Array },
): Promise<Result<{ photographId: string }, Refusal>> {
  const found = await ownLink(ctx);
  if (!found.ok) return found;
  const link = found.value;
  const inspected = await ctx.ports.photographs.inspect(input.bytes);
  if (!inspected.ok) return inspected;
  const arrived = await transact(ctx, (tx) => move(tx, link, 'photograph'));
  if (!arrived.ok) return arrived;
  const photographId = await keep(ctx, link, inspected.value);
  return transact(ctx, async (tx) => {
    const now = {
      ...link,
      status: arrived.value.to,
      version: arrived.value.version,
      steps: await stepsOf(tx, link.id),
    };
    const moved = await move(tx, now, 'check', { photographId });
    return moved.ok ? ok({ photographId }) : moved;
  });
}

async function stepsOf(ctx: Context, id: string): Promise<unknown> {
  return (await captureById(ctx.db, id))?.steps;
}

async function keep(ctx: Context<PhoneActor>, link: CaptureRow, picture: InspectedPhotograph): Promise<string> {
  const { verdict, findings } = await judgePhotograph(ctx, link.receipt, picture.inspection);
  const folder = `photographs/${newId()}`;
  const keys = {
    keptKey: `${folder}/kept.${picture.mediaType === 'image/png' ? 'png' : 'jpg'}`,
    viewKey: `${folder}/view.jpg`,
    flatKey: picture.flat ? `${folder}/flat.jpg` : null,
  };
  await ctx.ports.files.put(keys.keptKey, picture.kept, picture.mediaType);
  await ctx.ports.files.put(keys.viewKey, picture.view, 'image/jpeg');
  if (picture.flat && keys.flatKey) await ctx.ports.files.put(keys.flatKey, picture.flat, 'image/jpeg');
  return insertPhotograph(ctx.db, {
    receiptId: link.receiptId,
    captureSessionId: link.id,
    originalSha256: picture.originalSha256,
    mediaType: picture.mediaType,
    ...keys,
    verdict,
    findings: JSON.parse(JSON.stringify(findings)),
    inspection: JSON.parse(JSON.stringify(picture.inspection)),
    takenAt: ctx.now,
  });
}

/** 确认提交 on the phone: the photograph that was checked goes to finance, and the link ends. */
export async function submitPhotograph(
  ctx: Context<PhoneActor>,
  input: { photographId: string },
): Promise<Result<undefined, Refusal | ReceiptRefusal | BudgetShort>> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (!link) return refuse({ code: 'link-unknown' });
  authorise(ctx.actor, 'capture.photograph', { receiptId: link.receiptId });
  if (link.status === 'SUBMITTED' && link.photographId === input.photographId) return ok();
  const ended = endedBecause(link);
  if (ended) return refuse(ended);
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
async function alreadyDone(ctx: Context<PhoneActor>, photographId: string): Promise<Result<undefined, Refusal>> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  return link?.status === 'SUBMITTED' && link.photographId === photographId
    ? ok()
    : refuse({ code: 'somebody-was-faster' });
}
