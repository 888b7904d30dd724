import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { enqueue } from '@/lib/db/enqueue';
import { transact } from '@/lib/db/transact';
import { paths } from '@/lib/kernel/paths';
import { ok } from '@/lib/kernel/result';
import { isMessageKind, MESSAGES } from '../rules/kinds';
import { smsText } from '../rules/sms-text';
import { factsOf, insertMessage } from '../store';

export type TellPayload = {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly auditId: string;
};

/**
 * Composes the SMS and the mail that an act calls for, once per act: the key is the audit row. Run by the job that the
 * act's own transaction asked for; a repetition finds the rows and adds nothing.
 */
export async function tell(ctx: Context, payload: TellPayload, origin: string): Promise<void> {
  authorise(ctx.actor, 'jobs.run');
  const { kind } = payload;
  if (!isMessageKind(kind)) throw new Error(`no message of kind ${kind}`);
  const found = await factsOf(ctx, { kind: payload.subjectKind, id: payload.subjectId, auditId: payload.auditId });
  if (!found) return;
  const text = MESSAGES[kind](found.facts);
  // Whoever objected has no account here; the answer is read by number.
  const where =
    payload.subjectKind === 'objection' ? `查询：${origin}${paths.objectionProgress()}` : `登录办理：${origin}`;
  const mail = ['您好：', '', ...text.lines, '', where, '本邮件由系统发出，请勿直接回复。'].join('\n');
  await transact(ctx, async (tx) => {
    const { to, at } = found;
    const common = { kind, to, at, subject: text.subject };
    const sms = to.mobile
      ? await insertMessage(tx, {
          ...common,
          key: `${payload.auditId}:sms`,
          channel: 'SMS',
          address: to.mobile,
          body: smsText(text.sms),
        })
      : null;
    const letter = to.email
      ? await insertMessage(tx, {
          ...common,
          key: `${payload.auditId}:mail`,
          channel: 'MAIL',
          address: to.email,
          body: mail,
        })
      : null;
    for (const id of [sms, letter]) if (id) await enqueue(tx.db, 'send', { messageId: id }, { key: `send ${id}` });
    return ok();
  });
}
