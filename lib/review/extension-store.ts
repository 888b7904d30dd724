import 'server-only';
import type { Db } from '@/lib/db/client';

const MOST = 200;
const withCase = {
  application: {
    select: {
      id: true,
      number: true,
      status: true,
      version: true,
      returnDeadline: true,
      holdSince: true,
      holdReason: true,
      programmeVersionId: true,
      enterprise: { select: { name: true, status: true } },
      programme: { select: { name: true } },
    },
  },
} as const;

export const extensionById = (db: Db, id: string) =>
  db.extensionRequest.findUnique({ where: { id }, include: withCase });

/** Requests that wait, the oldest first, and after them those answered last. */
export async function extensionRows(db: Db) {
  const [open, answered] = await Promise.all([
    db.extensionRequest.findMany({
      where: { status: 'ASKED' },
      orderBy: { askedAt: 'asc' },
      take: MOST,
      include: withCase,
    }),
    db.extensionRequest.findMany({
      where: { status: { not: 'ASKED' } },
      orderBy: { decidedAt: 'desc' },
      take: 20,
      include: withCase,
    }),
  ]);
  return [...open, ...answered];
}
