import 'server-only';
import { renewPassword, replaceAdministrator } from '@/lib/access/commands/renew-account';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';
import { ok, refuse } from '@/lib/kernel/result';
import type { RequestRow } from '../store';
import type { Granted } from '../rules/refusals';

/** 管理员变更: admin is the new person's, with an initial password on the new telephone. */
export async function grantAdministrator(tx: Context, row: RequestRow): Promise<Granted> {
  const sealed = (column: string) => openSealed(tx, { table: 'change_request', column, rowId: row.id });
  const [mobile, email] = [await sealed('administratorMobile'), await sealed('administratorEmail')];
  const name = (row.fields as Record<string, string>).administratorName;
  if (!mobile || !email || !name) return refuse({ code: 'nobody-to-tell' });
  const { enterpriseId, id } = row;
  const done = await replaceAdministrator(tx, { enterpriseId, key: id, name, mobile, email });
  return done ? ok() : refuse({ code: 'nobody-to-tell' });
}

/** 密码重置 of admin, or of super where nobody can sign in: to the administrator's telephone on record. */
export async function grantReset(tx: Context, row: RequestRow): Promise<Granted> {
  const username = (row.fields as Record<string, string>).account === 'super' ? 'super' : 'admin';
  const done = await renewPassword(tx, { enterpriseId: row.enterpriseId, username, key: row.id });
  return done ? ok() : refuse({ code: 'nobody-to-tell' });
}
