import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { noticeForChange, setNotice } from '../store';

/** 提请发布: the list is ready; 复审 looks at the sheet and confirms. Changing it takes the proposal back. */
export async function proposeNotice(
  ctx: Context<StaffActor>,
  input: { readonly noticeId: string },
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'notice.make');
  const notice = await noticeForChange(ctx.db, input.noticeId);
  if (!notice) return refuse({ code: 'not-found' });
  return transact(ctx, async (tx) => {
    const proposal = { proposedById: ctx.actor.id, proposedAt: ctx.now };
    if (!(await setNotice(tx.db, notice, 'DRAFT', proposal))) return refuse({ code: 'somebody-was-faster' });
    const subject = { subjectKind: 'notice', subjectId: notice.id };
    await writeAudit(tx, { action: 'notice.propose', word: '提请发布公示', ...subject });
    return ok();
  });
}
