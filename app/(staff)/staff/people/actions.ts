'use server';

import { revalidatePath } from 'next/cache';
import { disableStaff, enableStaff } from '@/lib/access/commands/disable-staff';
import { resetFactor } from '@/lib/access/commands/reset-factor';
import { resetStaffPassword } from '@/lib/access/commands/reset-staff-password';
import { explainStaff } from '@/lib/access/rules/staff-refusals';
import { changeStaffSchema } from '@/lib/access/rules/staff.schema';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const who = 'staff';
const explain = explainStaff;

type Changed = { sessionsEnded: number; told: boolean };
const said =
  (words: string) =>
  ({ sessionsEnded, told }: Changed, { staffId }: { staffId: string }) => {
    revalidatePath(paths.staffPerson(staffId));
    const ended = sessionsEnded > 0 ? `，已退出 ${sessionsEnded} 处登录` : '';
    return `${words}${ended}，${told ? '已通知本人' : '请另行告知本人'}。`;
  };

export const resetFactorAction = action({
  who,
  requireStepUp: true,
  input: changeStaffSchema,
  run: resetFactor,
  explain,
  done: said('动态口令已重置'),
});

export const disableStaffAction = action({
  who,
  requireStepUp: true,
  input: changeStaffSchema,
  run: disableStaff,
  explain,
  done: said('账号已停用'),
});

export const enableStaffAction = action({
  who,
  requireStepUp: true,
  input: changeStaffSchema,
  run: enableStaff,
  explain,
  done: said('账号已启用'),
});

export const resetStaffPasswordAction = action({
  who,
  requireStepUp: true,
  input: changeStaffSchema,
  run: resetStaffPassword,
  explain,
  done: ({ masked }, { staffId }) => {
    revalidatePath(paths.staffPerson(staffId));
    return `初始密码已发至 ${masked}，72 小时内有效。`;
  },
});
