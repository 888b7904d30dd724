import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { daysBetween, endOfShanghaiDay, shanghaiDayOf, startOfShanghaiDay } from '@/lib/kernel/shanghai-day';

/** Both days belong to the window. */
export type ProgrammeWindow = { readonly opensOn: ShanghaiDay; readonly closesOn: ShanghaiDay };

export type WindowState = ProgrammeWindow & {
  readonly state: 'before' | 'open' | 'closed';
  /** Open: days until the last one, 0 on it. Before: days until it opens. Closed: 0. */
  readonly daysLeft: number;
};

/** Where an instant stands to a window, which is open until 23:59:59.999 of its last day in China. */
export function windowState({ opensOn, closesOn }: ProgrammeWindow, now: Date): WindowState {
  const today = shanghaiDayOf(now);
  if (now < startOfShanghaiDay(opensOn)) {
    return { state: 'before', daysLeft: daysBetween(today, opensOn), opensOn, closesOn };
  }
  if (now < endOfShanghaiDay(closesOn)) {
    return { state: 'open', daysLeft: daysBetween(today, closesOn), opensOn, closesOn };
  }
  return { state: 'closed', daysLeft: 0, opensOn, closesOn };
}
