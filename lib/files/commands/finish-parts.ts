import 'server-only';
import { createHash } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { recordWhole, type UnfinishedRow } from '../parts-store';
import { joinBytes } from '../reading/join-bytes';
import type { MediaType } from '../rules/media-types';
import type { FileRefusal, PartsRefusal } from '../rules/refusals';
import { dropParts } from './drop-parts';
import { storeUpload } from './store-upload';

type Refusal = FileRefusal | Extract<PartsRefusal, { code: 'part-not-next' | 'upload-changed' }>;

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Makes a stored file of an upload whose parts are all there; asked again, it answers the same file. What is refused
 * for its content is dropped with its parts.
 */
export async function finishParts(
  ctx: Context,
  upload: UnfinishedRow,
  as: { readonly purpose: string; readonly accept: readonly MediaType[] },
): Promise<Result<{ readonly fileId: string }, Refusal>> {
  if (upload.fileId) return ok({ fileId: upload.fileId });
  const { id, receivedBytes, sizeBytes, fingerprint, name, enterpriseId, uploadedBy } = upload;
  if (receivedBytes < sizeBytes) return refuse({ code: 'part-not-next', receivedBytes });
  const bytes = await bytesOf(ctx, upload);
  const isAsChosen = !SHA256.test(fingerprint) || createHash('sha256').update(bytes).digest('hex') === fingerprint;
  if (bytes.length !== sizeBytes || !isAsChosen) {
    await dropParts(ctx, upload, 'broken');
    return refuse({ code: 'upload-changed' });
  }
  const stored = await storeUpload(ctx, { bytes, name, ...as }, { enterpriseId, uploadedBy });
  if (!stored.ok) {
    await dropParts(ctx, upload, 'counted');
    return stored;
  }
  await recordWhole(ctx.db, id, stored.value.fileId);
  // The row stays for whoever asks again because the answer was lost.
  for (const key of upload.partKeys) await ctx.ports.files.remove(key);
  return ok({ fileId: stored.value.fileId });
}

async function bytesOf(ctx: Context, { partKeys }: UnfinishedRow): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (const key of partKeys) {
    const part = await ctx.ports.files.get(key);
    if (part) parts.push(part);
  }
  return joinBytes(parts);
}
