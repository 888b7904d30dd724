import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CaptureRefusal } from '../rules/refusals';
import { captureByToken } from '../store';
import { hashCaptureToken } from './open-link';
import { move } from './move';
import { stillLive } from './own-link';

export type Entered = { readonly captureId: string; readonly deviceSecret: string };

export function hashDevice(captureId: string, secret: string): string {
  return createHash('sha256').update(`device ${captureId} ${secret}`).digest('hex');
}

/**
 * A phone that scanned the code exchanges the token for a secret of its own; the first phone binds the link. The same
 * phone may open the page again; another one is told so.
 */
export async function enter(
  ctx: Context,
  input: { token: string; device: { captureId: string; secret: string } | null; label: string },
): Promise<Result<Entered, CaptureRefusal | CommonRefusal>> {
  const link = await captureByToken(ctx.db, hashCaptureToken(input.token));
  if (!link) return refuse({ code: 'link-unknown' });
  const live = await stillLive(ctx, link);
  if (!live.ok) return live;
  if (link.deviceHash) {
    const known = input.device?.captureId === link.id ? input.device.secret : null;
    if (known && hashDevice(link.id, known) === link.deviceHash) return ok({ captureId: link.id, deviceSecret: known });
    return refuse({ code: 'other-device' });
  }
  const deviceSecret = randomBytes(24).toString('base64url');
  const set = { deviceHash: hashDevice(link.id, deviceSecret), deviceLabel: input.label };
  return transact(ctx, async (tx) => {
    const moved = await move(tx, link, 'open', set);
    return moved.ok ? ok({ captureId: link.id, deviceSecret }) : refuse({ code: 'other-device' as const });
  });
}
