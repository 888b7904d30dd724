import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import type { ReviewStage } from '../rules/labels';
import { parseWish } from '../rules/queue-filter';
import type { defaultViewSchema, renameViewSchema, saveViewSchema, viewSchema } from '../rules/view.schema';
import * as store from '../view-store';
import type { ReviewAnswer } from './case-at-hand';

const MOST = 12;
type Reviewer = Context<StaffActor>;
type View = { readonly id: string; readonly stage: ReviewStage; readonly staffId: string };

/** 保存视图; under a name that one has already it takes the place of that view. */
export async function saveView(
  ctx: Reviewer,
  { stage, name, query }: z.infer<typeof saveViewSchema>,
): Promise<ReviewAnswer<{ id: string }>> {
  authorise(ctx.actor, 'queue.read');
  const owner = { staffId: ctx.actor.id, stage };
  return transact(ctx, async (tx): Promise<ReviewAnswer<{ id: string }>> => {
    const id = await store.putView(tx.db, owner, { name, wish: parseWish(query) }, ctx.now);
    const count = await store.countViews(tx.db, owner);
    return count > MOST ? refuse({ code: 'views-too-many', most: MOST }) : ok({ id });
  });
}

/** 重命名. */
export async function renameView(
  ctx: Reviewer,
  { viewId, name }: z.infer<typeof renameViewSchema>,
): Promise<ReviewAnswer> {
  try {
    return await withOwn(ctx, viewId, (tx) => store.renameView(tx.db, viewId, name, ctx.now));
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'view-name-taken', name });
    throw error;
  }
}

/** 删除视图: cases are not touched. */
export const deleteView = (ctx: Reviewer, { viewId }: z.infer<typeof viewSchema>): Promise<ReviewAnswer> =>
  withOwn(ctx, viewId, (tx) => store.removeView(tx.db, viewId));

/** 设为默认: what the queue of that stage opens with, or no longer. */
export const setDefaultView = (
  ctx: Reviewer,
  { viewId, isDefault }: z.infer<typeof defaultViewSchema>,
): Promise<ReviewAnswer> =>
  withOwn(ctx, viewId, (tx, view) => store.setDefault(tx.db, view, isDefault ? viewId : null));

/** 前移. */
export const moveViewUp = (ctx: Reviewer, { viewId }: z.infer<typeof viewSchema>): Promise<ReviewAnswer> =>
  withOwn(ctx, viewId, (tx, view) => store.moveUp(tx.db, view, viewId));

async function withOwn(
  ctx: Reviewer,
  viewId: string,
  act: (tx: Reviewer, view: View) => Promise<void>,
): Promise<ReviewAnswer> {
  authorise(ctx.actor, 'queue.read');
  return transact(ctx, async (tx): Promise<ReviewAnswer> => {
    const view = await store.ownView(tx.db, viewId, ctx.actor.id);
    if (!view) return refuse({ code: 'not-found' });
    await act(tx, view);
    return ok();
  });
}
