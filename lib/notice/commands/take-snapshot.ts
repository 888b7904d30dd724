import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { contentHash } from '@/lib/db/content-hash';
import { inTransaction, isUniqueViolation } from '@/lib/db/transact';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { contentOf, type SnapshotKind } from '../rules/snapshot';
import { sheetFor } from '../sheet';
import { insertSnapshot, lastSnapshot, lockNotice, withoutSnapshot } from '../snapshot-store';
import { noticeById } from '../store';

/** Keeps what hangs out at this instant, chained to what was kept before. In the transaction of what causes it. */
export async function takeSnapshot(tx: Context, noticeId: string, kind: SnapshotKind): Promise<void> {
  await lockNotice(tx.db, noticeId);
  const row = await noticeById(tx.db, noticeId);
  if (!row) throw new Error(`no notice ${noticeId}`);
  const content = contentOf(row.number, await sheetFor(tx, row));
  const last = await lastSnapshot(tx.db, noticeId);
  const link = {
    ...{ noticeId, sequence: (last?.sequence ?? 0) + 1, kind, day: shanghaiDayOf(tx.now) },
    ...{ takenAt: tx.now.toISOString(), contentSha256: contentHash(content), previous: last?.hash ?? '' },
  };
  await insertSnapshot(tx.db, { ...link, content, hash: contentHash(link) });
}

/** Keeps every running notice once on each of its days; may run any number of times. */
export async function keepDaily(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  const due = await withoutSnapshot(ctx.db, shanghaiDayOf(ctx.now));
  for (const { id } of due) {
    try {
      await inTransaction(ctx, (tx) => takeSnapshot(tx, id, 'DAILY'));
    } catch (error) {
      // Another worker kept it in this instant.
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return due.length;
}
