import 'server-only';
import { z } from 'zod';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { putSealed } from '@/lib/db/sealed';
import { transact } from '@/lib/db/transact';
import { maskMobile } from '@/lib/kernel/mask';
import { parsePersonalName } from '@/lib/kernel/personal-name';
import { parseTelephone } from '@/lib/kernel/phone';
import { ok, type Result } from '@/lib/kernel/result';
import { registrationHere } from '../registration-queries';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { insertTicket } from '../support-store';

export const askSupportSchema = z.strictObject({
  errorNumber: z.string().regex(/^ZC-[0-9A-F]{8}$/, '错误编号不完整。'),
  contact: z
    .string()
    .trim()
    .refine((name) => parsePersonalName(name).ok, '请填写联系人姓名，2 至 50 个字。'),
  telephone: z
    .string()
    .trim()
    .refine((text) => parseTelephone(text).ok, '请填写带区号的电话，或 11 位手机号码。'),
});

/**
 * Puts a failed registration before the desk: error number, company, contact and telephone, in place of the e-mail that
 * the manual asks for. Once per error number; a second click finds the first.
 */
export async function askSupport(
  ctx: Context,
  input: z.infer<typeof askSupportSchema> & { readonly browser: string },
): Promise<Result<{ errorNumber: string }, RegistrationRefusal>> {
  const registration = await registrationHere(ctx, input.browser);
  if (!registration) return { ok: false, refusal: { code: 'no-registration' } };
  const { errorNumber, contact, telephone } = input;
  await transact(ctx, async (tx) => {
    const id = newId();
    const row = {
      id,
      errorNumber,
      about: 'registration',
      subjectId: registration.id,
      company: registration.enterpriseName,
    };
    const maskedPhone = maskMobile(telephone);
    if (!(await insertTicket(tx.db, { ...row, contact, maskedPhone, createdAt: tx.now }))) return ok();
    await putSealed(
      tx,
      { table: 'support_ticket', rowId: id, column: 'telephone' },
      { clear: telephone, masked: maskedPhone },
    );
    const fact = { action: 'support.ask', word: '请技术支持处理', subjectKind: 'supportTicket', subjectId: id };
    await writeAudit(tx, { ...fact, detail: { errorNumber, registrationId: registration.id } });
    return ok();
  });
  return ok({ errorNumber });
}
