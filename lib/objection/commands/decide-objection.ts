import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { stopTalents } from '@/lib/disbursement/commands/stop-talents';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { takeSnapshot } from '@/lib/notice/commands/take-snapshot';
import type { UpholdInput } from '../rules/handle.schema';
import { mentionsObjector } from '../rules/mentions';
import type { HandlingRefusal } from '../rules/refusals';
import { OBJECTION } from '../rules/states';
import { addSubjects, lockNoticeById, objectorOf, type ObjectionForAct } from '../store';
import { entriesAt, writeOutcome } from '../subject-store';
import { lift } from './hold-objection';
import { standing } from './take-objection';

type Staff = Context<StaffActor>;
type Answer = Result<undefined, HandlingRefusal | CommonRefusal>;

/** 异议不成立, by somebody other than who handled it: nothing of the notice changes, the case goes on. */
export async function dismissObjection(
  ctx: Staff,
  input: { readonly id: string; readonly answer: string },
): Promise<Answer> {
  const found = await mineToDecide(ctx, input.id, 'dismiss');
  if (!found.ok) return found;
  return transact(ctx, async (tx) => {
    const done = await close(tx, found.value, 'dismiss', input.answer);
    if (!done.ok) return done;
    await lift(tx, found.value);
    return ok();
  });
}

/**
 * 异议成立, by somebody other than who handled it: the talents it is about are stopped and nobody else, wherever their
 * case stands by now. The sheet says 已撤出公示 from this instant, and what it says is kept.
 */
export async function upholdObjection(ctx: Staff, input: UpholdInput): Promise<Answer> {
  const found = await mineToDecide(ctx, input.id, 'uphold');
  if (!found.ok) return found;
  const row = found.value;
  if (mentionsObjector(input.reason, await objectorOf(ctx, row.id))) return refuse({ code: 'names-objector' });
  return transact(ctx, async (tx): Promise<Answer> => {
    // The same order as everything else that touches a notice and its cases.
    await lockNoticeById(tx.db, row.noticeId);
    const chosen = await entriesAt(tx.db, row.noticeId, row.isWholeList ? input.places : []);
    if (row.isWholeList && chosen.length !== input.places.length) return refuse({ code: 'no-such-line' });
    await addSubjects(tx.db, row.id, chosen);
    const done = await close(tx, row, 'uphold', input.answer);
    if (!done.ok) return done;
    const changed = await stopAll(tx, row.id, [...row.subjects, ...chosen], input.reason);
    if (!changed.ok) return changed;
    await lift(tx, row);
    for (const noticeId of changed.value) await takeSnapshot(tx, noticeId, 'CHANGED');
    return ok();
  });
}

type Subject = { readonly applicationId: string; readonly talentId: string };

/** Stops talents case by case; answers the notices that hang out otherwise now. */
async function stopAll(
  tx: Staff,
  objectionId: string,
  subjects: readonly Subject[],
  reason: string,
): Promise<Result<string[], CommonRefusal>> {
  const notices = new Set<string>();
  for (const applicationId of [...new Set(subjects.map((one) => one.applicationId))].sort()) {
    const talentIds = subjects.filter((one) => one.applicationId === applicationId).map(({ talentId }) => talentId);
    const stopped = await stopTalents(tx, { applicationId, talentIds, reason });
    if (!stopped.ok) return stopped;
    await writeOutcome(tx.db, objectionId, applicationId, stopped.value.outcome);
    for (const id of stopped.value.noticeIds) notices.add(id);
  }
  return ok([...notices]);
}

async function mineToDecide(
  ctx: Staff,
  id: string,
  event: 'uphold' | 'dismiss',
): Promise<Result<ObjectionForAct, HandlingRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'objection.decide');
  const found = await standing(ctx, id, event);
  if (!found.ok) return found;
  const isOther = may(ctx.actor, 'objection.decide', { madeBy: [found.value.takenById] });
  return isOther ? found : refuse({ code: 'handled-by-you' });
}

function close(tx: Staff, row: ObjectionForAct, event: 'uphold' | 'dismiss', answer: string) {
  return changeStatus(tx, OBJECTION, row, event, {
    set: { answer, decidedById: tx.actor.id, decidedAt: tx.now },
    detail: { number: row.number, handledById: row.takenById },
  });
}
