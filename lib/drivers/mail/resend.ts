import { Resend } from 'resend';
import { ok, refuse } from '@/lib/kernel/result';
import type { MailPort } from '@/lib/ports/mail';

/** Mail by Resend. It does not throw: what went wrong stands in `error`. The key keeps a repetition from going out twice. */
export function resendMail(options: { readonly apiKey: string; readonly from: string }): MailPort {
  const client = new Resend(options.apiKey);
  return {
    async send(mail) {
      const { data, error } = await client.emails.send(
        { from: options.from, to: mail.to, subject: mail.subject, text: mail.text },
        { idempotencyKey: mail.key },
      );
      if (data) return ok({ providerId: data.id });
      return refuse(error?.name === 'validation_error' ? 'rejected' : 'unreachable');
    },
  };
}
