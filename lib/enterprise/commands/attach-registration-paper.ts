import 'server-only';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { readBounded } from '@/lib/files/reading/read-bounded';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { isPaperKind } from '../rules/paper-kinds';
import type { PaperRefusal } from '../rules/paper-refusals';
import type { RegistrationPaperKind } from '../rules/registration-form';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import * as store from '../registration-store';
import { heldRegistration } from './held-registration';
import { receivePaper, type ReceivedPaper } from './receive-paper';

/**
 * Takes one of the papers in, in the place of the one before. A printed form is looked at: whether it is this very form
 * of this registration in the version that stands. Whatever that says, what was uploaded is kept and shown with it.
 */
export async function attachRegistrationPaper(
  ctx: Context,
  input: { readonly browser: string; readonly kind: RegistrationPaperKind; readonly name: string },
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<ReceivedPaper, RegistrationRefusal | FileRefusal | PaperRefusal>> {
  const held = await heldRegistration(ctx, input.browser);
  if (!held.ok) return held;
  const { id, status } = held.value;
  if (status !== 'PROVEN') return refuse({ code: 'registration-closed' });
  const read = await readBounded(body, MAX_FILE_BYTES);
  if (!read.ok) return read;
  const received = await receivePaper(
    ctx,
    {
      ...{ subjectKind: 'registration', subjectId: id, kind: isPaperKind(input.kind) ? input.kind : null },
      ...{ bytes: read.value, name: input.name, purpose: 'registration-paper' },
    },
    { enterpriseId: null, uploadedBy: id },
  );
  if (!received.ok) return received;
  const { fileId, check } = received.value;
  return transact(ctx, async (tx) => {
    const row = await store.lockRegistration(tx.db, id);
    if (row.status !== 'PROVEN') return refuse({ code: 'registration-closed' });
    const paper = { id: newId(), registrationId: id, kind: input.kind, fileId, check, createdAt: tx.now };
    await store.placePaper(tx.db, paper);
    return ok(received.value);
  });
}
