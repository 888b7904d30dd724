import 'server-only';
import type { Db } from '@/lib/db/client';
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

export type CaptureRow = NonNullable<Awaited<ReturnType<typeof captureById>>>;

export const liveCaptures = (db: Db, receiptId: string) =>
  db.captureSession.findMany({
    where: { receiptId, status: { in: [...LIVE_CAPTURE] } },
    select: { id: true, status: true, version: true, steps: true },
  });

/** The live link of a receipt that this person made, if there is one. */
export const ownLiveCapture = (db: Db, receiptId: string, createdById: string) =>
  db.captureSession.findFirst({
    where: { receiptId, createdById, status: { in: [...LIVE_CAPTURE] } },
    select: { id: true, status: true, pairingCode: true, tokenAt: true, lastSeenAt: true },
  });

/** The row's version stays: what the phone is doing meanwhile goes on. Answers whether the link still lived. */
export async function replaceToken(db: Db, id: string, token: { tokenHash: string; tokenAt: Date }): Promise<boolean> {
  const { count } = await db.captureSession.updateMany({
    where: { id, status: { in: [...LIVE_CAPTURE] } },
    data: token,
  });
  return count > 0;
}

export async function insertCapture(
  db: Db,
  row: { id: string; receiptId: string; tokenHash: string; pairingCode: string; createdById: string; createdAt: Date },
): Promise<void> {
  const steps = [{ status: 'WAITING', at: row.createdAt.toISOString() }];
  await db.captureSession.create({ data: { ...row, steps, tokenAt: row.createdAt, lastSeenAt: row.createdAt } });
}

/** A sign of life of the phone that holds the link. */
export async function touchCapture(db: Db, link: { id: string; deviceHash: string }, at: Date): Promise<void> {
  await db.captureSession.updateMany({
    where: { ...link, status: { in: [...LIVE_CAPTURE] } },
    data: { lastSeenAt: at },
  });
}

/** Links that nobody opened, or that gave no sign of life. */
export const silentCaptures = (db: Db, unopenedBefore: Date, silentBefore: Date) =>
  db.captureSession.findMany({
    where: {
      OR: [
        { status: 'WAITING', tokenAt: { lte: unopenedBefore } },
        { status: { in: ['OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED'] }, lastSeenAt: { lte: silentBefore } },
      ],
    },
    select: { id: true, status: true, version: true, steps: true },
    take: AT_ONCE,
  });
