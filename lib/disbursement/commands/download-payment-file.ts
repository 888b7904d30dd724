import 'server-only';
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { fileForAct, FILE_FETCHED, heldInFile, lockFile } from '../payment-store';
import type { FinanceRefusal } from '../rules/refusals';

export type Download = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly sha256: string;
  /** What the bytes are: the layout's encoding. */
  readonly mediaType: string;
};

/**
 * Hands out a confirmed payment file, with the hash checked once more; every download is in the log. Refuses a file that
 * is not confirmed or was withdrawn, one whose bytes are not those that were confirmed, and one with an order that the
 * bank has not settled and that was stopped meanwhile.
 */
export async function downloadPaymentFile(
  ctx: Context<StaffActor>,
  input: { readonly paymentFileId: string },
): Promise<Result<Download, FinanceRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'payment.read');
  const file = await fileForAct(ctx.db, input.paymentFileId);
  if (!file) return refuse({ code: 'not-found' });
  if (file.status !== 'CONFIRMED' && file.status !== 'RECONCILED') return refuse({ code: 'file-not-confirmed' });
  const held = await heldInFile(ctx.db, file.lines);
  if (held.length > 0) return refuse({ code: 'file-held', lines: held });
  const bytes = await ctx.ports.files.get(file.fileKey);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    return refuse({ code: 'file-changed' });
  return transact(ctx, async (tx) => {
    // Whoever withdraws it at this moment comes first or finds the fetching in the log.
    await lockFile(tx.db, file.id);
    const now = await fileForAct(tx.db, file.id);
    if (now?.status !== file.status) return refuse({ code: 'file-not-confirmed' });
    await writeAudit(tx, {
      action: FILE_FETCHED,
      word: '下载付款文件',
      subjectKind: 'paymentFile',
      subjectId: file.id,
      detail: { number: file.number, sha256: file.sha256 },
    });
    const { extension, encoding } = file.layout.order;
    const mediaType = `text/${extension === 'csv' ? 'csv' : 'plain'}; charset=${encoding}`;
    return ok({ bytes, name: `${file.number}.${extension}`, sha256: file.sha256, mediaType });
  });
}
