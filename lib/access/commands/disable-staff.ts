import 'server-only';
import { changeStatus } from '@/lib/db/change-status';
import { enqueue } from '@/lib/db/enqueue';
import { refuse } from '@/lib/kernel/result';
import { STAFF_ACCOUNT } from '../rules/states';
import type { ChangeStaffInput } from '../rules/staff.schema';
import {
  changeStaff,
  endAndTell,
  type SecurityAdministrator,
  type StaffAnswer,
  type StaffChanged,
} from './staff-account';

/** 停用 of one of the office: his sessions end at once, and he signs in no more. What he did stays as it is. */
export function disableStaff(ctx: SecurityAdministrator, input: ChangeStaffInput): StaffAnswer<StaffChanged> {
  return changeStaff(ctx, input.staffId, async (tx, row) => {
    if (row.status === 'DISABLED') return refuse({ code: 'wrong-state', now: '已停用' });
    const changed = await changeStatus(tx, STAFF_ACCOUNT, row, 'disable', { detail: { reason: input.reason } });
    if (!changed.ok) return changed;
    // What he had claimed, was kept for him or was asked of him goes back at once, not at the next round of the clock.
    await enqueue(tx.db, 'sweep', {}, { key: `sweep after ${row.id}` });
    return endAndTell(tx, row, { reason: 'disabled', text: '已停用' });
  });
}

/** 启用: with the password and the second factor that he had. */
export function enableStaff(ctx: SecurityAdministrator, input: ChangeStaffInput): StaffAnswer<StaffChanged> {
  return changeStaff(ctx, input.staffId, async (tx, row) => {
    if (row.status === 'ACTIVE') return refuse({ code: 'wrong-state', now: '启用中' });
    const changed = await changeStatus(tx, STAFF_ACCOUNT, row, 'enable', { detail: { reason: input.reason } });
    return changed.ok ? endAndTell(tx, row, { reason: 'enabled', text: '已重新启用' }) : changed;
  });
}
