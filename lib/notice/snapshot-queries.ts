import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { canonicalJson, contentHash } from '@/lib/db/content-hash';
import { firstBroken, type SnapshotKind } from './rules/snapshot';
import { snapshotById, snapshotsOf } from './snapshot-store';

export type SnapshotLine = {
  readonly id: string;
  readonly sequence: number;
  readonly kind: SnapshotKind;
  readonly takenAt: Date;
  readonly contentSha256: string;
};

/** 公示存证 of one notice, and whether every row is still as it was taken: the place of the first that is not. */
export async function noticeSnapshots(
  ctx: Context<StaffActor>,
  noticeId: string,
): Promise<{ readonly lines: SnapshotLine[]; readonly broken: number | null }> {
  authorise(ctx.actor, 'notice.read');
  const rows = await snapshotsOf(ctx.db, noticeId);
  const lines = rows.map(({ id, sequence, kind, takenAt, contentSha256 }) => ({
    ...{ id, sequence, kind, contentSha256, takenAt: new Date(takenAt) },
  }));
  return { lines, broken: firstBroken(withoutIds(rows), contentHash) };
}

const withoutIds = <T extends { readonly id: string }>(rows: readonly T[]) => rows.map(({ id: _id, ...row }) => row);

/** One snapshot as a file: the very text of which its SHA-256 was taken. Null when there is none. */
export async function snapshotFile(
  ctx: Context<StaffActor>,
  id: string,
): Promise<{ readonly name: string; readonly text: string } | null> {
  authorise(ctx.actor, 'notice.read');
  const row = await snapshotById(ctx.db, id);
  if (!row) return null;
  const name = `${row.notice.number}-${String(row.sequence).padStart(3, '0')}-${row.day}.json`;
  return { name, text: canonicalJson(row.content) };
}
