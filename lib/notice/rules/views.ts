import { sumFen } from '@/lib/kernel/fen';
import {
  daysBetween,
  formatDay,
  formatShortDay,
  shanghaiDay,
  shanghaiDayOf,
  type ShanghaiDay,
} from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { NoticeStatus } from './states';

/** An approved case that stands on no list yet. */
export type CaseToPublish = {
  readonly id: string;
  readonly number: string;
  readonly enterpriseName: string;
  /** Those who are granted something, in full: staff see them, the list masks them. */
  readonly names: readonly string[];
  readonly amountFen: number;
  readonly decidedOn: ShanghaiDay;
  readonly holdReason: string | null;
};

/** The approved cases of one programme and year. */
export type ToPublish = {
  readonly key: string;
  readonly programmeName: string;
  readonly year: number;
  readonly workingDays: number;
  readonly cases: readonly CaseToPublish[];
};

export type Period = {
  readonly startsOn: ShanghaiDay;
  readonly endsOn: ShanghaiDay;
  /** Runs through a year whose holidays are not announced yet. */
  readonly estimated: boolean;
  readonly isOver: boolean;
  /** `还剩 4 天`, `今天 24:00 截止`, `已结束`. */
  readonly left: string;
};

export type NoticeSummary = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: NoticeStatus;
  readonly period: Period | null;
  readonly enterprises: number;
  readonly talents: number;
  readonly totalFen: number;
  readonly createdOn: ShanghaiDay;
  /** Proposed to 复审: a draft to publish, a running one to take down. */
  readonly waitsFor: 'publishing' | 'withdrawing' | null;
};

/** One line as the public reads it: no id stands in it. */
export type SheetLine = {
  /** Its number in the list, which stays although a line before it goes. */
  readonly place: number;
  readonly enterpriseName: string;
  readonly shownName: string;
  readonly categoryLabel: string;
  readonly amountFen: number;
  /** 已撤出公示: no name, no category and no amount are shown any more, and it counts nowhere. */
  readonly isWithdrawn: boolean;
};

/** The whole notice as it hangs out. */
export type NoticeSheet = {
  readonly title: string;
  readonly period: Period;
  readonly workingDays: number;
  readonly lines: readonly SheetLine[];
  readonly talents: number;
  readonly enterprises: number;
  readonly totalFen: number;
  readonly isMasked: boolean;
  readonly office: string;
  readonly telephone: string;
  readonly address: string;
  readonly post: string;
};

type Dates = { readonly startsOn: string | null; readonly endsOn: string | null; readonly estimated: boolean };

/** Where today stands in the period of a notice; throws for one without a period. */
export function periodOf({ startsOn, endsOn, estimated }: Dates, now: Date): Period {
  const [first, last] = [shanghaiDay(startsOn ?? ''), shanghaiDay(endsOn ?? '')];
  const days = daysBetween(shanghaiDayOf(now), last);
  const left = days < 0 ? '已结束' : days === 0 ? '今天 24:00 截止' : `还剩 ${days} 天`;
  return { startsOn: first, endsOn: last, estimated, isOver: days < 0, left };
}

/** `2026年11月23日 至 11月27日` */
export function periodWords({
  startsOn,
  endsOn,
  estimated,
}: Pick<Period, 'startsOn' | 'endsOn' | 'estimated'>): string {
  const isSameYear = startsOn.slice(0, 4) === endsOn.slice(0, 4);
  return `${formatDay(startsOn)} 至 ${isSameYear ? formatShortDay(endsOn) : formatDay(endsOn)}${estimated ? '（暂定）' : ''}`;
}

/** The sheet of a notice; ids stay behind. */
export function sheetOf(
  notice: Dates & {
    readonly title: string;
    readonly entries: readonly {
      readonly position: number;
      readonly enterpriseName: string;
      readonly shownName: string;
      readonly categoryLabel: string;
      readonly amountFen: number | bigint;
      readonly withdrawnAt: Date | null;
    }[];
  },
  { workingDays, masked, office, telephone, address, post }: ProgrammeConfig['notice'],
  now: Date,
): NoticeSheet {
  const lines = notice.entries.map(({ position: place, withdrawnAt, enterpriseName, amountFen, ...line }) =>
    withdrawnAt
      ? { place, enterpriseName, shownName: '', categoryLabel: '', amountFen: 0, isWithdrawn: true }
      : {
          ...{ place, enterpriseName, shownName: line.shownName, categoryLabel: line.categoryLabel },
          ...{ amountFen: Number(amountFen), isWithdrawn: false },
        },
  );
  const standing = lines.filter(({ isWithdrawn }) => !isWithdrawn);
  return {
    title: notice.title,
    period: periodOf(notice, now),
    workingDays,
    lines,
    talents: standing.length,
    enterprises: new Set(standing.map(({ enterpriseName }) => enterpriseName)).size,
    totalFen: sumFen(standing.map(({ amountFen }) => amountFen)),
    isMasked: masked,
    ...{ office, telephone, address, post },
  };
}
