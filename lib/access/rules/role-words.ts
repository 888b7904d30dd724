import type { EnterpriseActor, StaffRole } from '../actor';

/** How the part that somebody plays in an enterprise is called. */
export const ENTERPRISE_ROLE_WORDS: Readonly<Record<EnterpriseActor['role'], string>> = {
  ADMIN: '企业管理员',
  SUPER: '超级用户',
  HANDLER: '经办人',
};

/** How the parts of the office are called. */
export const STAFF_ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  WINDOW: '综合窗口',
  FIRST_REVIEWER: '初审',
  FINAL_REVIEWER: '复审',
  NOTICE_CLERK: '公示经办',
  FINANCE_MAKER: '财务制单',
  FINANCE_CHECKER: '财务复核',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDITOR: '审计员',
};
