import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import type { DraftRow } from './draft-store';

/** So many applications back something may still be of use. */
const MOST_CASES = 20;

/** Earlier applications of the enterprise in the same programme that have people in them, the last written first. */
export const earlierApplications = (
  db: Db,
  { id, enterpriseId, programmeId }: Pick<DraftRow, 'id' | 'enterpriseId' | 'programmeId'>,
): Promise<DraftRow[]> =>
  db.application.findMany({
    where: { enterpriseId, programmeId, discardedAt: null, NOT: { id }, talents: { some: { removedAt: null } } },
    orderBy: [{ programmeYear: 'desc' }, { updatedAt: 'desc' }],
    take: MOST_CASES,
    include: { programme: true, contact: true, enterprise: true },
  });

export async function insertCarried(
  db: Db,
  rows: {
    readonly talents: Prisma.TalentCreateManyInput[];
    readonly sealed: Prisma.SealedValueCreateManyInput[];
    readonly attachments: Prisma.AttachmentCreateManyInput[];
  },
): Promise<void> {
  await db.talent.createMany({ data: rows.talents });
  await db.sealedValue.createMany({ data: rows.sealed });
  await db.attachment.createMany({ data: rows.attachments });
}
