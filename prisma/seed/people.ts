import { hashPassword } from '@/lib/access/commands/password-hash';
import { addGrants } from '@/lib/access/employees-store';
import type { StaffActor, StaffRole } from '@/lib/access/actor';
import { DEMO_PASSWORD, inventedMobile, inventedUscc } from '@/__tests__/builders/people';
import type { DemoAccount } from '@/lib/demo/queries';
import { studentInternship } from '@/lib/programme/samples/student-internship';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { addCompany, addStaff, type Company, type SeedWorld } from './world';

const STAFF = [
  ['window', '顾明', '综合窗口', ['WINDOW']],
  ['window2', '周宁', '综合窗口', ['WINDOW']],
  ['first1', '林知远', '初审', ['FIRST_REVIEWER']],
  ['first2', '陆晓', '初审', ['FIRST_REVIEWER']],
  ['final1', '沈一帆', '复审', ['FINAL_REVIEWER']],
  ['final2', '秦岚', '复审', ['FINAL_REVIEWER']],
  ['notice', '何静', '公示经办', ['NOTICE_CLERK']],
  ['maker', '方圆', '财务制单', ['FINANCE_MAKER']],
  ['checker', '许诚', '财务复核', ['FINANCE_CHECKER']],
  ['admin', '系统管理员', '系统管理员', ['SYSTEM_ADMIN']],
  ['security', '安全管理员', '安全管理员', ['SECURITY_ADMIN']],
  ['security2', '安全管理员乙', '安全管理员', ['SECURITY_ADMIN']],
  ['auditor', '审计员', '审计员', ['AUDITOR']],
] as const satisfies readonly (readonly [string, string, string, readonly StaffRole[]])[];

const STAFF_MOBILES = 501;

type StaffName = (typeof STAFF)[number][0];

export type People = {
  readonly staff: Readonly<Record<StaffName, StaffActor>>;
  readonly companies: readonly [Company, Company, Company];
  readonly accounts: readonly DemoAccount[];
};

/** Everybody of the demo: the office with one person per role (two where the check needs two), and three enterprises. */
export async function addPeople(world: SeedWorld): Promise<People> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const staff: Record<string, StaffActor> = {};
  for (const [index, [username, displayName, , roles]] of STAFF.entries()) {
    const person = { username, displayName, roles, passwordHash };
    staff[username] = await addStaff(world, { ...person, mobile: inventedMobile(STAFF_MOBILES + index) });
  }
  const companies = [
    await addCompany(world, { ...company(1, '苏州示例智能科技有限公司', '林晓雯'), passwordHash }),
    await addCompany(world, { ...company(2, '苏州样例生物医药股份有限公司', '陈思睿'), passwordHash }),
    await addCompany(world, {
      ...company(3, '苏州工业园区示范精密光学仪器与先进封装测试装备研究院（有限合伙）苏州分所', '阿不都·热合曼'),
      passwordHash,
    }),
  ] as const;
  for (const { users } of companies) await grantOpenProgramme(world, users);
  return { staff: staff as People['staff'], companies: [...companies], accounts: accountsOf(companies) };
}

/** Handlers do business for the programmes that the demo opens; the closed one they may look at. */
async function grantOpenProgramme(world: SeedWorld, users: Company['users']): Promise<void> {
  const { db } = world.system();
  const codes = [talentRecruitment.code, studentInternship.code];
  const open = await db.programme.findMany({ where: { code: { in: codes } }, select: { id: true } });
  await addGrants(db, {
    userId: users.handler,
    programmeIds: open.map(({ id }) => id),
    byId: users.admin,
    at: world.ago(300),
  });
}

function company(serial: number, name: string, contact: string) {
  return {
    name,
    uscc: inventedUscc(serial),
    contacts: [
      { name: contact, position: '人事经理', mobile: inventedMobile(serial), email: `hr${serial}@example.com` },
      {
        name: '钱多',
        position: '财务主管',
        mobile: inventedMobile(serial + 10),
        email: `finance${serial}@example.com`,
      },
    ],
    bankAccounts: [
      {
        number: `32250198${serial}823600001234`,
        bankName: '示例银行股份有限公司苏州工业园区支行',
        cnapsCode: '999305000012',
      },
      { number: `1102-0201-0900-${serial}567`, bankName: '样例商业银行苏州湖东支行', cnapsCode: '999305000029' },
    ].map((account) => ({ ...account, number: account.number.replaceAll('-', '') })),
  };
}

function accountsOf(companies: readonly Company[]): DemoAccount[] {
  const password = DEMO_PASSWORD;
  const [first] = companies;
  const words = { admin: '企业管理员', super: '企业超级用户', handler: '企业经办人' } as const;
  const own = (['super', 'admin', 'handler'] as const).map((username) => ({
    label: words[username],
    organisation: first?.name,
    username,
    password,
  }));
  const others = companies
    .slice(1)
    .map((one) => ({ label: words.super, organisation: one.name, username: 'super', password }));
  return [...own, ...others, ...STAFF.map(([username, , label]) => ({ label, username, password }))];
}
