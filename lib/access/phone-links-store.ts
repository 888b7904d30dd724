import 'server-only';
import type { Db } from '@/lib/db/client';
import { LIVE_CAPTURE } from '@/lib/receipt/rules/capture-states';
import type { Prisma } from '@/prisma/generated/client';

/** Whose links: all of an enterprise, or those that one of its people made, of all programmes or of some. */
export type LinksOf =
  { readonly enterpriseId: string } | { readonly createdById: string; readonly programmeIds?: readonly string[] };

/** Links that a phone could still use, locked: what the phone does meanwhile waits, and then finds them ended. */
export async function lockLiveLinks(db: Db, of: LinksOf) {
  const live = { ...linksOf(of), status: { in: [...LIVE_CAPTURE] } };
  const found = await db.captureSession.findMany({ where: live, select: { id: true } });
  const ids = found.map(({ id }) => id);
  await db.$queryRaw`SELECT id FROM capture_session WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return db.captureSession.findMany({
    where: { ...live, id: { in: ids } },
    select: { id: true, status: true, version: true },
  });
}

function linksOf(of: LinksOf): Prisma.CaptureSessionWhereInput {
  if ('enterpriseId' in of) return { receipt: { disbursement: of } };
  const { createdById, programmeIds } = of;
  const some = programmeIds && { disbursement: { application: { programmeId: { in: [...programmeIds] } } } };
  return { createdById, ...(some && { receipt: some }) };
}
