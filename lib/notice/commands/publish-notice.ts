import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { nextNumber } from '@/lib/db/numbers';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { versionById } from '@/lib/programme/queries';
import { noticePeriod } from '../rules/period';
import { batchTitle } from '../rules/titles';
import type { NoticeRefusal } from '../rules/refusals';
import { NOTICE } from '../rules/states';
import { batchKind, casesOfNotice, deleteDraftNotice, noticeForChange, noticeVersionId } from '../store';
import { takeSnapshot } from './take-snapshot';

/** `version`: of the list as the page showed it. */
type PublishInput = { readonly noticeId: string; readonly version?: number };
type Answer = Result<undefined, NoticeRefusal | CommonRefusal>;

/**
 * 发布公示, confirmed by somebody other than who made it: the list goes public as the next batch of its programme and year,
 * and every case of it into its notice
 * period. A case that moved on, or is held, stops it all.
 */
export async function publishNotice(ctx: Context<StaffActor>, input: PublishInput): Promise<Answer> {
  authorise(ctx.actor, 'notice.publish');
  const notice = await noticeForChange(ctx.db, input.noticeId);
  if (!notice) return refuse({ code: 'not-found' });
  if (notice.status !== 'DRAFT') return refuse({ code: 'somebody-was-faster' });
  if (!notice.proposedById) return refuse({ code: 'not-proposed' });
  if (!may(ctx.actor, 'notice.publish', { madeBy: [notice.madeById, notice.proposedById] })) {
    return refuse({ code: 'made-by-you' });
  }
  // What is confirmed is what was seen.
  if (input.version !== undefined && input.version !== notice.version) return refuse({ code: 'somebody-was-faster' });
  const version = await versionById(ctx, await noticeVersionId(ctx.db, notice.id));
  const period = noticePeriod(ctx.now, version.config.notice.workingDays, chineseCalendar);
  return transact(ctx, async (tx) => {
    const batch = await nextNumber(tx.db, batchKind(notice.programmeId), notice.year);
    const title = batchTitle(notice.title, batch);
    const set = { ...period, title, publishedAt: ctx.now, publishedById: ctx.actor.id };
    const published = await changeStatus(tx, NOTICE, notice, 'publish', { set });
    if (!published.ok) return published;
    for (const one of await casesOfNotice(tx.db, notice.id)) {
      if (one.status !== 'APPROVED') return refuse({ code: 'case-moved-on', number: one.number ?? '' });
      if (one.holdSince) return refuse({ code: 'held', reason: `${one.number ?? ''} ${one.holdReason ?? ''}`.trim() });
      const done = await changeStatus(tx, APPLICATION, one, 'publish', {
        detail: { noticeId: notice.id, deadline: period.endsOn },
      });
      if (!done.ok) return done;
    }
    await takeSnapshot(tx, notice.id, 'OPENING');
    return ok();
  });
}

/** Throws a list away that was not published; its cases can stand in another. */
export async function discardNotice(ctx: Context<StaffActor>, input: { noticeId: string }): Promise<Answer> {
  authorise(ctx.actor, 'notice.make');
  const notice = await noticeForChange(ctx.db, input.noticeId);
  if (!notice) return refuse({ code: 'not-found' });
  if (notice.status !== 'DRAFT') return refuse({ code: 'somebody-was-faster' });
  return transact(ctx, async (tx) => {
    if (!(await deleteDraftNotice(tx.db, notice))) return refuse({ code: 'somebody-was-faster' });
    await writeAudit(tx, {
      action: 'notice.discard',
      word: '删除公示名单',
      subjectKind: 'notice',
      subjectId: notice.id,
    });
    return ok();
  });
}
