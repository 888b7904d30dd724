import 'server-only';
import { createHash } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { recordPart, uploadRow, type UnfinishedRow } from '../parts-store';
import { readBounded } from '../reading/read-bounded';
import { partKey } from '../rules/keys';
import type { PartsRefusal } from '../rules/refusals';
import { PART_BYTES } from '../rules/upload-limits';

type NotNext = Extract<PartsRefusal, { code: 'part-not-next' }>;

/**
 * Takes the next part of an upload: whole or not at all, recorded only after the store has confirmed it. A part that was
 * cut off, came twice or out of turn is answered with where to go on; nothing of it is kept.
 */
export async function takePart(
  ctx: Context,
  upload: UnfinishedRow,
  offset: number,
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<{ readonly receivedBytes: number }, NotNext>> {
  const { id, sizeBytes, receivedBytes } = upload;
  const expected = Math.min(PART_BYTES, sizeBytes - offset);
  if (offset !== receivedBytes || expected <= 0 || upload.fileId)
    return refuse({ code: 'part-not-next', receivedBytes });
  // A connection that breaks rejects; what came of the part is sent again.
  const read = await readBounded(body, expected).catch(() => null);
  if (!read?.ok || read.value.length !== expected) return refuse({ code: 'part-not-next', receivedBytes });
  const sha256 = createHash('sha256').update(read.value).digest('hex');
  const key = partKey(id, offset, sha256);
  const stored = await ctx.ports.files.put(key, read.value, 'application/octet-stream');
  if (stored.sha256 !== sha256) throw new Error(`part ${key} was stored wrongly`);
  if (await recordPart(ctx.db, id, { offset, bytes: expected, key })) return ok({ receivedBytes: offset + expected });
  const now = await uploadRow(ctx.db, id);
  return refuse({ code: 'part-not-next', receivedBytes: now?.receivedBytes ?? 0 });
}
