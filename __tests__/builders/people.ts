import type { EnterpriseRole, Prisma } from '@/prisma/generated/client';
import type { StaffRole } from '@/lib/access/actor';
import { hashPassword } from '@/lib/access/commands/password-hash';
import { normaliseUsername } from '@/lib/access/rules/account-names';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { putSealed } from '@/lib/db/sealed';
import type { Vault } from '@/lib/db/vault';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { maskBankAccount, maskEmail, maskMobile } from '@/lib/kernel/mask';
import type { Uscc } from '@/lib/kernel/uscc';
import { inventedUscc } from './invented-uscc';

export { inventedUscc };

/** Every account that the builders make has it unless told otherwise. */
export const DEMO_PASSWORD = 'Portal-2026';

/** A mobile number of the range that the demo uses, told apart by its end. */
export function inventedMobile(serial: number): string {
  return `138${String(serial).padStart(8, '0')}`;
}

export type EnterprisePlan = {
  readonly name?: string;
  readonly uscc?: Uscc;
  readonly profile?: Readonly<Record<string, string>>;
  readonly status?: 'ACTIVE' | 'FROZEN';
  readonly password?: string;
  /** A hash made before, to spare the work where many accounts share a password. */
  readonly passwordHash?: string;
  readonly now?: Date;
  readonly contacts?: readonly ContactPlan[];
  readonly bankAccounts?: readonly BankAccountPlan[];
};

export type ContactPlan = { readonly name: string; readonly position?: string; mobile: string; email: string };
export type BankAccountPlan = { readonly number: string; readonly bankName: string; readonly cnapsCode: string };

export type BuiltEnterprise = {
  readonly id: string;
  readonly uscc: Uscc;
  readonly name: string;
  /** User ids by username: admin, super, handler. */
  readonly users: { readonly admin: string; readonly super: string; readonly handler: string };
  readonly contactIds: readonly string[];
  readonly bankAccountIds: readonly string[];
};

const USERS: readonly [username: 'admin' | 'super' | 'handler', role: EnterpriseRole, displayName: string][] = [
  ['admin', 'ADMIN', '管理员'],
  ['super', 'SUPER', '超级用户'],
  ['handler', 'HANDLER', '经办人'],
];

let serial = 1000;

/** An enterprise with admin, super and handler, a contact and a bank account, and the registration fields of a profile. */
export async function anEnterprise(db: Db, vault: Vault, plan: EnterprisePlan = {}): Promise<BuiltEnterprise> {
  serial += 1;
  const now = plan.now ?? new Date('2026-01-05T01:00:00Z');
  const uscc = plan.uscc ?? inventedUscc(serial);
  const name = plan.name ?? `苏州示例科技${serial}有限公司`;
  const id = newId();
  await db.enterprise.create({
    data: {
      id,
      uscc,
      name,
      normalisedName: normaliseEnterpriseName(name),
      status: plan.status ?? 'ACTIVE',
      profile: { ...profileOf(name, uscc), ...plan.profile } satisfies Prisma.InputJsonObject,
      profileSource: '企业注册信息',
      profileAt: now,
      createdAt: now,
    },
  });
  const users = await addUsers(db, id, plan.passwordHash ?? (await hashPassword(plan.password ?? DEMO_PASSWORD)), now);
  const contactIds = [];
  for (const contact of plan.contacts ?? [aContactPlan(serial)]) {
    contactIds.push(await aContact(db, vault, id, contact, now));
  }
  const bankAccountIds = [];
  for (const account of plan.bankAccounts ?? [aBankAccountPlan(serial)]) {
    bankAccountIds.push(await aBankAccount(db, vault, { id, name }, account, now));
  }
  return { id, uscc, name, users, contactIds, bankAccountIds };
}

