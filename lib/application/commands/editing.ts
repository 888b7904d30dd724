import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Operation } from '@/lib/access/policy';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { windowState, type WindowState } from '@/lib/programme/rules/window';
import { decideEdit, type EditCase, type EditRefusal } from '../rules/decide-submission';
import { PUBLIC_STATUS } from '../rules/labels';
import * as store from '../store';

export type EditingRefusal = CommonRefusal | EditRefusal;

export type Editing = {
  readonly row: store.Standing;
  readonly config: ProgrammeConfig;
  /** The revision that this change makes. */
  readonly revision: number;
};

/**
 * The application of this id, if it is the actor's own. What belongs to somebody else is answered as if it did not
 * exist; an own one that this person may not touch (administrator, frozen enterprise) is denied.
 */
export async function ownApplication(
  ctx: Context<EnterpriseActor>,
  id: string,
  operation: Operation,
): Promise<Result<store.Standing, CommonRefusal>> {
  const row = await store.standingOf(ctx.db, id);
  if (!row || !may(ctx.actor, 'application.read', row)) return refuse({ code: 'not-found' });
  authorise(ctx.actor, operation, row);
  return ok(row);
}

/**
 * One change of a draft or returned case: the row is locked and its revision counted up before `work` runs, so that
 * changes from two windows come one after another. Completeness is never asked for here. Refuses when the case is not
 * the actor's, is held, or cannot be edited (any more).
 */
export async function editing<T extends object, R>(
  ctx: Context<EnterpriseActor>,
  applicationId: string,
  work: (tx: Context<EnterpriseActor>, at: Editing) => Promise<Result<T, R>>,
): Promise<Result<T & { readonly revision: number }, R | EditingRefusal>> {
  type Out = Result<T & { readonly revision: number }, R | EditingRefusal>;
  return transact(ctx, async (tx): Promise<Out> => {
    const own = await ownApplication(tx, applicationId, 'application.edit');
    if (!own.ok) return own;
    const revision = await store.takeRevision(tx.db, applicationId, tx.now);
    const row = await store.standingOf(tx.db, applicationId);
    if (!row || row.discardedAt) return refuse({ code: 'not-found' });
    const editable = decideEdit(await editCase(tx, row));
    if (!editable.ok) return editable;
    if (revision === null) return refuse({ code: 'wrong-state', now: PUBLIC_STATUS[row.status].word });
    const done = await work(tx, { row, config: (await versionById(tx, row.programmeVersionId)).config, revision });
    return done.ok ? ok({ ...done.value, revision }) : done;
  });
}

export async function editCase(ctx: Context<EnterpriseActor>, row: store.Standing): Promise<EditCase> {
  return {
    status: row.status,
    now: ctx.now,
    window: await windowFor(ctx, row),
    returnDeadline: row.returnDeadline === null ? null : shanghaiDay(row.returnDeadline),
    holdReason: holdOf(row),
    frozen: ctx.actor.frozen,
    submissionCount: row.submissionCount,
  };
}

/** Where now stands to the window of the application's own programme year. */
export async function windowFor(ctx: Context, row: store.Standing): Promise<WindowState> {
  const { opensOn, closesOn } = await store.windowOf(ctx.db, row.programmeId, row.programmeYear);
  return windowState({ opensOn: shanghaiDay(opensOn), closesOn: shanghaiDay(closesOn) }, ctx.now);
}

export function holdOf(row: Pick<store.Standing, 'holdSince' | 'holdReason'>): string | null {
  return row.holdSince ? (row.holdReason ?? '') : null;
}
