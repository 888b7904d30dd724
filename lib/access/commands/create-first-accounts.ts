import 'server-only';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { accountsText } from '@/lib/messaging/rules/secret-texts';
import { bindAddress, enterpriseNameOf, insertAccount } from '../accounts-store';
import { newInitialPassword } from './initial-password';

export type FirstAccountsGiven = {
  readonly enterpriseId: string;
  readonly mobile: string;
  readonly email: string;
  readonly administratorName: string;
};
export type FirstAccounts = {
  readonly admin: { readonly username: 'admin'; readonly password: string };
  readonly super: { readonly username: 'super'; readonly password: string };
};

/**
 * Opens 企业管理员 and 超级用户 of a registered enterprise, in the transaction that ends its registration, and sends
 * both initial passwords to the administrator's telephone. Telephone and mailbox are bound to admin alone: super's
 * belong to whoever will work as super. The answer is for the caller's own proof only; nobody is shown it.
 */
export async function createFirstAccounts(tx: Context, given: FirstAccountsGiven): Promise<FirstAccounts> {
  const enterpriseName = await enterpriseNameOf(tx, given.enterpriseId);
  const [forAdmin, forSuper] = [await newInitialPassword(tx.now), await newInitialPassword(tx.now)];
  const of = { enterpriseId: given.enterpriseId };
  const admin = { ...of, id: newId(), username: 'admin', displayName: given.administratorName, role: 'ADMIN' as const };
  const user = { ...of, id: newId(), username: 'super', displayName: '超级用户', role: 'SUPER' as const };
  await insertAccount(tx, { ...admin, ...forAdmin.columns });
  await insertAccount(tx, { ...user, ...forSuper.columns });
  await bindAddress(tx, admin.id, 'mobile', given.mobile);
  await bindAddress(tx, admin.id, 'email', given.email);
  for (const { id, role } of [admin, user]) {
    const subject = { subjectKind: 'employee', subjectId: id };
    await writeAudit(tx, { action: 'employee.open', word: '开通账号', ...subject, detail: { ...of, role } });
  }
  const accounts: FirstAccounts = {
    admin: { username: 'admin', password: forAdmin.password },
    super: { username: 'super', password: forSuper.password },
  };
  await queueSecret(tx, {
    ...{ key: `accounts ${given.enterpriseId}`, kind: 'accounts', channel: 'SMS', address: given.mobile },
    body: accountsText({ enterpriseName, ...accounts }),
  });
  return accounts;
}
