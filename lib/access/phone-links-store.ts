import 'server-only';
import type { Db } from '@/lib/db/client';
import { LIVE_CAPTURE } from '@/lib/receipt/rules/capture-states';

/** Whose links: all of an enterprise, or those that one of its people made. */
export type LinksOf = { readonly enterpriseId: string } | { readonly createdById: string };

/** Links that a phone could still use, locked: what the phone does meanwhile waits, and then finds them ended. */
export async function lockLiveLinks(db: Db, of: LinksOf) {
  const where = 'createdById' in of ? of : { receipt: { disbursement: of } };
  const live = { ...where, status: { in: [...LIVE_CAPTURE] } };
  const found = await db.captureSession.findMany({ where: live, select: { id: true } });
  const ids = found.map(({ id }) => id);
  await db.$queryRaw`SELECT id FROM capture_session WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return db.captureSession.findMany({
    where: { ...live, id: { in: ids } },
    select: { id: true, status: true, version: true },
  });
}
