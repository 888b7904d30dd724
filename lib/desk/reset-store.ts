import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { openSealed } from '@/lib/db/sealed';
import { ADMINISTRATOR, TELEPHONE } from './rules/reset-check';

/** A number on record that may be called back. */
export type Callee = {
  readonly key: string;
  readonly who: string;
  /** A person's is masked; the office's own telephone is no secret. */
  readonly number: string;
  readonly isMasked: boolean;
  /** Since when it is on record; a young one proves little. */
  readonly since: Date;
};

/** The numbers on record of an enterprise: its own telephone, its contacts, its administrator. */
export async function calleesOf(db: Db, enterpriseId: string): Promise<Callee[]> {
  const row = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: {
      profile: true,
      profileAt: true,
      users: {
        where: { username: 'admin', maskedMobile: { not: null } },
        select: { id: true, displayName: true, maskedMobile: true, createdAt: true },
      },
      contacts: { where: { retiredAt: null }, orderBy: { createdAt: 'asc' } },
      fieldChanges: { where: { field: 'telephone' }, orderBy: { at: 'desc' }, take: 1, select: { at: true } },
    },
  });
  const telephone = telephoneOf(row.profile);
  const since = row.fieldChanges[0]?.at ?? row.profileAt;
  const own = telephone ? [{ key: TELEPHONE, who: '单位登记电话', number: telephone, isMasked: false, since }] : [];
  const contacts = row.contacts.map(({ id, name, position, maskedMobile, createdAt }) => ({
    key: id,
    who: `${name}（联系人${position ? `，${position}` : ''}）`,
    number: maskedMobile,
    isMasked: true,
    since: createdAt,
  }));
  const [admin] = row.users;
  const administrator = admin && {
    key: ADMINISTRATOR,
    who: `${admin.displayName}（企业管理员）`,
    number: admin.maskedMobile ?? '',
    isMasked: true,
    since: (await boundAt(db, admin.id)) ?? admin.createdAt,
  };
  return [...own, ...contacts, ...(administrator ? [administrator] : [])];
}

/** When the telephone of an administrator was bound last, by himself or by a change of administrator. */
async function boundAt(db: Db, userId: string): Promise<Date | null> {
  const entry = await db.auditEntry.findFirst({
    where: { subjectId: userId, word: { in: ['绑定手机', '更换管理员'] } },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return entry?.at ?? null;
}

function telephoneOf(profile: unknown): string {
  return (profile as { telephone?: string } | null)?.telephone ?? '';
}

/** A number on record in the clear: to call it. Null where it is on record no longer. */
export async function numberOf(ctx: Context, enterpriseId: string, callee: string): Promise<string | null> {
  const known = (await calleesOf(ctx.db, enterpriseId)).find(({ key }) => key === callee);
  if (!known?.isMasked) return known?.number ?? null;
  if (callee !== ADMINISTRATOR) return openSealed(ctx, { table: 'contact', column: 'mobile', rowId: callee });
  const where = { enterpriseId_username: { enterpriseId, username: 'admin' } };
  const { id } = await ctx.db.enterpriseUser.findUniqueOrThrow({ where, select: { id: true } });
  return openSealed(ctx, { table: 'enterprise_user', column: 'mobile', rowId: id });
}

export async function insertResetCheck(
  db: Db,
  row: {
    readonly id: string;
    readonly requestId: string;
    readonly byId: string;
    readonly at: Date;
    readonly callee: string;
    readonly calleeName: string;
    readonly maskedNumber: string;
    readonly calledAt: Date;
    readonly spokenTo: string;
    readonly asked: readonly string[];
    readonly note: string | null;
  },
): Promise<void> {
  await db.resetCheck.create({ data: { ...row, asked: [...row.asked] } });
}

/** How it was checked last; an earlier record stays in the table. */
export const lastResetCheck = (db: Db, requestId: string) =>
  db.resetCheck.findFirst({ where: { requestId }, orderBy: { at: 'desc' } });
