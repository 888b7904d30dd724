import 'server-only';
import type { Context } from '@/lib/access/context';
import { sumFen } from '@/lib/kernel/fen';
import { daysBetween, shanghaiDay, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';

/** A notice that runs, as one line: how many it names, for how much, and until when one may object. */
export type BoardNotice = {
  /** Its public number, which stands in its address. */
  readonly id: string;
  readonly title: string;
  readonly publishedOn: ShanghaiDay;
  readonly startsOn: ShanghaiDay;
  /** The last day, until 24:00. */
  readonly endsOn: ShanghaiDay;
  readonly daysLeft: number;
  readonly enterprises: number;
  readonly talents: number;
  readonly totalFen: number;
};

/** 正在公示: what anybody may read today, the one that ends first at the top. Nothing is shown beyond its last day. */
export async function runningNotices(ctx: Pick<Context, 'db' | 'now'>, most: number): Promise<BoardNotice[]> {
  const today = shanghaiDayOf(ctx.now);
  const rows = await ctx.db.publicNotice.findMany({
    where: { status: 'PUBLISHED', endsOn: { gte: today } },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      number: true,
      title: true,
      startsOn: true,
      endsOn: true,
      publishedAt: true,
      entries: { where: { withdrawnAt: null }, select: { enterpriseName: true, amountFen: true } },
    },
  });
  return rows.flatMap(({ number, title, startsOn, endsOn, publishedAt, entries }) => {
    if (!startsOn || !endsOn || !publishedAt) return [];
    return {
      id: number,
      title,
      publishedOn: shanghaiDayOf(publishedAt),
      startsOn: shanghaiDay(startsOn),
      endsOn: shanghaiDay(endsOn),
      daysLeft: Math.max(0, daysBetween(today, shanghaiDay(endsOn))),
      enterprises: new Set(entries.map(({ enterpriseName }) => enterpriseName)).size,
      talents: entries.length,
      totalFen: sumFen(entries.map(({ amountFen }) => Number(amountFen))),
    };
  });
}
