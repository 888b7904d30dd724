import 'server-only';
import type { Context } from '@/lib/access/context';
import { versionById } from '@/lib/programme/queries';

/** What the programme of a notice says about its period and its objections. */
export async function noticeTerms(ctx: Pick<Context, 'db'>, noticeId: string) {
  const { application } = await ctx.db.noticeEntry.findFirstOrThrow({
    where: { noticeId },
    orderBy: { position: 'asc' },
    select: { application: { select: { programmeVersionId: true } } },
  });
  return (await versionById(ctx, application.programmeVersionId)).config.notice;
}
