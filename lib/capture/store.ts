import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { LIVE_CAPTURE } from '@/lib/receipt/rules/capture-states';

const AT_ONCE = 200;

const withReceipt = {
  receipt: {
    include: {
      disbursement: {
        select: {
          id: true,
          enterpriseId: true,
          status: true,
          receiptNumber: true,
          application: { select: { programmeId: true } },
        },
      },
    },
  },
} as const;

export const captureById = (db: Db, id: string) =>
  db.captureSession.findUnique({ where: { id }, include: withReceipt });

export const captureByToken = (db: Db, tokenHash: string) =>
  db.captureSession.findUnique({ where: { tokenHash }, include: withReceipt });

export type CaptureRow = NonNullable<Awaited<ReturnType<typeof captureById>>>;

export const liveCaptures = (db: Db, receiptId: string) =>
  db.captureSession.findMany({
    where: { receiptId, status: { in: [...LIVE_CAPTURE] } },
    select: { id: true, status: true, version: true, steps: true },
  });

export async function insertCapture(
  db: Db,
  row: { receiptId: string; tokenHash: string; pairingCode: string; createdById: string; createdAt: Date },
): Promise<string> {
  const id = newId();
  const steps = [{ status: 'WAITING', at: row.createdAt.toISOString() }];
  await db.captureSession.create({ data: { id, ...row, steps, lastSeenAt: row.createdAt } });
  return id;
}

export async function touchCapture(db: Db, id: string, at: Date): Promise<void> {
  await db.captureSession.updateMany({ where: { id, status: { in: [...LIVE_CAPTURE] } }, data: { lastSeenAt: at } });
}

/** Links that nobody opened, or that gave no sign of life. */
export const silentCaptures = (db: Db, unopenedBefore: Date, silentBefore: Date) =>
  db.captureSession.findMany({
    where: {
      OR: [
        { status: 'WAITING', createdAt: { lte: unopenedBefore } },
        { status: { in: ['OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED'] }, lastSeenAt: { lte: silentBefore } },
      ],
    },
    select: { id: true, status: true, version: true, steps: true },
    take: AT_ONCE,
  });
