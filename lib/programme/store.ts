import 'server-only';
import type { Db } from '@/lib/db/client';

/** A published version with its programme; the newest first, and of each programme only that one counts. */
export const publishedVersions = (db: Db, where: { readonly code?: string; readonly programmeId?: string } = {}) =>
  db.programmeVersion.findMany({
    where: { status: 'PUBLISHED', programmeId: where.programmeId, programme: { code: where.code } },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      publishedAt: true,
      programme: {
        select: {
          id: true,
          code: true,
          name: true,
          position: true,
          years: { select: { year: true, opensOn: true, closesOn: true }, orderBy: { year: 'asc' } },
        },
      },
    },
  });

export type PublishedRow = Awaited<ReturnType<typeof publishedVersions>>[number];

export const versionRow = (db: Db, id: string) =>
  db.programmeVersion.findUnique({
    where: { id },
    select: { id: true, number: true, status: true, config: true, programmeId: true, publishedAt: true },
  });
