import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { storeUpload } from '@/lib/files/commands/store-upload';
import { readBounded } from '@/lib/files/reading/read-bounded';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { insertChangePaper } from '../change-store';
import { changePaper } from '../rules/change-form';
import type { ChangeRefusal } from '../rules/change-refusals';
import type { PaperRefusal } from '../rules/paper-refusals';
import { editableChange } from './change-at';
import { checkLetter } from './letter';

export const CHANGE_PAPER = 'change-paper';

/**
 * One uploaded paper of a request, in the place of the one before. Whose request it is and whether it can be edited is
 * asked before a byte is read. A printed letter is checked to be the one that was printed for this very request.
 */
export async function receiveChangePaper(
  ctx: Context<EnterpriseActor>,
  input: { readonly id: string; readonly kind: string; readonly name: string },
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<{ fileId: string }, ChangeRefusal | FileRefusal | PaperRefusal | CommonRefusal>> {
  const found = await editableChange(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  const rule = changePaper(row.kind, input.kind);
  if (!rule) return refuse({ code: 'paper-unknown' });
  const bytes = await readBounded(body, MAX_FILE_BYTES);
  if (!bytes.ok) return bytes;
  const owner = { enterpriseId: row.enterpriseId, uploadedBy: ctx.actor.id };
  const stored = await storeUpload(ctx, { bytes: bytes.value, name: input.name, purpose: CHANGE_PAPER }, owner);
  if (!stored.ok) return stored;
  const check = rule.isPrinted ? await checkLetter(ctx, row, bytes.value) : null;
  if (check && !check.ok) return check;
  return transact(ctx, async (tx) => {
    const still = await editableChange({ ...ctx, db: tx.db }, row.id);
    if (!still.ok) return still;
    await insertChangePaper(tx.db, {
      id: newId(),
      requestId: row.id,
      kind: input.kind,
      fileId: stored.value.fileId,
      checkState: check?.value.state ?? null,
      findings: check?.value.findings ?? [],
      createdAt: ctx.now,
    });
    return ok({ fileId: stored.value.fileId });
  });
}
