import { z } from 'zod';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { HolidayCalendar } from '@/lib/kernel/working-days';
import { appealDeadline, extensionDeadline, isPastDay, type Deadline } from './deadlines';
import type { Held } from './decide-submission';
import { PUBLIC_STATUS } from './labels';
import type { ApplicationRefusal } from './refusals';
import type { ApplicationStatus } from './states';

const REASON_MIN = 10;

/** 延期申请 and 复核申请: which case, and why. */
export const remedySchema = z.strictObject({
  applicationId: z.uuid(),
  reason: z.string().trim().min(REASON_MIN, `请写明理由，至少 ${REASON_MIN} 个字。`).max(500, '理由不超过 500 个字。'),
});

type Standing = { readonly status: ApplicationStatus; readonly holdReason: string | null; readonly now: Date };
type Refused<C extends ApplicationRefusal['code']> = Held | Extract<ApplicationRefusal, { code: C | 'not-editable' }>;

/** Whether an extension can be asked for: once, of an expired case, within 30 days after the deadline that passed. */
export function decideExtension(
  facts: Standing & { readonly returnDeadline: ShanghaiDay | null; readonly isAsked: boolean },
): Result<undefined, Refused<'extension-asked-before' | 'extension-too-late'>> {
  if (facts.isAsked) return refuse({ code: 'extension-asked-before' });
  if (facts.status !== 'EXPIRED' || !facts.returnDeadline) return notNow(facts);
  if (facts.holdReason !== null) return refuse({ code: 'held', reason: facts.holdReason });
  const lastDay = extensionDeadline(facts.returnDeadline);
  return isPastDay(lastDay, facts.now) ? refuse({ code: 'extension-too-late', lastDay }) : ok();
}

/** Whether 复核 can be asked for: once, within ten working days after the refusal. */
export function decideAppeal(
  facts: Standing & { readonly refusedAt: Date | null; readonly isAppealed: boolean },
  calendar: HolidayCalendar,
): Result<Deadline, Refused<'appealed-before' | 'appeal-too-late'>> {
  if (facts.isAppealed) return refuse({ code: 'appealed-before' });
  if (facts.status !== 'REJECTED' || !facts.refusedAt) return notNow(facts);
  if (facts.holdReason !== null) return refuse({ code: 'held', reason: facts.holdReason });
  const until = appealDeadline(facts.refusedAt, calendar);
  return isPastDay(until.day, facts.now) ? refuse({ code: 'appeal-too-late', lastDay: until.day }) : ok(until);
}

function notNow({ status }: Standing): Result<never, Extract<ApplicationRefusal, { code: 'not-editable' }>> {
  return refuse({ code: 'not-editable', now: PUBLIC_STATUS[status].word });
}
