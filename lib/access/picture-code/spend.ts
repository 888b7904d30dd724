import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { readAnswer, type PictureCodePurpose } from '../rules/picture-code';
import type { PictureCodeRefusal } from '../rules/sign-in-refusals';
import * as store from '../store';
import { isGood } from './issue';
import { answerHashOf } from './seed';

/** Uses a picture code up, whether the answer is right or not: each picture is good for one try. */
export async function spendPictureCode(
  ctx: Context,
  input: { id: string; answer: string; purpose: PictureCodePurpose },
): Promise<Result<undefined, PictureCodeRefusal>> {
  const code = await store.pictureCodeById(ctx.db, input.id);
  if (!code || !isGood(code, input.purpose, ctx.now)) return refuse({ code: 'picture-code-stale' });
  if (!(await store.spendPictureCode(ctx.db, code.id, ctx.now))) return refuse({ code: 'picture-code-stale' });
  const given = answerHashOf(ctx.vault, code.id, readAnswer(input.answer));
  return isEqual(given, code.answerHash) ? ok() : refuse({ code: 'picture-code-wrong' });
}

function isEqual(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
