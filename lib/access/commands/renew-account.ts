import 'server-only';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { openSealed } from '@/lib/db/sealed';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { administratorReplacedText, initialPasswordText } from '@/lib/messaging/rules/secret-texts';
import { bindAddress } from '../accounts-store';
import * as store from '../handover-store';
import { newInitialPassword } from './initial-password';

type Given = {
  readonly enterpriseId: string;
  readonly username: 'admin' | 'super';
  /** Names the message: one per act, however often it is repeated. */
  readonly key: string;
};

export type Renewed = { readonly password: string; readonly endedSessions: number };

/**
 * Gives admin or super a new initial password after the office checked a request, in the caller's transaction: it goes
 * by SMS to the administrator's telephone on record and is told to nobody here; every session of the account ends.
 * Answers null where there is no such account, or no telephone to send it to.
 */
export async function renewPassword(tx: Context, given: Given): Promise<Renewed | null> {
  const account = await store.accountOf(tx, given.enterpriseId, given.username);
  const admin = await store.accountOf(tx, given.enterpriseId, 'admin');
  const mobile = admin && (await openSealed(tx, { table: 'enterprise_user', column: 'mobile', rowId: admin.id }));
  if (!account || !mobile) return null;
  return renew(tx, given, { account, mobile, word: '重置密码' });
}

/**
 * 管理员变更: admin belongs to another person from now on. Name, telephone and mailbox are the new one's, the initial
 * password goes to the new telephone, and whoever was signed in as admin is signed out.
 */
export async function replaceAdministrator(
  tx: Context,
  given: Omit<Given, 'username'> & { readonly name: string; readonly mobile: string; readonly email: string },
): Promise<Renewed | null> {
  const account = await store.accountOf(tx, given.enterpriseId, 'admin');
  if (!account) return null;
  const former = await openSealed(tx, { table: 'enterprise_user', column: 'mobile', rowId: account.id });
  if (former && former !== given.mobile) await tellFormer(tx, given.key, former, account.enterprise.name);
  await bindAddress(tx, account.id, 'mobile', given.mobile);
  await bindAddress(tx, account.id, 'email', given.email);
  const of = { ...given, username: 'admin' as const };
  return renew(tx, of, { account, mobile: given.mobile, word: '更换管理员', displayName: given.name });
}

async function tellFormer(tx: Context, key: string, address: string, enterpriseName: string): Promise<void> {
  const body = administratorReplacedText(enterpriseName);
  await queueSecret(tx, { key: `replaced ${key}`, kind: 'accounts', channel: 'SMS', address, body });
}

type Account = NonNullable<Awaited<ReturnType<typeof store.accountOf>>>;

async function renew(
  tx: Context,
  { username, key }: Given,
  about: { readonly account: Account; readonly mobile: string; readonly word: string; readonly displayName?: string },
): Promise<Renewed> {
  const { account, mobile, word, displayName } = about;
  const { password, columns } = await newInitialPassword(tx.now);
  await store.renewAccount(tx, account.id, { ...columns, ...(displayName ? { displayName } : {}) });
  const endedSessions = await store.endAllSessions(tx, account.id, word);
  await queueSecret(tx, {
    key: `initial ${key}`,
    kind: 'initial-password',
    channel: 'SMS',
    address: mobile,
    body: initialPasswordText({ enterpriseName: account.enterprise.name, username, password }),
  });
  await writeAudit(tx, {
    action: 'employee.renew',
    word,
    subjectKind: 'employee',
    subjectId: account.id,
    detail: { username, endedSessions },
  });
  return { password, endedSessions };
}
