import 'server-only';
import { reviewDueOn } from '@/lib/application/rules/deadlines';
import type { Context } from '@/lib/access/context';
import { addDays, shanghaiDayOf, startOfShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { versionById } from '@/lib/programme/queries';
import { versionsInReview } from './reading-store';
import type { ReviewStage } from './rules/labels';

/** Days back for which due days are worked out; a case that came in earlier is overdue, and only its order matters. */
const DAYS_BACK = 150;
/** A clock that is a little behind must not lose the day of arrival. */
const DAYS_AHEAD = 2;

/** The promised day of one arrival day where a stage has so many working days. */
type DueDay = { readonly workingDays: number; readonly arrived: ShanghaiDay; readonly due: ShanghaiDay };

/** Who looks at which stage today, and what turns a day of arrival into a due day, which no column holds. */
export type QueueScope = {
  readonly stage: ReviewStage;
  readonly reviewerId: string;
  readonly today: ShanghaiDay;
  readonly versions: readonly { readonly versionId: string; readonly workingDays: number }[];
  readonly dueDays: readonly DueDay[];
};

/** The programmes, categories and numbers of working days of what is in review. */
export type QueueGround = {
  readonly scope: QueueScope;
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly categories: readonly { readonly code: string; readonly label: string }[];
};

export async function queueGround(
  ctx: Pick<Context, 'db' | 'now'>,
  stage: ReviewStage,
  reviewerId: string,
): Promise<QueueGround> {
  const today = shanghaiDayOf(ctx.now);
  const ids = await versionsInReview(ctx.db);
  const versions = await Promise.all(ids.map((id) => versionById(ctx, id)));
  const named = versions.map(({ versionId, config: { reviewWorkingDays: days } }) => ({
    ...{ versionId, workingDays: stage === 'FIRST' ? days.first : days.final },
  }));
  const dueDays = [...new Set(named.map(({ workingDays }) => workingDays))].flatMap((days) => dueDaysOf(days, today));
  const newestFirst = [...versions].sort((a, b) => b.versionNumber - a.versionNumber);
  return {
    scope: { stage, reviewerId, today, versions: named, dueDays },
    programmes: distinct(newestFirst, ({ programmeId }) => programmeId).map(({ programmeId, config }) => ({
      ...{ id: programmeId, name: config.name },
    })),
    categories: distinct(
      newestFirst.flatMap(({ config }) => config.categories),
      ({ code }) => code,
    )
      .map(({ code, label }) => ({ code, label }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
}

/** Kept per process: the same for everybody until the day is over. */
const worked = new Map<string, readonly DueDay[]>();

function dueDaysOf(workingDays: number, today: ShanghaiDay): readonly DueDay[] {
  const key = `${today} ${workingDays}`;
  const known = worked.get(key);
  if (known) return known;
  const config = { reviewWorkingDays: { first: workingDays, final: workingDays } };
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) => addDays(today, index + 1 - DAYS_BACK));
  const found = days.map((arrived) => {
    const { day: due } = reviewDueOn(startOfShanghaiDay(arrived), 'FIRST', config, chineseCalendar);
    return { workingDays, arrived, due };
  });
  if (worked.size > 20) worked.clear();
  worked.set(key, found);
  return found;
}
