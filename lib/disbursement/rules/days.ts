import { addDays, daysBetween, shanghaiDayOf, startOfShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { BEFORE_REVIEW } from './standing';
import type { DisbursementStatus } from './states';

/** What the days of the enterprise are counted by: when it opened, what was done and said since, and when they stood still. */
export type Days = {
  readonly openedAt: Date;
  readonly lastActAt: Date;
  readonly reminders: readonly { readonly key: string; readonly at: Date }[];
  readonly pauses: readonly { readonly since: Date; readonly until: Date }[];
};

/** Days after the opening on which one is reminded; the days of silence are counted from the last one. */
const MARKS = [7, 21, 60] as const;
export const FIRST_MARK = MARKS[0];
export const LAST_MARK = MARKS[2];

/** Nobody is written to at midnight. */
const HOUR_MS = 3_600_000;
const REMINDING_HOUR = 9;

/** Names a reminder for good; one that is revived opens anew, and its marks with it. */
const keyOf = (openedAt: Date, mark: number) => `${shanghaiDayOf(openedAt)} ${mark}d`;

/** Whether the enterprise has the next act: before its paper is in, and where its account has to be mended. */
const isOwnersTurn = (facts: { readonly status: DisbursementStatus; readonly failureCause: string | null }) =>
  BEFORE_REVIEW.includes(facts.status) || (facts.status === 'PAYMENT_FAILED' && facts.failureCause === 'account');

/**
 * Whether days run at all: the next act is the enterprise's, nothing holds it, no talent of its case is held (nothing is
 * printed then), none waits for 复审 and no font is waited for.
 */
export function daysRun(facts: {
  readonly status: DisbursementStatus;
  readonly failureCause: string | null;
  readonly hold: string | null;
  readonly talentHold: string | null;
  readonly waitsForDecision: boolean;
  /** Its receipt cannot be printed before a font is added. */
  readonly waitsForFont: boolean;
}): boolean {
  const waitsForUs = facts.waitsForDecision || (facts.status === 'AWAITING_PRINT' && facts.waitsForFont);
  return isOwnersTurn(facts) && facts.hold === null && facts.talentHold === null && !waitsForUs;
}

/**
 * The reminder that is due and not written, or null. Of those that were missed only the last one counts: nobody is told
 * three times at once. Nor is anybody told on a day on which something was done.
 */
export function reminderDue(days: Days, now: Date): string | null {
  const opened = shanghaiDayOf(days.openedAt);
  const lost = daysLost(opened, days.pauses);
  const afterAct = addDays(shanghaiDayOf(days.lastActAt), 1);
  const reached = MARKS.filter((mark) => now >= atNine(later(addDays(opened, mark + lost), afterAct))).at(-1);
  if (reached === undefined) return null;
  const key = keyOf(days.openedAt, reached);
  return days.reminders.some((one) => one.key === key) ? null : key;
}

/** What opened before this instant is as many days old today. */
export const openedBefore = (mark: number, now: Date) => startOfShanghaiDay(addDays(shanghaiDayOf(now), 1 - mark));

/** When the last reminder was written; null before. */
export function lastReminderAt({ openedAt, reminders }: Days): Date | null {
  return reminders.find(({ key }) => key === keyOf(openedAt, LAST_MARK))?.at ?? null;
}

/**
 * The last day on which the enterprise may act: so many days after the last reminder, or after what was done later. While
 * that reminder is not written, the earliest day that it can become. Days that were lost to a hold do not count.
 */
export function lapsesAfter(days: Days, lapseDays: number, today: ShanghaiDay): ShanghaiDay {
  const opened = shanghaiDayOf(days.openedAt);
  const written = lastReminderAt(days);
  const reminded = written
    ? shanghaiDayOf(written)
    : later(today, addDays(opened, LAST_MARK + daysLost(opened, days.pauses)));
  const from = later(reminded, shanghaiDayOf(days.lastActAt));
  return addDays(from, lapseDays + daysLost(from, days.pauses));
}

/**
 * Days after `from` on which holds stood, each counted once. The day on which a hold was put on is not counted, that of
 * its lifting is: as many days are left afterwards as were left before.
 */
function daysLost(from: ShanghaiDay, pauses: Days['pauses']): number {
  let [counted, lost] = [from, 0];
  for (const { since, until } of [...pauses].sort((a, b) => a.since.getTime() - b.since.getTime())) {
    const start = later(counted, shanghaiDayOf(since));
    const end = shanghaiDayOf(until);
    if (end <= start) continue;
    lost += daysBetween(start, end);
    counted = end;
  }
  return lost;
}

const later = (a: ShanghaiDay, b: ShanghaiDay) => (a > b ? a : b);

const atNine = (day: ShanghaiDay) => new Date(startOfShanghaiDay(day).getTime() + REMINDING_HOUR * HOUR_MS);
