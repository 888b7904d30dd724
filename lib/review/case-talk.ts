import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import * as colleagues from './colleague-store';
import { staffByIds, type CaseForReading } from './reading-store';
import { libraryFor } from './reason-store';
import type { CaseView } from './rules/case-view';
import { stageOf } from './rules/stage';

type Talk = Pick<CaseView, 'opinions' | 'colleagues' | 'givenBy' | 'library' | 'stamp'>;

/** What colleagues say to one another about a case, and the reasons that it may be answered with. */
export async function talkOn(ctx: Context<StaffActor>, row: CaseForReading): Promise<Talk> {
  const me = ctx.actor.id;
  const stage = stageOf(row.status);
  const at = stage && { applicationId: row.id, submissionNumber: row.submissionCount, stage };
  const [opinions, others, handover, library] = await Promise.all([
    colleagues.opinionsOn(ctx.db, row.id),
    row.claimedById === me ? colleagues.colleaguesOf(ctx.db, me) : [],
    at && row.claimedById === me ? colleagues.lastHandover(ctx.db, at) : null,
    libraryFor(ctx.db, row.programmeId),
  ]);
  const named = [...opinions.flatMap((one) => [one.askedById, one.askedOfId]), handover?.fromId ?? null];
  const people = await staffByIds(ctx.db, named);
  const nameOf = (id: string) => people.get(id)?.displayName ?? '';
  return {
    opinions: opinions.map(({ id, stage: of, question, status, verdict, answer, askedAt, endedAt, ...who }) => ({
      ...{ id, stage: of, question, status, verdict, answer, askedAt, endedAt },
      by: nameOf(who.askedById),
      of: nameOf(who.askedOfId),
      isForMe: status === 'ASKED' && who.askedOfId === me,
      mayWithdraw: status === 'ASKED' && (who.askedById === me || row.claimedById === me),
    })),
    colleagues: others,
    givenBy: handover?.toId === me ? { name: nameOf(handover.fromId), reason: handover.reason, at: handover.at } : null,
    library,
    stamp: stampOf(row, opinions),
  };
}

/** Differs once the case changed hands or state, or something was asked or answered. */
export function stampOf(
  { version }: { readonly version: number },
  opinions: readonly { readonly status: string }[],
): string {
  return `${version}.${opinions.length}.${opinions.filter(({ status }) => status !== 'ASKED').length}`;
}
