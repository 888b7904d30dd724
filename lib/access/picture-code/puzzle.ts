import 'server-only';
import type { Context } from '../context';
import { ok, type Result } from '@/lib/kernel/result';
import type { TooMany } from '../commands/take-try';
import type { PictureCodePurpose } from '../rules/picture-code';
import { makePuzzle, type Puzzle } from '../rules/puzzle';
import type { PictureCodeRefusal } from '../rules/sign-in-refusals';
import { issuePictureCode } from './issue';
import { saltOf, secretOf } from './seed';

/**
 * The puzzle of a code, for whoever cannot see its picture. It begins the code as the picture would: the same row, the
 * same two minutes, and one more of what the network may ask for.
 */
export async function givePuzzle(
  ctx: Context,
  input: { id: string; purpose: PictureCodePurpose },
): Promise<Result<Puzzle, PictureCodeRefusal | TooMany>> {
  const issued = await issuePictureCode(ctx, input);
  if (!issued.ok) return issued;
  return ok(makePuzzle(saltOf(ctx.vault, issued.value), secretOf(ctx.vault, issued.value)));
}
