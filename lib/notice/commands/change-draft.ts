import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { NoticeRefusal } from '../rules/refusals';
import { approvedCases, insertEntries, lockCases, noticeForChange, removeEntries, setNotice } from '../store';
import { linesOf } from './notice-lines';

type Answer = Result<undefined, NoticeRefusal | CommonRefusal>;
type Input = { readonly noticeId: string; readonly applicationIds: readonly string[] };

/** Whoever confirms must see what was proposed, so a changed list is proposed anew. */
const NOT_PROPOSED = { proposedById: null, proposedAt: null };

/** 加入名单: further approved cases of the same programme and year, behind those that stand there. */
export async function addToNotice(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  authorise(ctx.actor, 'notice.make');
  return transact(ctx, async (tx) => {
    await lockCases(tx.db, input.applicationIds);
    const notice = await draft(tx, input.noticeId);
    if (!notice.ok) return notice;
    const cases = await approvedCases(tx.db, { ids: input.applicationIds, of: notice.value });
    if (cases.length === 0) return refuse({ code: 'nothing-to-publish' });
    if (cases.length !== new Set(input.applicationIds).size) return refuse({ code: 'somebody-was-faster' });
    const held = cases.find((one) => one.holdSince);
    if (held) return refuse({ code: 'held', reason: `${held.number ?? ''} ${held.holdReason ?? ''}`.trim() });
    if (!(await setNotice(tx.db, notice.value, 'DRAFT', NOT_PROPOSED))) return refuse({ code: 'somebody-was-faster' });
    await insertEntries(tx.db, input.noticeId, await linesOf(tx, cases), notice.value.entries.length);
    return written(tx, input, 'notice.add', '加入公示名单');
  });
}

/** 移出名单: the case waits for another list. A list keeps at least one case; otherwise it is thrown away whole. */
export async function removeFromNotice(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  authorise(ctx.actor, 'notice.make');
  return transact(ctx, async (tx) => {
    const notice = await draft(tx, input.noticeId);
    if (!notice.ok) return notice;
    const rest = notice.value.entries.filter(({ applicationId }) => !input.applicationIds.includes(applicationId));
    if (rest.length === 0) return refuse({ code: 'last-case' });
    if (!(await setNotice(tx.db, notice.value, 'DRAFT', NOT_PROPOSED))) return refuse({ code: 'somebody-was-faster' });
    await removeEntries(tx.db, input.noticeId, input.applicationIds);
    return written(tx, input, 'notice.remove', '移出公示名单');
  });
}

async function draft(tx: Context, id: string) {
  const notice = await noticeForChange(tx.db, id);
  if (!notice) return refuse({ code: 'not-found' });
  return notice.status === 'DRAFT' ? ok(notice) : refuse({ code: 'somebody-was-faster' });
}

async function written(tx: Context, { noticeId, applicationIds }: Input, action: string, word: string) {
  const subject = { subjectKind: 'notice', subjectId: noticeId };
  await writeAudit(tx, { action, word, ...subject, detail: { applicationIds } });
  return ok();
}
