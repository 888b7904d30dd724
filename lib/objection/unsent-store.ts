import 'server-only';
import type { Db } from '@/lib/db/client';

/** Papers of these purposes that stand with no objection and came before `before`, the oldest first. */
export const unsentPapers = (db: Db, purposes: readonly string[], before: Date, take: number) =>
  db.storedFile.findMany({
    where: { purpose: { in: [...purposes] }, createdAt: { lt: before }, objectionPapers: { none: {} } },
    orderBy: { createdAt: 'asc' },
    take,
    select: { id: true, keptKey: true, viewKey: true, thumbKey: true, pageCount: true },
  });
export type UnsentPaper = Awaited<ReturnType<typeof unsentPapers>>[number];

/** False where it was placed with an objection at the last moment. */
export async function forgetUnsent(db: Db, id: string): Promise<boolean> {
  return (await db.storedFile.deleteMany({ where: { id, objectionPapers: { none: {} } } })).count > 0;
}
