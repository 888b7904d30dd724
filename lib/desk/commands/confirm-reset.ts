import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { CHANGE_REQUEST } from '@/lib/enterprise/rules/states';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { DeskRefusal, Granted } from '../rules/refusals';
import { requestForDesk, type RequestRow } from '../store';
import { grantReset } from './grant-accounts';

type Staff = Context<StaffActor>;
type WithReason = { readonly id: string; readonly reason: string };

/** 复核通过: a second officer grants what the first one checked; the initial password goes out in the same transaction. */
export async function confirmReset(ctx: Staff, input: { readonly id: string }): Promise<Granted> {
  const found = await proposedByOther(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  return transact(ctx, async (tx) => {
    const moved = await changeStatus(tx, CHANGE_REQUEST, row, 'grant', {
      set: { answer: null, decidedById: tx.actor.id, decidedAt: tx.now },
      detail: { number: row.number, kind: row.kind, proposedById: row.proposedById },
    });
    if (!moved.ok) return moved;
    const granted = await grantReset(tx, row);
    return granted.ok ? ok() : granted;
  });
}

/** 不同意 by the second officer: nothing changes; the reason goes to the enterprise. */
export async function refuseReset(ctx: Staff, input: WithReason): Promise<Granted> {
  const found = await proposedByOther(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  return transact(ctx, async (tx) => {
    const moved = await changeStatus(tx, CHANGE_REQUEST, row, 'refuse', {
      set: { answer: input.reason, decidedById: tx.actor.id, decidedAt: tx.now },
      detail: { number: row.number, kind: row.kind, reason: input.reason, proposedById: row.proposedById },
    });
    return moved.ok ? ok() : moved;
  });
}

/**
 * 退回重新核实: the check was not enough; also how the first officer takes a proposal back. The record stays, a new one is
 * needed for the next proposal.
 */
export async function recheckReset(ctx: Staff, input: WithReason): Promise<Granted> {
  const found = await proposed(ctx, input.id);
  if (!found.ok) return found;
  return transact(ctx, async (tx) => {
    const moved = await changeStatus(tx, CHANGE_REQUEST, found.value, 'recheck', {
      set: { proposedById: null, proposedAt: null },
      detail: { number: found.value.number, reason: input.reason },
    });
    return moved.ok ? ok() : moved;
  });
}

async function proposed(ctx: Staff, id: string): Promise<Result<RequestRow, CommonRefusal>> {
  authorise(ctx.actor, 'desk.read');
  const row = await requestForDesk(ctx.db, id);
  if (!row) return refuse({ code: 'not-found' });
  return row.status === 'PROPOSED' ? ok(row) : refuse({ code: 'wrong-state', now: CHANGE_STATUS[row.status].word });
}

async function proposedByOther(ctx: Staff, id: string): Promise<Result<RequestRow, DeskRefusal | CommonRefusal>> {
  const found = await proposed(ctx, id);
  if (!found.ok) return found;
  const isOther = may(ctx.actor, 'desk.confirm', { madeBy: [found.value.proposedById] });
  return isOther ? found : refuse({ code: 'proposed-by-you' });
}
