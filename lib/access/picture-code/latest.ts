import 'server-only';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { answerOf } from '../rules/picture-code';
import { unusedPictureCodes } from '../store';
import { seedOf } from './seed';

export type ShownPictureCode = {
  readonly id: string;
  readonly purpose: string;
  readonly answer: string;
  readonly createdAt: Date;
};

const MOST = 50;

/**
 * Answers of the pictures that may still be used, newest first, for the demo's /dev page and end-to-end tests; the
 * form's hidden `pictureCodeId` says which is whose. Always empty unless `demo`, which the environment alone decides.
 */
export async function latestPictureCodes(ctx: Context, demo: boolean): Promise<ShownPictureCode[]> {
  authorise(ctx.actor, 'dev.read');
  if (!demo) return [];
  const codes = await unusedPictureCodes(ctx.db, ctx.now, MOST);
  return codes.map((code) => ({
    id: code.id,
    purpose: code.purpose,
    answer: answerOf(seedOf(ctx.vault, code)),
    createdAt: code.createdAt,
  }));
}
