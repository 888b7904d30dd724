import 'server-only';
import type { PhoneActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { holds, isOverdue, SILENT } from '../rules/link';
import { endedBecause, type CaptureRefusal } from '../rules/refusals';
import { captureById, type CaptureRow } from '../store';
import { move } from './move';

export type LinkRefusal = CaptureRefusal | CommonRefusal;

/** The live link of this phone; refused, with the reason, when it has ended or another phone holds it. */
export async function ownLink(ctx: Context<PhoneActor>): Promise<Result<CaptureRow, LinkRefusal>> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (!link) return refuse({ code: 'link-unknown' });
  authorise(ctx.actor, 'capture.photograph', { receiptId: link.receiptId });
  if (!holds(ctx.actor, link)) return refuse({ code: 'taken-over' });
  return stillLive(ctx, link);
}

/** Why this phone can do nothing more with the link, or null. */
export function lostBecause(phone: PhoneActor, link: CaptureRow): CaptureRefusal | null {
  return holds(phone, link) ? endedBecause(link) : { code: 'taken-over' };
}

/** Ends a link whose time is over, before the job that looks every minute has come to it. */
export async function stillLive(ctx: Context, link: CaptureRow): Promise<Result<CaptureRow, LinkRefusal>> {
  const ended = endedBecause(link);
  if (ended) return refuse(ended);
  if (!isOverdue(link, ctx.now)) return ok(link);
  await transact(ctx, (tx) => move(tx, link, 'expire', { endReason: SILENT }));
  return refuse({ code: 'link-expired' });
}
