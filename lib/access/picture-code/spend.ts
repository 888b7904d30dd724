import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { readAnswer, type PictureCodePurpose } from '../rules/picture-code';
import { answerOfSecret, isWorkedAnswer } from '../rules/puzzle';
import type { PictureCodeRefusal } from '../rules/sign-in-refusals';
import * as store from '../store';
import { isGood } from './issue';
import { answerHashOf, secretOf } from './seed';

/**
 * Uses a picture code up, whether the answer is right or not: each is good for one try, be it read off the picture or
 * worked out by the computer.
 */
export async function spendPictureCode(
  ctx: Context,
  input: { id: string; answer: string; purpose: PictureCodePurpose },
): Promise<Result<undefined, PictureCodeRefusal>> {
  const code = await store.pictureCodeById(ctx.db, input.id);
  const isWorked = isWorkedAnswer(input.answer);
  const stale = refuse({ code: isWorked ? 'puzzle-stale' : 'picture-code-stale' });
  if (!code || !isGood(code, input.purpose, ctx.now)) return stale;
  if (!(await store.spendPictureCode(ctx.db, code.id, ctx.now))) return stale;
  // The page solves another one by itself, so a wrong solution reads like an old one.
  if (isWorked) return isEqual(input.answer, answerOfSecret(secretOf(ctx.vault, code))) ? ok() : stale;
  const given = answerHashOf(ctx.vault, code.id, readAnswer(input.answer));
  return isEqual(given, code.answerHash) ? ok() : refuse({ code: 'picture-code-wrong' });
}

function isEqual(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
