import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { OwnStatement } from './rules/own-view';
import { statementCount, statementsOf } from './statement-store';

/**
 * 异议说明 of this enterprise: what the office asks in its own words, and what was said. Neither the objection's number nor
 * anything of who raised it is read.
 */
export async function myStatements(ctx: Context<EnterpriseActor>): Promise<OwnStatement[]> {
  const { enterpriseId } = ctx.actor;
  authorise(ctx.actor, 'statement.read', { enterpriseId });
  const today = shanghaiDayOf(ctx.now);
  return (await statementsOf(ctx.db, enterpriseId)).map(({ application, objection, papers, ...row }) => ({
    ...row,
    dueOn: shanghaiDay(row.dueOn),
    caseId: application.id,
    caseNumber: application.number ?? '',
    papers: papers.map(({ file }) => file),
    isOpen: row.givenAt === null && objection.status === 'HANDLING' && row.dueOn >= today,
    mayGive: may(ctx.actor, 'statement.give', { enterpriseId, application }),
  }));
}

/** How many wait for this enterprise to say something. */
export function statementsWaiting(ctx: Context<EnterpriseActor>): Promise<number> {
  authorise(ctx.actor, 'statement.read', { enterpriseId: ctx.actor.enterpriseId });
  return statementCount(ctx.db, ctx.actor.enterpriseId, shanghaiDayOf(ctx.now));
}
