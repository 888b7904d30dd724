import type { Context } from '@/lib/access/context';

/** One line of what happened to a thing: the act in a word, when, by whom, and why where a reason was given. */
export type HistoryLine = {
  readonly word: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
};

const MOST = 100;

/** What the log says of one thing, or of several of a kind, newest first. */
export async function historyOf(
  ctx: Pick<Context, 'db'>,
  subjectKind: string,
  subjectId: string | readonly string[],
): Promise<HistoryLine[]> {
  const rows = await ctx.db.auditEntry.findMany({
    where: { subjectKind, subjectId: typeof subjectId === 'string' ? subjectId : { in: [...subjectId] } },
    orderBy: [{ at: 'desc' }, { sequence: 'desc' }],
    take: MOST,
    select: { word: true, at: true, actorLabel: true, detail: true },
  });
  return rows.map(historyLine);
}

type LogRow = { readonly word: string; readonly at: Date; readonly actorLabel: string; readonly detail: unknown };

/** A row of the log as it is read. */
export function historyLine({ word, at, actorLabel, detail }: LogRow): HistoryLine {
  const reason = (detail as { reason?: unknown } | null)?.reason;
  return { word, at, by: actorLabel, reason: typeof reason === 'string' ? reason : null };
}
