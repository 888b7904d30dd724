import { paths } from '@/lib/kernel/paths';
import type { StaffRole } from '../actor';

export const STAFF_TASK_KEYS = [
  'requests',
  'registrations',
  'enterprises',
  'support',
  'first',
  'final',
  'asked',
  'extensions',
  'messages',
  'notices',
  'objections',
  'batches',
  'receipts',
  'payments',
  'matters',
  'programmes',
  'reasons',
  'ca',
  'register',
  'fonts',
  'people',
] as const;
export type StaffTaskKey = (typeof STAFF_TASK_KEYS)[number];

/** A place where work waits: who does it, under which heading it stands, and what its count counts. */
export type StaffTask = {
  readonly key: StaffTaskKey;
  readonly group: '综合窗口' | '审核' | '公示' | '资金拨付' | '系统管理';
  readonly label: string;
  /** For a rail. */
  readonly short: string;
  readonly href: string;
  readonly roles: readonly StaffRole[];
  readonly waits: string;
};

export const STAFF_TASKS: readonly StaffTask[] = [
  {
    key: 'requests',
    group: '综合窗口',
    label: '变更请求',
    short: '请求',
    href: paths.staffChangeRequests(),
    roles: ['WINDOW'],
    waits: '等待核对的变更，等待核实或复核的密码重置',
  },
  {
    key: 'registrations',
    group: '综合窗口',
    label: '新注册企业',
    short: '注册',
    href: paths.staffRegistrations(),
    roles: ['WINDOW'],
    waits: '注册完成、材料待查看的企业',
  },
  {
    key: 'enterprises',
    group: '综合窗口',
    label: '企业查询',
    short: '企业',
    href: paths.staffEnterprises(),
    roles: ['WINDOW', 'SYSTEM_ADMIN'],
    waits: '已冻结的企业',
  },
  {
    key: 'support',
    group: '综合窗口',
    label: '求助',
    short: '求助',
    href: paths.supportDesk(),
    roles: ['WINDOW'],
    waits: '企业报来的错误，等待答复',
  },
  {
    key: 'first',
    group: '审核',
    label: '初审',
    short: '初审',
    href: paths.queue('first'),
    roles: ['FIRST_REVIEWER'],
    waits: '等待初审的申请',
  },
  {
    key: 'final',
    group: '审核',
    label: '复审',
    short: '复审',
    href: paths.queue('final'),
    roles: ['FINAL_REVIEWER'],
    waits: '等待复审的申请',
  },
  {
    key: 'asked',
    group: '审核',
    label: '转交与加签',
    short: '加签',
    href: paths.asked(),
    roles: ['FIRST_REVIEWER', 'FINAL_REVIEWER'],
    waits: '同事转交给您，或请您提意见的申请',
  },
  {
    key: 'extensions',
    group: '审核',
    label: '延期申请',
    short: '延期',
    href: paths.extensions(),
    roles: ['FINAL_REVIEWER'],
    waits: '企业申请延期，等待答复',
  },
  {
    key: 'messages',
    group: '审核',
    label: '企业留言',
    short: '留言',
    href: paths.staffMessages(),
    roles: ['WINDOW', 'FIRST_REVIEWER', 'FINAL_REVIEWER'],
    waits: '有企业新留言的申请',
  },
  {
    key: 'notices',
    group: '公示',
    label: '公示',
    short: '公示',
    href: paths.staffNotices(),
    roles: ['NOTICE_CLERK', 'FINAL_REVIEWER'],
    waits: '等待公示的申请，或等待提请、确认的名单',
  },
  {
    key: 'objections',
    group: '公示',
    label: '异议',
    short: '异议',
    href: paths.staffObjections(),
    roles: ['NOTICE_CLERK', 'FINAL_REVIEWER'],
    waits: '等待受理、核查或决定的异议',
  },
  {
    key: 'batches',
    group: '资金拨付',
    label: '拨付批次',
    short: '批次',
    href: paths.batches(),
    roles: ['FINANCE_MAKER', 'FINANCE_CHECKER'],
    waits: '等待编入批次或下达的事项',
  },
  {
    key: 'receipts',
    group: '资金拨付',
    label: '收据审核',
    short: '收据',
    href: paths.receiptQueue(),
    roles: ['FINANCE_MAKER'],
    waits: '等待审核的收据',
  },
  {
    key: 'payments',
    group: '资金拨付',
    label: '付款文件',
    short: '付款',
    href: paths.payments(),
    roles: ['FINANCE_MAKER', 'FINANCE_CHECKER'],
    waits: '等待付款、复核或对账的事项',
  },
  {
    key: 'matters',
    group: '资金拨付',
    label: '待处理的资金事项',
    short: '事项',
    href: '/staff/disbursements',
    roles: ['FINAL_REVIEWER', 'FINANCE_MAKER'],
    waits: '申报离职、付款未成功或暂停的事项',
  },
  {
    key: 'programmes',
    group: '系统管理',
    label: '政策事项',
    short: '事项',
    href: paths.staffProgrammes(),
    roles: ['SYSTEM_ADMIN'],
    waits: '上传后等待发布的配置',
  },
  {
    key: 'reasons',
    group: '系统管理',
    label: '理由库',
    short: '理由',
    href: paths.reasons(),
    roles: ['SYSTEM_ADMIN'],
    waits: '已停用的理由',
  },
  {
    key: 'ca',
    group: '系统管理',
    label: 'CA 核验',
    short: 'CA',
    href: paths.staffCa(),
    roles: ['SYSTEM_ADMIN'],
    waits: '更新未成功的吊销名单',
  },
  {
    key: 'register',
    group: '系统管理',
    label: '法人库',
    short: '法人库',
    href: paths.staffRegister(),
    roles: ['SYSTEM_ADMIN', 'WINDOW'],
    waits: '试读后尚未导入的文件',
  },
  {
    key: 'fonts',
    group: '系统管理',
    label: '打印字体',
    short: '字体',
    href: paths.staffFonts(),
    roles: ['SYSTEM_ADMIN'],
    waits: '收据上字库没有的字',
  },
  {
    key: 'people',
    group: '系统管理',
    label: '业务人员',
    short: '人员',
    href: paths.staffPeople(),
    roles: ['SECURITY_ADMIN'],
    waits: '还没有绑定动态口令的人员',
  },
];

/** The tasks of somebody with these roles, in the order of the menu. */
export function tasksOf(roles: readonly StaffRole[]): StaffTask[] {
  return STAFF_TASKS.filter((task) => task.roles.some((role) => roles.includes(role)));
}
