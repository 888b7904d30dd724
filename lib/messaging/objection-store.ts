import 'server-only';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';
import { parseMobile } from '@/lib/kernel/phone';
import { OBJECTION_STATUS } from '@/lib/objection/rules/labels';
import type { MessageFacts } from './rules/kinds';

type Told = {
  readonly facts: MessageFacts;
  readonly to: {
    readonly enterpriseId: null;
    readonly applicationId: null;
    readonly mobile: string | null;
    readonly email: string | null;
  };
};

/**
 * What whoever objected is told, and nobody else: the message belongs to no enterprise. A fixed line gets no SMS; its
 * owner asks by number.
 */
export async function objectionFacts(ctx: Context, id: string): Promise<Told | null> {
  const row = await ctx.db.objection.findUnique({ where: { id }, include: { notice: { select: { title: true } } } });
  if (!row) return null;
  const place = { table: 'objection', rowId: id };
  const telephone = parseMobile((await openSealed(ctx, { ...place, column: 'telephone' })) ?? '');
  const email = await openSealed(ctx, { ...place, column: 'email' });
  const facts = {
    ...{ programme: row.notice.title, number: row.number, amountFen: null, deadline: null },
    reason: `${OBJECTION_STATUS[row.status].word}：${row.answer ?? ''}`,
    ...{ receiptNumber: null, account: null },
  };
  const to = { enterpriseId: null, applicationId: null, mobile: telephone.ok ? telephone.value : null, email };
  return { facts, to };
}
