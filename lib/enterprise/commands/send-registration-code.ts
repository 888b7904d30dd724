import 'server-only';
import { sendSmsCode, type CodeSent } from '@/lib/access/commands/sms-code';
import type { SmsCodeRefusal } from '@/lib/access/rules/sms-code-refusals';
import type { Context } from '@/lib/access/context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { openSealed } from '@/lib/db/sealed';
import { transact } from '@/lib/db/transact';
import { refuse, type Result } from '@/lib/kernel/result';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { REGISTRATION } from '../rules/states';
import { lockRegistration, SEALED_REGISTRATION } from '../registration-store';
import { heldRegistration } from './held-registration';

/** 获取验证码: six digits to the administrator's mobile, no other. */
export async function sendRegistrationCode(
  ctx: Context,
  { browser }: { readonly browser: string },
): Promise<Result<CodeSent, RegistrationRefusal | SmsCodeRefusal | SomebodyWasFaster>> {
  const held = await heldRegistration(ctx, browser);
  if (!held.ok) return held;
  const { id, status } = held.value;
  if (status !== 'SUBMITTED' && status !== 'CODE_SENT') return refuse({ code: 'no-registration' });
  const mobile = await openSealed(ctx, { table: SEALED_REGISTRATION, column: 'administratorMobile', rowId: id });
  if (!mobile) throw new Error('a registration was handed in without a mobile');
  const sent = await sendSmsCode(ctx, { purpose: 'registration', subjectId: id, mobile });
  if (!sent.ok) return sent;
  const moved = await transact(ctx, async (tx) =>
    changeStatus(tx, REGISTRATION, await lockRegistration(tx.db, id), 'sendCode'),
  );
  return moved.ok ? sent : moved;
}
