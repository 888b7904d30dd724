import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { PUBLIC_STATUS } from './labels';
import type { ApplicationStatus } from './states';

/** Who acts next: the enterprise, a reviewer or notice clerk, a period that runs by itself, or finance. */
export type WhatNext = {
  readonly who: 'you' | 'staff' | 'clock' | 'finance';
  readonly text: string;
  /** The last day, until 24:00; for staff the day promised. */
  readonly byDay?: ShanghaiDay;
};

export type NextFacts = {
  readonly status: ApplicationStatus;
  readonly holdReason?: string | null;
  /** Of a draft: how much is missing, and when the window closes. */
  readonly obstacleCount?: number;
  readonly closesOn?: ShanghaiDay;
  readonly isWindowClosed?: boolean;
  readonly returnDeadline?: ShanghaiDay | null;
  readonly commentCount?: number;
  readonly reviewDueOn?: ShanghaiDay | null;
  readonly noticeEndsOn?: ShanghaiDay | null;
  readonly appealDeadline?: ShanghaiDay | null;
  /** The last day for 延期申请; null where it is over or was used. */
  readonly extensionUntil?: ShanghaiDay | null;
  /** Of a running disbursement: whether it waits for the enterprise. */
  readonly disbursementWaitsForYou?: boolean;
};

/** The next step of a case in one sentence for the enterprise, whose turn it is and by when; null at the end. */
export function whatNext(facts: NextFacts): WhatNext | null {
  if (facts.holdReason) return { who: 'staff', text: `本事项已暂停：${facts.holdReason}。恢复后期限顺延。` };
  switch (facts.status) {
    case 'DRAFT':
      if (facts.isWindowClosed) return { who: 'clock', text: '本期已截止，草稿保留，下一期可从这份草稿开始。' };
      return by({ who: 'you', text: draftText(facts.obstacleCount ?? 0) }, facts.closesOn);
    case 'RETURNED':
      return by({ who: 'you', text: returnedText(facts.commentCount ?? 0) }, facts.returnDeadline);
    case 'SUBMITTED':
    case 'FIRST_REVIEW':
    case 'AWAITING_FINAL':
    case 'FINAL_REVIEW':
      return by({ who: 'staff', text: PUBLIC_STATUS[facts.status].next }, facts.reviewDueOn);
    case 'APPROVED':
      return { who: 'staff', text: PUBLIC_STATUS.APPROVED.next };
    case 'IN_NOTICE':
      return by({ who: 'clock', text: PUBLIC_STATUS.IN_NOTICE.next }, facts.noticeEndsOn);
    case 'CLEARED':
      return { who: 'finance', text: PUBLIC_STATUS.CLEARED.next };
    case 'DISBURSING':
      return facts.disbursementWaitsForYou
        ? { who: 'you', text: PUBLIC_STATUS.DISBURSING.next }
        : { who: 'finance', text: '财务人员正在办理，您无需操作。' };
    case 'REJECTED':
      return facts.appealDeadline ? by({ who: 'you', text: PUBLIC_STATUS.REJECTED.next }, facts.appealDeadline) : null;
    case 'EXPIRED':
      return facts.extensionUntil ? by({ who: 'you', text: PUBLIC_STATUS.EXPIRED.next }, facts.extensionUntil) : null;
    case 'COMPLETED':
    case 'CLOSED_UNPAID':
    case 'WITHDRAWN':
      return null;
  }
}

function by(next: WhatNext, day: ShanghaiDay | null | undefined): WhatNext {
  return day ? { ...next, byDay: day } : next;
}

function draftText(count: number): string {
  return count === 0 ? '内容已齐，请预览并确认提交。' : `还差 ${count} 项，请补齐后确认提交。`;
}

function returnedText(count: number): string {
  return count === 0 ? '请修改后重新提交。' : `请按 ${count} 条意见修改，再重新提交。`;
}
