import 'server-only';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { takeFrom, takeFromQuota, tryKey, type TooMany } from '@/lib/access/commands/take-try';
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
/** `since` names the holder that the phone was told of; the four digits are read off the desktop. */
type TakeOver = { readonly since: string; readonly pairingCode: string };
type OtherDevice = Extract<CaptureRefusal, { code: 'other-device' }>;

/** Guesses at the four digits, for a network and for a link, whoever asks: one who has many networks has few guesses. */
const GUESSES_PER_NETWORK = { most: 10, seconds: 600 };
const GUESSES_PER_LINK = { most: 30, seconds: 600 };

export function hashDevice(captureId: string, secret: string): string {
  return createHash('sha256').update(`device ${captureId} ${secret}`).digest('hex');
}

/**
 * A phone that scanned the code exchanges the token for a secret of its own, which binds the link to it. The same phone
 * may open the page again. Another one is asked first for the pairing code, which the desktop shows and the code that was
 * scanned does not hold: a picture of that is not enough to take the link over. From then on the secret of the phone
 * before is good for nothing. The new one begins afresh, since it need not be held by whoever may see the picture; what
 * was sent before stays with the case as not handed in.
 */
export async function enter(
  ctx: Context,
  input: { token: string; device: Device | null; label: string; takeOver?: TakeOver | undefined },
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
  if (held) {
    const proved = await provePairing(ctx, link, held, input.takeOver);
    if (!proved.ok) return proved;
  }
  return bind(ctx, link, input.label);
}

/** Whether whoever holds this phone sees the desktop too. Counted before it is known, the right code like a wrong one. */
async function provePairing(
  ctx: Context,
  link: CaptureRow,
  held: OtherDevice,
  takeOver: TakeOver | undefined,
): Promise<Result<undefined, OtherDevice | TooMany | { code: 'pairing-wrong' }>> {
  if (takeOver?.since !== held.since) return refuse(held);
  const near = await takeFromQuota(ctx, 'pairing', GUESSES_PER_NETWORK);
  if (!near.ok) return near;
  const all = await takeFrom(ctx, tryKey(ctx, 'pairing link', link.id), GUESSES_PER_LINK);
  if (!all.ok) return all;
  return isEqual(takeOver.pairingCode, link.pairingCode) ? ok() : refuse({ code: 'pairing-wrong' });
}

function isEqual(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
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

function heldBy(link: CaptureRow): OtherDevice | null {
  const since = heldSince(readSteps(link.steps));
  if (!link.deviceHash || !since) return null;
  return { code: 'other-device', label: link.deviceLabel ?? '手机', since };
}
