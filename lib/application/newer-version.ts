import 'server-only';
import type { Context } from '@/lib/access/context';
import { publishedVersion } from '@/lib/programme/queries';
import type { DraftRow } from './draft-store';

/** The newer version that this draft may be moved to; null where it stands on the published one, or is no draft. */
export async function newerVersionOf(
  ctx: Pick<Context, 'db'>,
  row: Pick<DraftRow, 'status' | 'discardedAt' | 'programmeId' | 'programmeVersionId'>,
): Promise<{ readonly versionId: string; readonly number: number } | null> {
  if (row.status !== 'DRAFT' || row.discardedAt) return null;
  const published = await publishedVersion(ctx, row.programmeId);
  if (!published || published.versionId === row.programmeVersionId) return null;
  return { versionId: published.versionId, number: published.versionNumber };
}