async function addUsers(
  db: Db,
  enterpriseId: string,
  passwordHash: string,
  createdAt: Date,
): Promise<BuiltEnterprise['users']> {
  const ids = { admin: newId(), super: newId(), handler: newId() };
  await db.enterpriseUser.createMany({
    data: USERS.map(([username, role, displayName]) => ({
      id: ids[username],
      enterpriseId,
      username,
      displayName,
      role,
      passwordHash,
      createdAt,
    })),
  });
  return ids;
}

/** A 联系人 of an enterprise, mobile and e-mail sealed; answers its id. */
export async function aContact(
  db: Db,
  vault: Vault,
  enterpriseId: string,
  plan: ContactPlan,
  createdAt: Date,
): Promise<string> {
  const id = newId();
  const [maskedMobile, maskedEmail] = [maskMobile(plan.mobile), maskEmail(plan.email)];
  await db.contact.create({
    data: { id, enterpriseId, name: plan.name, position: plan.position ?? null, maskedMobile, maskedEmail, createdAt },
  });
  const place = { table: 'contact', rowId: id };
  await putSealed({ db, vault }, { ...place, column: 'mobile' }, { clear: plan.mobile, masked: maskedMobile });
  await putSealed({ db, vault }, { ...place, column: 'email' }, { clear: plan.email, masked: maskedEmail });
  return id;
}

/** A 银行账户 of an enterprise under its own name, the number sealed; answers its id. */
export async function aBankAccount(
  db: Db,
  vault: Vault,
  enterprise: { readonly id: string; readonly name: string },
  plan: BankAccountPlan,
  createdAt: Date,
): Promise<string> {
  const id = newId();
  const { number, bankName, cnapsCode } = plan;
  const maskedNumber = maskBankAccount(number);
  const row = {
    id,
    enterpriseId: enterprise.id,
    holder: enterprise.name,
    bankName,
    cnapsCode,
    maskedNumber,
    createdAt,
  };
  await db.bankAccount.create({ data: row });
  const place = { table: 'bank_account', column: 'number', rowId: id };
  await putSealed({ db, vault }, place, { clear: number, masked: maskedNumber });
  return id;
}

export type StaffPlan = {
  readonly username: string;
  readonly roles: readonly StaffRole[];
  readonly displayName?: string;
  readonly password?: string;
  readonly passwordHash?: string;
  readonly now?: Date;
};

/** A person of the office; answers the id. */
export async function aStaffUser(db: Db, plan: StaffPlan): Promise<string> {
  const id = newId();
  await db.staffUser.create({
    data: {
      id,
      username: normaliseUsername(plan.username),
      displayName: plan.displayName ?? plan.username,
      roles: [...plan.roles],
      passwordHash: plan.passwordHash ?? (await hashPassword(plan.password ?? DEMO_PASSWORD)),
      createdAt: plan.now ?? new Date('2026-01-05T01:00:00Z'),
    },
  });
  return id;
}

function aContactPlan(of: number): ContactPlan {
  return { name: '周敏', position: '人事经理', mobile: inventedMobile(of), email: `hr${of}@example.com` };
}

function aBankAccountPlan(of: number): BankAccountPlan {
  const number = `3205990100${String(of).padStart(9, '0')}`;
  return { number, bankName: '示例银行苏州工业园区支行', cnapsCode: '999305000018' };
}

/** The registration fields as a registration would have left them; the keys are those that programmes prefill from. */
function profileOf(name: string, uscc: string): Record<string, string> {
  return {
    name,
    uscc,
    type: '有限责任公司（自然人投资或控股）',
    industry: '软件和信息技术服务业',
    establishedOn: '2018-06-12',
    registeredCapital: '1,000 万元人民币',
    legalRepresentative: '沈知行',
    scale: '中型',
    registeredAddress: '苏州工业园区示例路 88 号 3 幢 501 室',
    officeAddress: '苏州工业园区示例路 88 号 3 幢 501 室',
    telephone: '400-000-0000',
    postcode: '215000',
  };
}
