import 'server-only';
import { writeAudit } from '@/lib/audit/write';
import { refuse } from '@/lib/kernel/result';
import { removeFactor } from '../factor-store';
import type { ChangeStaffInput } from '../rules/staff.schema';
import {
  changeStaff,
  endAndTell,
  staffSubject,
  type SecurityAdministrator,
  type StaffAnswer,
  type StaffChanged,
} from './staff-account';

/**
 * 重置动态口令 of somebody who lost telephone and recovery codes: both are worth nothing any more, all his sessions end, and
 * at the next sign-in the password leads to setting up another telephone.
 */
export function resetFactor(ctx: SecurityAdministrator, input: ChangeStaffInput): StaffAnswer<StaffChanged> {
  return changeStaff(ctx, input.staffId, async (tx, row) => {
    if (!row.factorSince) return refuse({ code: 'no-factor' });
    await removeFactor(tx, row.id);
    const done = await endAndTell(tx, row, {
      reason: 'factor-reset',
      text: '动态口令已重置，下次登录须重新绑定',
    });
    if (!done.ok) return done;
    await writeAudit(tx, {
      ...{ action: 'staffAccount.resetFactor', word: '重置动态口令', ...staffSubject(row.id) },
      detail: { reason: input.reason, ...done.value },
    });
    return done;
  });
}
