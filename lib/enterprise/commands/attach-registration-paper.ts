import 'server-only';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { storeUpload } from '@/lib/files/commands/store-upload';
import { readBounded } from '@/lib/files/reading/read-bounded';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { RegistrationPaperKind } from '../rules/registration-form';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import * as store from '../registration-store';
import { heldRegistration } from './held-registration';

export type AttachedPaper = {
  readonly fileId: string;
  readonly state: string | null;
  readonly findings: readonly string[];
};

/**
 * Takes one of the papers in, in the place of the one before. A printed form is looked at: whether it is this very form
 * of this registration and its present version. Whatever that says, what was uploaded is kept and shown with it.
 */
export async function attachRegistrationPaper(
  ctx: Context,
  input: { readonly browser: string; readonly kind: RegistrationPaperKind; readonly name: string },
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<AttachedPaper, RegistrationRefusal | FileRefusal>> {
  const held = await heldRegistration(ctx, input.browser);
  if (!held.ok) return held;
  const { id, status } = held.value;
  if (status !== 'PROVEN') return refuse({ code: 'registration-closed' });
  const read = await readBounded(body, MAX_FILE_BYTES);
  if (!read.ok) return read;
  const upload = { bytes: read.value, name: input.name, purpose: 'registration-paper' };
  const stored = await storeUpload(ctx, upload, { enterpriseId: null, uploadedBy: id });
  if (!stored.ok) return stored;
  return transact(ctx, async (tx) => {
    const row = await store.lockRegistration(tx.db, id);
    if (row.status !== 'PROVEN') return refuse({ code: 'registration-closed' });
    const { fileId } = stored.value;
    const [state, findings] = [null, [] as string[]];
    await store.placePaper(tx.db, {
      id: newId(),
      registrationId: id,
      kind: input.kind,
      fileId,
      checkState: state,
      findings,
      createdAt: tx.now,
    });
    return ok({ fileId, state, findings });
  });
}
