import 'server-only';
import type { Context } from '@/lib/access/context';
import { smallCopy } from '../reading/picture';
import { pageKey } from '../rules/keys';
import { setPages, storedFile } from '../store';

/** Draws the pages of a stored PDF as pictures beside it, once. What cannot be drawn is marked so and read as a file. */
export async function drawPages(ctx: Context, { fileId }: { readonly fileId: string }): Promise<void> {
  const file = await storedFile(ctx.db, fileId);
  if (!file || file.mediaType !== 'application/pdf' || file.pageCount !== null) return;
  const pdf = await ctx.ports.files.get(file.keptKey);
  if (!pdf) return;
  const answer = await ctx.ports.pages.draw(pdf);
  if (!answer.ok && answer.refusal.code === 'busy') throw new Error('too many PDFs wait to be drawn');
  const drawn = answer.ok ? answer.value : null;
  const [first] = drawn?.pages ?? [];
  for (const [index, page] of drawn?.pages.entries() ?? []) {
    await ctx.ports.files.put(pageKey(fileId, index + 1), page, 'image/jpeg');
  }
  const thumbKey = first ? `uploads/${fileId}/thumb` : null;
  if (first && thumbKey) await ctx.ports.files.put(thumbKey, await smallCopy(first), 'image/jpeg');
  await setPages(ctx.db, fileId, drawn?.pageCount ?? 0, thumbKey);
}
