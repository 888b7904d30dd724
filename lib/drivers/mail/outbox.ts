import type { DbClient } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { ok } from '@/lib/kernel/result';
import type { MailPort } from '@/lib/ports/mail';
import type { SmsPort } from '@/lib/ports/sms';

type Entry = { key: string; channel: 'MAIL' | 'SMS'; recipient: string; subject: string | null; body: string };

/** Development and demo: nothing leaves the house; everything can be read at /dev and by tests. */
async function keep(db: DbClient, entry: Entry): Promise<string> {
  const row = await db.devOutbox.upsert({
    where: { key: entry.key },
    create: { id: newId(), ...entry, at: new Date() },
    update: {},
  });
  return row.id;
}

export function outboxMail(db: DbClient): MailPort {
  return {
    send: async (mail) =>
      ok({
        providerId: await keep(db, {
          key: mail.key,
          channel: 'MAIL',
          recipient: mail.to,
          subject: mail.subject,
          body: mail.text,
        }),
      }),
  };
}

export function outboxSms(db: DbClient): SmsPort {
  return {
    send: async (sms) =>
      ok({
        providerId: await keep(db, { key: sms.key, channel: 'SMS', recipient: sms.to, subject: null, body: sms.text }),
      }),
  };
}
