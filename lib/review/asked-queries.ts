import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import * as store from './colleague-store';
import { staffByIds } from './reading-store';
import type { OpinionVerdict, ReviewStage } from './rules/labels';

const DAYS_SHOWN = 30;

type Case = { readonly applicationId: string; readonly number: string; readonly enterpriseName: string };
export type GivenLine = Case & {
  readonly id: string;
  readonly stage: ReviewStage;
  readonly from: string;
  readonly reason: string;
  readonly at: Date;
};
export type AskedLine = Case & {
  readonly id: string;
  readonly stage: ReviewStage;
  readonly by: string;
  readonly of: string;
  readonly question: string;
  readonly at: Date;
  readonly verdict: OpinionVerdict | null;
  readonly answer: string | null;
};

/** 转交与加签: what was given to this person, what is asked of them, and what they asked of others. */
export async function askedOf(ctx: Context<StaffActor>): Promise<{
  readonly given: readonly GivenLine[];
  readonly forMe: readonly AskedLine[];
  readonly byMe: readonly AskedLine[];
  readonly answers: readonly AskedLine[];
}> {
  authorise(ctx.actor, 'queue.read');
  const me = ctx.actor.id;
  const since = new Date(ctx.now.getTime() - DAYS_SHOWN * 86_400_000);
  const [given, forMe, byMe, answers] = await Promise.all([
    store.waitingHandovers(ctx.db, me),
    store.openOpinions(ctx.db, { askedOfId: me }),
    store.openOpinions(ctx.db, { askedById: me }),
    store.answersTo(ctx.db, me, since),
  ]);
  const asked = [...forMe, ...byMe, ...answers];
  const people = await staffByIds(ctx.db, [
    ...given.map(({ fromId }) => fromId),
    ...asked.flatMap(({ askedById, askedOfId }) => [askedById, askedOfId]),
  ]);
  const nameOf = (id: string) => people.get(id)?.displayName ?? '';
  const lineOf = (row: (typeof asked)[number]): AskedLine => ({
    ...caseOf(row.application),
    ...{ id: row.id, stage: row.stage, question: row.question, verdict: row.verdict, answer: row.answer },
    ...{ by: nameOf(row.askedById), of: nameOf(row.askedOfId), at: row.endedAt ?? row.askedAt },
  });
  return {
    given: given.map(({ id, stage, fromId, reason, at, application }) => ({
      ...{ id, stage, reason, at, from: nameOf(fromId), ...caseOf(application) },
    })),
    forMe: forMe.map(lineOf),
    byMe: byMe.map(lineOf),
    answers: answers.map(lineOf),
  };
}

function caseOf(row: store.OpinionRow['application']): Case {
  return { applicationId: row.id, number: row.number ?? '', enterpriseName: row.enterprise.name };
}
