import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { ReviewStage } from './rules/labels';
import { formatWish, parseWish, type QueueWish } from './rules/queue-filter';

export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly wish: QueueWish;
  readonly isDefault: boolean;
};

/** One person's views of a stage in their order. */
export async function savedViewsOf(db: Db, staffId: string, stage: ReviewStage): Promise<SavedView[]> {
  const rows = await db.savedView.findMany({
    where: { staffId, stage },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, query, isDefault }) => ({
    ...{ id, name, isDefault },
    wish: parseWish(query as Record<string, unknown>),
  }));
}

export const ownView = (db: Db, id: string, staffId: string) => db.savedView.findFirst({ where: { id, staffId } });

type Owner = { readonly staffId: string; readonly stage: ReviewStage };

/** Writes a view under its name: a new one last, or over the one that bears the name. Answers its id. */
export async function putView(
  db: Db,
  { staffId, stage }: Owner,
  { name, wish }: Pick<SavedView, 'name' | 'wish'>,
  at: Date,
): Promise<string> {
  const last = await db.savedView.aggregate({ where: { staffId, stage }, _max: { position: true } });
  const query = formatWish(wish);
  const row = await db.savedView.upsert({
    where: { staffId_stage_name: { staffId, stage, name } },
    create: {
      ...{ id: newId(), staffId, stage, name, query, createdAt: at, updatedAt: at },
      position: (last._max.position ?? 0) + 1,
    },
    update: { query, updatedAt: at },
  });
  return row.id;
}

export const countViews = (db: Db, { staffId, stage }: Owner) => db.savedView.count({ where: { staffId, stage } });

export async function renameView(db: Db, id: string, name: string, at: Date): Promise<void> {
  await db.savedView.update({ where: { id }, data: { name, updatedAt: at } });
}

export async function removeView(db: Db, id: string): Promise<void> {
  await db.savedView.delete({ where: { id } });
}

/** Makes one the view that a stage opens with; with null none is. */
export async function setDefault(db: Db, { staffId, stage }: Owner, id: string | null): Promise<void> {
  await db.savedView.updateMany({ where: { staffId, stage, isDefault: true }, data: { isDefault: false } });
  if (id) await db.savedView.update({ where: { id }, data: { isDefault: true } });
}

/** Moves a view before the one that stands before it. */
export async function moveUp(db: Db, owner: Owner, id: string): Promise<void> {
  const ids = (await savedViewsOf(db, owner.staffId, owner.stage)).map((view) => view.id);
  const at = ids.indexOf(id);
  if (at < 1) return;
  ids.splice(at - 1, 0, ...ids.splice(at, 1));
  for (const [index, one] of ids.entries()) {
    await db.savedView.update({ where: { id: one }, data: { position: index + 1 } });
  }
}
