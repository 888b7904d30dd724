import 'server-only';
import type { Context } from '@/lib/access/context';
import { versionById } from '@/lib/programme/queries';
import { noticeLines, type NoticeLine } from '../rules/lines';
import type { ApprovedCase } from '../store';

/** The lines of these cases as the public will read them, each masked as its own programme version says. */
export async function linesOf(ctx: Context, cases: readonly ApprovedCase[]): Promise<NoticeLine[]> {
  const lines: NoticeLine[] = [];
  for (const one of cases) {
    const { config } = await versionById(ctx, one.programmeVersionId);
    lines.push(...noticeLines({ ...one, enterpriseName: one.enterprise.name }, config.notice.masked));
  }
  return lines;
}
