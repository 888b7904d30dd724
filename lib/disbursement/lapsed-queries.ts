import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { STAFF_STATUS } from './rules/labels';

export type LapsedRow = {
  readonly id: string;
  readonly enterpriseName: string;
  readonly caseNumber: string;
  /** What went back to the budget of the year. */
  readonly amountFen: number;
  readonly openedAt: Date;
  readonly lapsedAt: Date;
  /** Where it stood while nothing was done, in the words of staff; null where the log does not say. */
  readonly stoodAt: string | null;
};

export type Lapsed = {
  /** One page of them, the latest first. */
  readonly rows: readonly LapsedRow[];
  /** From 1 on, within what there is. */
  readonly page: number;
  readonly pages: number;
  readonly count: number;
  readonly totalFen: number;
  readonly mayRevive: boolean;
};

const PAGE = 50;

/** Disbursements that lapsed because nothing was done: when, where they stood, and what went back to the budget. */
export async function lapsedDisbursements(ctx: Context<StaffActor>, asked = 1): Promise<Lapsed> {
  authorise(ctx.actor, 'disbursement.read');
  const where = { status: 'LAPSED' } as const;
  const sum = await ctx.db.disbursement.aggregate({ where, _count: true, _sum: { amountFen: true } });
  const pages = Math.max(1, Math.ceil(sum._count / PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const rows = await ctx.db.disbursement.findMany({
    where,
    // Nothing is done to it after that, so its last act is the lapse.
    orderBy: [{ lastActAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * PAGE,
    take: PAGE,
    include: { enterprise: { select: { name: true } }, application: { select: { number: true } } },
  });
  const stood = await stoodBefore(
    ctx,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map((row) => ({
      id: row.id,
      enterpriseName: row.enterprise.name,
      caseNumber: row.application.number ?? '',
      amountFen: Number(row.amountFen),
      openedAt: row.openedAt,
      lapsedAt: row.lastActAt,
      stoodAt: stood.get(row.id) ?? null,
    })),
    ...{ page, pages },
    count: sum._count,
    totalFen: Number(sum._sum.amountFen ?? 0),
    mayRevive: may(ctx.actor, 'disbursement.manage'),
  };
}

/** How many there are, for the tab. */
export async function lapsedCount(ctx: Context<StaffActor>): Promise<number> {
  authorise(ctx.actor, 'disbursement.read');
  return ctx.db.disbursement.count({ where: { status: 'LAPSED' } });
}

/** The status that each had when it lapsed, the last time where it did so more than once. */
async function stoodBefore(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const entries = await ctx.db.auditEntry.findMany({
    where: { subjectKind: 'disbursement', subjectId: { in: [...ids] }, action: 'disbursement.lapse' },
    orderBy: { sequence: 'asc' },
    select: { subjectId: true, fromStatus: true },
  });
  return new Map(
    entries.flatMap(({ subjectId, fromStatus }) => {
      const label = fromStatus && fromStatus in STAFF_STATUS && STAFF_STATUS[fromStatus as keyof typeof STAFF_STATUS];
      return label ? [[subjectId, label.word] as const] : [];
    }),
  );
}
