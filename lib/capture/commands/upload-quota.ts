import 'server-only';
import { takeFrom, tryKey } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { PICTURES_PER_RECEIPT, SCANNED_PAGES_PER_RECEIPT, type QuotaRule } from '@/lib/access/rules/try-limits';
import { refuse, type Result } from '@/lib/kernel/result';
import type { TooManyPictures } from '../rules/refusals';
import type { Sent } from './open-picture';

/** One file as it came. `signal` says that nobody waits for the answer any more. */
export type Upload = { readonly bytes: Uint8Array; readonly signal?: AbortSignal };

/** Counts one file for this receipt: all pictures are looked at by one thread, and no receipt has it to itself. */
export const takePicture = (ctx: Context, receiptId: string) =>
  take(ctx, tryKey(ctx, 'receipt picture', receiptId), PICTURES_PER_RECEIPT);

/** What is looked at, page by page: each further one counts, and none is looked at for nobody. */
export function asSent(ctx: Context, receiptId: string, { bytes, signal }: Upload): Sent {
  const key = tryKey(ctx, 'receipt page', receiptId);
  return {
    bytes,
    goOn: async () => (signal?.aborted ? refuse({ code: 'unreadable' }) : take(ctx, key, SCANNED_PAGES_PER_RECEIPT)),
  };
}

async function take(ctx: Context, key: string, rule: QuotaRule): Promise<Result<undefined, TooManyPictures>> {
  const quota = await takeFrom(ctx, key, rule);
  return quota.ok ? quota : refuse({ code: 'too-many-pictures', waitSeconds: quota.refusal.waitSeconds });
}
