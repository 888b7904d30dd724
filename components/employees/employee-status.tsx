import type { Employee } from '@/lib/access/employees-queries';
import { Status } from '../ui/status';

export type EmployeeStatusProps = { employee: Employee; now: Date; look?: 'text' | 'large' };

/** 启用中, 已停用, or how it stands with an initial password. */
export function EmployeeStatus({ employee: { isDisabled, initialUntil }, now, look = 'text' }: EmployeeStatusProps) {
  if (isDisabled) {
    return (
      <Status tone="neutral" icon="stop" look={look}>
        已停用
      </Status>
    );
  }
  if (!initialUntil) {
    return (
      <Status tone="green" look={look}>
        启用中
      </Status>
    );
  }
  return initialUntil <= now ? (
    <Status tone="amber" look={look}>
      初始密码已过期
    </Status>
  ) : (
    <Status tone="blue" look={look}>
      待首次登录
    </Status>
  );
}
