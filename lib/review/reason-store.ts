import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { ReviewStage } from './rules/labels';
import type { ReasonInput } from './rules/reason.schema';

/** Reasons of the library that a case of this programme may use now, in their order. */
export const libraryFor = (db: Db, programmeId: string) =>
  db.reviewReason.findMany({
    where: { retiredAt: null, OR: [{ programmeId: null }, { programmeId }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, purpose: true, text: true, clause: true },
  });

export const allReasons = (db: Db) =>
  db.reviewReason.findMany({
    orderBy: [{ purpose: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    include: { programme: { select: { name: true } }, _count: { select: { uses: true } } },
  });

export type ReasonRow = Awaited<ReturnType<typeof allReasons>>[number];

export const programmesForReasons = (db: Db) =>
  db.programme.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } });

export const reasonById = (db: Db, id: string) => db.reviewReason.findUnique({ where: { id } });

/** Puts a reason last among those of its purpose. */
export async function insertReason(db: Db, input: ReasonInput, at: Date): Promise<string> {
  const id = newId();
  const last = await db.reviewReason.aggregate({ where: { purpose: input.purpose }, _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  await db.reviewReason.create({ data: { id, ...input, position, createdAt: at, updatedAt: at } });
  return id;
}

/** Answers false when somebody changed it meanwhile. */
export async function updateReason(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  data: Partial<ReasonInput> & { readonly retiredAt?: Date | null; readonly position?: number },
  at: Date,
): Promise<boolean> {
  const { count } = await db.reviewReason.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1, updatedAt: at },
  });
  return count > 0;
}

/** The one that stands before this one among those in use of the same purpose. */
export const reasonBefore = (db: Db, row: { purpose: 'RETURN' | 'REFUSE'; position: number }) =>
  db.reviewReason.findFirst({
    where: { purpose: row.purpose, position: { lt: row.position }, retiredAt: null },
    orderBy: { position: 'desc' },
  });

/** Notes which reasons of the library were used, in their words of that moment; ids that are none are passed over. */
export async function noteUses(
  db: Db,
  reasonIds: readonly string[],
  use: { applicationId: string; stage: ReviewStage; byId: string; at: Date },
): Promise<void> {
  if (reasonIds.length === 0) return;
  const reasons = await db.reviewReason.findMany({ where: { id: { in: [...reasonIds] } } });
  await db.reasonUse.createMany({
    data: reasons.map(({ id, text, clause }) => ({ id: newId(), reasonId: id, ...use, text, clause })),
  });
}
