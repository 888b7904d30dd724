import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { NOTICE_STATUS } from '../rules/labels';
import type { NoticeRefusal } from '../rules/refusals';
import { NOTICE } from '../rules/states';
import { casesOfNotice, noticeForChange, setNotice } from '../store';
import { takeSnapshot } from './take-snapshot';

type Answer = Result<undefined, NoticeRefusal | CommonRefusal>;

/** 提请撤下: 公示经办 says why a list that hangs out must come down; it stays until 复审 confirms. */
export async function proposeWithdrawal(
  ctx: Context<StaffActor>,
  input: { readonly noticeId: string; readonly reason: string },
): Promise<Answer> {
  authorise(ctx.actor, 'notice.make');
  const found = await running(ctx, input.noticeId);
  if (!found.ok) return found;
  return propose(ctx, found.value, '提请撤下公示', {
    ...{ withdrawReason: input.reason, withdrawProposedById: ctx.actor.id, withdrawProposedAt: ctx.now },
  });
}

/** 不撤下: the proposal is taken back, or not agreed to. */
export async function dropWithdrawal(ctx: Context<StaffActor>, input: { readonly noticeId: string }): Promise<Answer> {
  if (!may(ctx.actor, 'notice.make')) authorise(ctx.actor, 'notice.withdraw');
  const found = await running(ctx, input.noticeId);
  if (!found.ok) return found;
  return propose(ctx, found.value, '不撤下公示', {
    ...{ withdrawReason: null, withdrawProposedById: null, withdrawProposedAt: null },
  });
}

/**
 * 撤下, confirmed by somebody else: the page says so at once, what hung out is kept, and every case of it is 审核通过
 * again. A corrected list runs the whole period anew.
 */
export async function confirmWithdrawal(
  ctx: Context<StaffActor>,
  input: { readonly noticeId: string },
): Promise<Answer> {
  authorise(ctx.actor, 'notice.withdraw');
  const found = await running(ctx, input.noticeId);
  if (!found.ok) return found;
  const notice = found.value;
  if (!notice.withdrawProposedById) return refuse({ code: 'not-proposed' });
  if (!may(ctx.actor, 'notice.withdraw', { madeBy: [notice.withdrawProposedById] })) {
    return refuse({ code: 'made-by-you' });
  }
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, NOTICE, notice, 'withdraw', {
      set: { withdrawnById: tx.actor.id, withdrawnAt: tx.now },
      detail: { reason: notice.withdrawReason, proposedById: notice.withdrawProposedById },
    });
    if (!done.ok) return done;
    await takeSnapshot(tx, notice.id, 'CLOSING');
    for (const one of await casesOfNotice(tx.db, notice.id)) {
      // One that ended by an objection, or stands elsewhere by now, stays where it is.
      if (one.status !== 'IN_NOTICE') continue;
      const back = await changeStatus(tx, APPLICATION, one, 'withdrawNotice', { detail: { noticeId: notice.id } });
      if (!back.ok) return back;
    }
    return ok();
  });
}

type Notice = NonNullable<Awaited<ReturnType<typeof noticeForChange>>>;

async function running(ctx: Context, id: string): Promise<Result<Notice, CommonRefusal>> {
  const notice = await noticeForChange(ctx.db, id);
  if (!notice) return refuse({ code: 'not-found' });
  return notice.status === 'PUBLISHED'
    ? ok(notice)
    : refuse({ code: 'wrong-state', now: NOTICE_STATUS[notice.status].word });
}

function propose(ctx: Context<StaffActor>, notice: Notice, word: string, data: Parameters<typeof setNotice>[3]) {
  return transact(ctx, async (tx): Promise<Answer> => {
    if (!(await setNotice(tx.db, notice, 'PUBLISHED', data))) return refuse({ code: 'somebody-was-faster' });
    const subject = { subjectKind: 'notice', subjectId: notice.id };
    await writeAudit(tx, { action: 'notice.withdrawal', word, ...subject, detail: { reason: data.withdrawReason } });
    return ok();
  });
}
