import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';

const AT_ONCE = 500;

/** All disbursements, or those of one programme, or of one of its years. */
export type MoneyAsked = { readonly programmeId?: string; readonly year?: number };

const narrowed = ({ programmeId, year }: MoneyAsked) => ({
  batch: { ...(programmeId && { programmeId }), ...(year && { year }) },
});

export async function countDisbursements(ctx: Context<StaffActor>, asked: MoneyAsked): Promise<number> {
  authorise(ctx.actor, 'export.money');
  return ctx.db.disbursement.count({ where: narrowed(asked) });
}

/** Disbursements with their last payment order, in the order in which they were opened. */
export async function* moneyPages(ctx: Context<StaffActor>, asked: MoneyAsked): AsyncGenerator<MoneyRow[]> {
  authorise(ctx.actor, 'export.money');
  for (let after: string | null = null; ;) {
    const rows: MoneyRow[] = await rowsAfter(ctx, asked, after);
    yield rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < AT_ONCE) return;
  }
}

function rowsAfter(ctx: Context, asked: MoneyAsked, after: string | null) {
  return ctx.db.disbursement.findMany({
    where: { ...narrowed(asked), ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
    include: {
      batch: { select: { number: true, year: true } },
      enterprise: { select: { name: true, uscc: true } },
      application: { select: { number: true, programme: { select: { name: true } } } },
      bankAccount: { select: { holder: true, maskedNumber: true, bankName: true } },
      paymentLines: { orderBy: { id: 'desc' }, take: 1, include: { paymentFile: { select: { number: true } } } },
      _count: { select: { lines: { where: { state: 'KEPT' } } } },
    },
  });
}
export type MoneyRow = Awaited<ReturnType<typeof rowsAfter>>[number];
