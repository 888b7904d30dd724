import 'server-only';
import type { Db } from '@/lib/db/client';
import type { DraftRow } from './draft-store';

/** So many applications back something may still be of use. */
const MOST_CASES = 20;

type Of = Pick<DraftRow, 'id' | 'enterpriseId' | 'programmeId'>;

const earlierThan = ({ id, enterpriseId, programmeId }: Of) => ({
  ...{ enterpriseId, programmeId, discardedAt: null, NOT: { id } },
  talents: { some: { removedAt: null } },
});

/** Whether there is any; asked for when a draft is begun, which needs none of them. */
export const hasEarlier = async (db: Db, of: Of): Promise<boolean> =>
  (await db.application.count({ where: earlierThan(of), take: 1 })) > 0;

/** Earlier applications of the enterprise in the same programme that have people in them, the last written first. */
export const earlierApplications = (db: Db, of: Of): Promise<DraftRow[]> =>
  db.application.findMany({
    where: earlierThan(of),
    orderBy: [{ programmeYear: 'desc' }, { updatedAt: 'desc' }],
    take: MOST_CASES,
    include: { programme: true, contact: true, enterprise: true },
  });
