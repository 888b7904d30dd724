import 'server-only';
import type { Context } from '../context';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { accountNoticeText } from '@/lib/messaging/rules/secret-texts';
import { addressesOf } from '../accounts-store';
import type { Person } from '../password-store';

/**
 * Tells a person of the enterprise what happened to his account, by SMS and mail as far as he bound them. Staff have
 * their notices on 我的账号; nothing is bound to them.
 */
export async function tellPerson(
  tx: Context,
  person: Person,
  given: { readonly about: string; readonly text: string },
): Promise<void> {
  if (person.kind !== 'enterprise') return;
  const { mobile, email, username } = await addressesOf(tx, person.id);
  const body = accountNoticeText({ username, what: given.text });
  const common = { kind: 'account-notice', subject: `账号提醒：${given.text}`, body } as const;
  if (mobile) await queueSecret(tx, { ...common, key: `${given.about}:sms`, channel: 'SMS', address: mobile });
  if (email) await queueSecret(tx, { ...common, key: `${given.about}:mail`, channel: 'MAIL', address: email });
}
