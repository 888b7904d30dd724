import 'server-only';
import type { EnterpriseActor } from './actor';
import { authorise, Denied } from './authorise';
import type { Context } from './context';
import * as store from './employees-store';

export type Employee = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: EnterpriseActor['role'];
  readonly isDisabled: boolean;
  readonly maskedMobile: string | null;
  readonly maskedEmail: string | null;
  /** Set while the initial password is not changed: until when it opens anything. */
  readonly initialUntil: Date | null;
  readonly lastSignIn: Date | null;
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
};

/** Everybody of the administrator's enterprise: administrator, super, handlers in the order of their coming. */
export async function employees(ctx: Context<EnterpriseActor>): Promise<readonly Employee[]> {
  authorise(ctx.actor, 'employees.manage', ctx.actor);
  const rows = await store.employeeRows(ctx.db, ctx.actor.enterpriseId);
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    role: row.role,
    isDisabled: row.status === 'DISABLED',
    maskedMobile: row.maskedMobile,
    maskedEmail: row.maskedEmail,
    initialUntil: row.mustChangePassword ? row.passwordGoodUntil : null,
    lastSignIn: row.sessions[0]?.createdAt ?? null,
    programmes: row.grants.map(({ programme }) => programme),
  }));
}

export type OpenCase = { readonly id: string; readonly label: string };
export type EmployeeView = {
  readonly employee: Employee;
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  /** Unsubmitted cases that this person looks after, and who could take them over. */
  readonly openCases: readonly OpenCase[];
  readonly colleagues: readonly { readonly id: string; readonly label: string }[];
};

/** One of them with what can be changed. Denied for an account of another enterprise. */
export async function employeeView(ctx: Context<EnterpriseActor>, id: string): Promise<EmployeeView> {
  const all = await employees(ctx);
  const employee = all.find((one) => one.id === id);
  if (!employee) throw new Denied('employees.manage');
  const [programmes, cases] = await Promise.all([
    store.programmeRows(ctx.db),
    store.openCasesOf(ctx.db, ctx.actor.enterpriseId, id),
  ]);
  return {
    employee,
    programmes,
    openCases: cases.map((row) => ({
      id: row.id,
      label: `${row.programme.name} ${row.programmeYear}年度${row.number ? ` ${row.number}` : '（未提交）'}`,
    })),
    colleagues: all
      .filter((one) => one.id !== id && !one.isDisabled && one.role !== 'ADMIN')
      .map((one) => ({ id: one.id, label: `${one.displayName}（${one.username}）` })),
  };
}

export async function grantableProgrammes(ctx: Context<EnterpriseActor>) {
  authorise(ctx.actor, 'employees.manage', ctx.actor);
  return store.programmeRows(ctx.db);
}
