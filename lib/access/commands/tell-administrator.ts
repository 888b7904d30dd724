import 'server-only';
import type { Context } from '@/lib/access/context';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { payeeChangedText } from '@/lib/messaging/rules/secret-texts';
import { addressesOf, administratorOf } from '../accounts-store';

/**
 * Tells the administrator of an enterprise that account or contact of a case were changed, by SMS and mail as far as
 * bound: whoever changes both in turn would otherwise be told of it alone. Once per `about`.
 */
export async function tellPayeeChanged(
  tx: Context,
  given: { readonly enterpriseId: string; readonly caseNumber: string; readonly about: string },
): Promise<void> {
  const id = await administratorOf(tx.db, given.enterpriseId);
  if (!id) return;
  const { mobile, email } = await addressesOf(tx, id);
  const body = payeeChangedText(given.caseNumber);
  const common = { kind: 'account-notice', subject: `收款信息已变更：${given.caseNumber}`, body } as const;
  const key = `payee ${given.about}`;
  if (mobile) await queueSecret(tx, { ...common, key: `${key}:sms`, channel: 'SMS', address: mobile });
  if (email) await queueSecret(tx, { ...common, key: `${key}:mail`, channel: 'MAIL', address: email });
}
