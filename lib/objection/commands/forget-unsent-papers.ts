import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { pageKey } from '@/lib/files/rules/keys';
import { forgetUnsent, unsentPapers, type UnsentPaper } from '../unsent-store';
import { PUBLIC_PAPER } from './upload-paper';

/** A form that was not sent by then is not sent any more: its papers may hold people, and nobody can come back to them. */
const KEPT_HOURS = 24;
const AT_ONCE = 50;

/** Forgets what the public uploaded for objections that were never sent. Answers how many. */
export async function forgetUnsentPapers(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  const before = new Date(ctx.now.getTime() - KEPT_HOURS * 3_600_000);
  const papers = await unsentPapers(ctx.db, [PUBLIC_PAPER], before, AT_ONCE);
  let forgotten = 0;
  for (const paper of papers) {
    // The row goes first: bytes without one cost room, a row without bytes would be a broken paper.
    if (!(await forgetUnsent(ctx.db, paper.id))) continue;
    for (const key of keysOf(paper)) await ctx.ports.files.remove(key);
    forgotten += 1;
  }
  return forgotten;
}

function keysOf({ id, keptKey, viewKey, thumbKey, pageCount }: UnsentPaper): string[] {
  const pages = Array.from({ length: pageCount ?? 0 }, (_, index) => pageKey(id, index + 1));
  return [keptKey, viewKey, thumbKey, ...pages].filter((key) => key !== null);
}
