'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { addEmployee } from '@/lib/access/commands/add-employee';
import { disableEmployee, enableEmployee } from '@/lib/access/commands/disable-employee';
import { grantProgrammes, handOver } from '@/lib/access/commands/grant-programmes';
import { bindEmployeeMobile, resetEmployeePassword } from '@/lib/access/commands/reset-employee-password';
import {
  addEmployeeSchema,
  bindEmployeeSchema,
  grantSchema,
  handOverSchema,
  oneEmployeeSchema,
} from '@/lib/access/rules/employee.schema';
import { explainEmployee } from '@/lib/access/rules/employee-refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const common = { who: 'enterprise', explain: explainEmployee } as const;

const said = (employeeId: string, words: string) => {
  revalidatePath(paths.employee(employeeId));
  return words;
};

export const addEmployeeAction = action({
  ...common,
  input: addEmployeeSchema,
  run: addEmployee,
  done: ({ id }) => redirect(`${paths.employee(id)}?added=1`),
});

export const disableEmployeeAction = action({
  ...common,
  input: oneEmployeeSchema,
  run: disableEmployee,
  done: ({ linksEnded }, { employeeId }) =>
    said(employeeId, `账号已停用，已从所有设备退出${linksEnded > 0 ? '，打开的手机拍照链接已失效' : ''}。`),
});

export const enableEmployeeAction = action({
  ...common,
  input: oneEmployeeSchema,
  run: enableEmployee,
  done: (_, { employeeId }) => said(employeeId, '账号已启用，可用原密码登录。'),
});

export const resetPasswordAction = action({
  ...common,
  input: oneEmployeeSchema,
  run: resetEmployeePassword,
  done: ({ masked }, { employeeId }) => said(employeeId, `新的初始密码已发至 ${masked}。`),
});

export const bindMobileAction = action({
  ...common,
  input: bindEmployeeSchema,
  run: bindEmployeeMobile,
  done: (_, { employeeId }) => said(employeeId, '手机已绑定。'),
});

export const grantProgrammesAction = action({
  ...common,
  input: grantSchema,
  run: grantProgrammes,
  done: ({ granted }, { employeeId }) =>
    said(employeeId, granted > 0 ? `已授权 ${granted} 个事项。` : '已取消全部授权。'),
});

export const handOverAction = action({
  ...common,
  input: handOverSchema,
  run: handOver,
  done: ({ cases, to }, { employeeId }) => said(employeeId, `已将 ${cases} 件草稿交接给${to}。`),
});
