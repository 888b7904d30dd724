import { machine } from '@/lib/kernel/machine';

export type StaffAccountStatus = 'ACTIVE' | 'DISABLED';

/** The life of an account of the office (业务人员). The person is told by what he bound, not by an edge. */
export const STAFF_ACCOUNT = machine<StaffAccountStatus, 'disable' | 'enable'>(
  'staff account',
  { initial: 'ACTIVE', states: ['ACTIVE', 'DISABLED'], ends: [] },
  [
    ['ACTIVE', 'disable', 'DISABLED', 'security', '停用业务人员', null],
    ['DISABLED', 'enable', 'ACTIVE', 'security', '启用业务人员', null],
  ],
);
