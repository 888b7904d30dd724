import 'server-only';
import type { Context } from '../context';
import { isUniqueViolation } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { takeFromQuota, type TooMany } from '../commands/take-try';
import { answerOf, PICTURE_CODE_SECONDS, type PictureCodePurpose } from '../rules/picture-code';
import type { PictureCodeRefusal } from '../rules/sign-in-refusals';
import { PICTURES_PER_NETWORK } from '../rules/try-limits';
import * as store from '../store';
import { answerHashOf, seedOf, type IssuedCode } from './seed';

const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Begins the two minutes of a picture code, or answers the same picture again while they last. The form chooses the
 * id; the answer depends on our key and cannot be chosen with it. Refuses a code that was used or is over.
 */
export async function issuePictureCode(
  ctx: Context,
  input: { id: string; purpose: PictureCodePurpose },
): Promise<Result<IssuedCode & { seed: Uint8Array }, PictureCodeRefusal | TooMany>> {
  const quota = await takeFromQuota(ctx, 'picture', PICTURES_PER_NETWORK);
  if (!quota.ok) return quota;
  await store.removeStale(ctx.db, new Date(ctx.now.getTime() - KEPT_MS));
  const existing = await store.pictureCodeById(ctx.db, input.id);
  const code = { id: input.id, createdAt: existing?.createdAt ?? ctx.now };
  const seed = seedOf(ctx.vault, code);
  if (existing) return isGood(existing, input.purpose, ctx.now) ? ok({ ...code, seed }) : stale();
  try {
    await store.insertPictureCode(ctx.db, {
      ...code,
      answerHash: answerHashOf(ctx.vault, input.id, answerOf(seed)),
      purpose: input.purpose,
      expiresAt: new Date(ctx.now.getTime() + PICTURE_CODE_SECONDS * 1000),
    });
  } catch (error) {
    // Asked for twice at the same moment: the other one's time of issue counts.
    if (!isUniqueViolation(error)) throw error;
    return stale();
  }
  return ok({ ...code, seed });
}

type CodeRow = { purpose: string; usedAt: Date | null; expiresAt: Date };

/** Whether a code may still be answered. */
export function isGood(code: CodeRow, purpose: PictureCodePurpose, now: Date): boolean {
  return code.purpose === purpose && code.usedAt === null && code.expiresAt > now;
}

function stale(): Result<never, PictureCodeRefusal> {
  return refuse({ code: 'picture-code-stale' });
}
