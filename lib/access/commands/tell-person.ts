import 'server-only';
import type { Context } from '../context';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { accountNoticeText, staffNoticeText } from '@/lib/messaging/rules/secret-texts';
import { addressesOfPerson } from '../accounts-store';
import type { Person } from '../password-store';

/**
 * Tells somebody what happened to his account, by SMS and mail as far as he bound them. Answers whether there was
 * anything to write to.
 */
export async function tellPerson(
  tx: Context,
  person: Person,
  given: { readonly about: string; readonly text: string },
): Promise<boolean> {
  const { mobile, email, username } = await addressesOfPerson(tx, person);
  const about = { username, what: given.text };
  const body = person.kind === 'staff' ? staffNoticeText(about) : accountNoticeText(about);
  const common = { kind: 'account-notice', subject: `账号提醒：${given.text}`, body } as const;
  if (mobile) await queueSecret(tx, { ...common, key: `${given.about}:sms`, channel: 'SMS', address: mobile });
  if (email) await queueSecret(tx, { ...common, key: `${given.about}:mail`, channel: 'MAIL', address: email });
  return mobile !== null || email !== null;
}
