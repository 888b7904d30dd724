import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { codeEndsAt, heldSince, readSteps } from '../rules/link';
import type { CaptureRefusal } from '../rules/refusals';
import { captureById, type CaptureRow } from '../store';
import { captureOfToken, hashCaptureToken } from './capture-token';
import { move } from './move';
import { stillLive } from './own-link';

export type Entered = { readonly captureId: string; readonly deviceSecret: string };
type Device = { readonly captureId: string; readonly secret: string };

export function hashDevice(captureId: string, secret: string): string {
  return createHash('sha256').update(`device ${captureId} ${secret}`).digest('hex');
}

/**
 * A phone that scanned the code exchanges the token for a secret of its own, which binds the link to it. The same phone
 * may open the page again. Another one is asked first: `takeOver` names the holder that it was told of (`since`), and
 * from then on the secret of that one is good for nothing. The new phone begins afresh, since it need not be held by
 * whoever may see the picture; what was sent before stays with the case as not handed in.
 */
export async function enter(
  ctx: Context,
  input: { token: string; device: Device | null; label: string; takeOver?: string | undefined },
): Promise<Result<Entered, CaptureRefusal | CommonRefusal>> {
  const captureId = captureOfToken(input.token);
  const link = captureId && (await captureById(ctx.db, captureId));
  if (!link) return refuse({ code: 'link-unknown' });
  const own = secretOfHolder(link, input.device);
  if (!own && link.tokenHash !== hashCaptureToken(input.token)) return refuse({ code: 'code-over' });
  const live = await stillLive(ctx, link);
  if (!live.ok) return live;
  if (own) return ok({ captureId: link.id, deviceSecret: own });
  if (codeEndsAt(link.tokenAt) <= ctx.now) return refuse({ code: 'code-over' });
  const held = heldBy(link);
  if (held && held.since !== input.takeOver) return refuse(held);
  return bind(ctx, link, input.label);
}

/** Of several phones that ask at the same instant one gets the link; the others are told of that one. */
async function bind(
  ctx: Context,
  link: CaptureRow,
  label: string,
): Promise<Result<Entered, CaptureRefusal | CommonRefusal>> {
  const deviceSecret = randomBytes(24).toString('base64url');
  const set = { deviceHash: hashDevice(link.id, deviceSecret), deviceLabel: label, photographId: null };
  const moved = await transact(ctx, (tx) =>
    link.deviceHash
      ? move(tx, link, 'takeOver', set, { before: link.deviceLabel, now: label })
      : move(tx, link, 'open', set),
  );
  if (moved.ok) return ok({ captureId: link.id, deviceSecret });
  const now = await captureById(ctx.db, link.id);
  return refuse((now && heldBy(now)) ?? moved.refusal);
}

function secretOfHolder(link: CaptureRow, device: Device | null): string | null {
  if (!device || device.captureId !== link.id) return null;
  return hashDevice(link.id, device.secret) === link.deviceHash ? device.secret : null;
}

function heldBy(link: CaptureRow): Extract<CaptureRefusal, { code: 'other-device' }> | null {
  const since = heldSince(readSteps(link.steps));
  if (!link.deviceHash || !since) return null;
  return { code: 'other-device', label: link.deviceLabel ?? '手机', pairingCode: link.pairingCode, since };
}
