import 'server-only';
import type { Context } from '@/lib/access/context';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';

export type ProgrammeOfCode = { readonly programmeId: string; readonly name: string };

export async function programmeOfCode({ db }: Pick<Context, 'db'>, code: string): Promise<ProgrammeOfCode | null> {
  const found = await db.programme.findUnique({ where: { code }, select: { id: true, name: true } });
  return found && { programmeId: found.id, name: found.name };
}

/** The newest form under which cases of a year were handed in; null where there are none. */
export async function formOfYear(
  ctx: Pick<Context, 'db'>,
  programmeId: string,
  year: number,
): Promise<ProgrammeConfig | null> {
  const row = await ctx.db.application.findFirst({
    where: { programmeId, programmeYear: year, submissionCount: { gt: 0 }, discardedAt: null },
    orderBy: { programmeVersion: { number: 'desc' } },
    select: { programmeVersionId: true },
  });
  return row && (await versionById(ctx, row.programmeVersionId)).config;
}
