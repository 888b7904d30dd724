import { createTransport } from 'nodemailer';
import { ok, refuse } from '@/lib/kernel/result';
import type { MailPort } from '@/lib/ports/mail';

/** Mail by an SMTP server; the message id is made from the key, so that a repetition can be told by the receiver. */
export function smtpMail(options: { readonly url: string; readonly from: string }): MailPort {
  const transport = createTransport(options.url);
  return {
    async send(mail) {
      try {
        const messageId = `<${Buffer.from(mail.key).toString('hex')}@portal>`;
        const sent = await transport.sendMail({
          from: options.from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          messageId,
        });
        return ok({ providerId: sent.messageId });
      } catch (error) {
        const code = (error as { responseCode?: number }).responseCode ?? 0;
        return refuse(code >= 500 ? 'rejected' : 'unreachable');
      }
    },
  };
}
