import 'server-only';
import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { isUnderWay, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf, startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { codeText, type CodeFor } from '@/lib/messaging/rules/secret-texts';
import * as codes from '../codes-store';
import {
  codeOf,
  readCode,
  secondsUntilNext,
  SMS_CODE_PAUSE_SECONDS,
  SMS_CODE_SECONDS,
  SMS_CODE_TRIES,
  SMS_CODES_PER_ADDRESS,
  SMS_CODES_PER_DAY,
  SMS_CODES_PER_HOST,
  type SmsCodePurpose,
} from '../rules/sms-code';
import type { CheckCodeRefusal, SendCodeRefusal } from '../rules/sms-code-refusals';
import { countUp, lockKey } from '../store';
import { takeFromHost, tryKey } from './take-try';

/** The setting with the operator's own figure for a day, and the key under which a day is counted. */
export const SMS_BUDGET_SETTING = 'sms.codes-per-day';
const KEPT_MS = 48 * 3600 * 1000;

export type CodeSent = { readonly nextInSeconds: number; readonly expiresInSeconds: number };
type CodeSubject = { readonly purpose: SmsCodePurpose; readonly subjectId: string };

const USE: Readonly<Record<SmsCodePurpose, CodeFor>> = {
  registration: '企业注册',
  'bind-mobile': '绑定手机',
  'bind-email': '绑定邮箱',
  'password-reset': '找回密码',
  'account-change': '变更收款信息',
};

/** Sends a code to a telephone. Whether this person may make us write to this number is the caller's matter. */
export function sendSmsCode(
  ctx: Context,
  input: CodeSubject & { readonly mobile: string },
): Promise<Result<CodeSent, SendCodeRefusal>> {
  return sendCode(ctx, input, { channel: 'SMS', address: input.mobile });
}

/** The same by e-mail. */
export function sendMailCode(
  ctx: Context,
  input: CodeSubject & { readonly email: string },
): Promise<Result<CodeSent, SendCodeRefusal>> {
  return sendCode(ctx, input, { channel: 'MAIL', address: input.email });
}

/**
 * Whether this is the code that was sent last for this subject; the right one is used up. Every try is counted, so it
 * is called outside a transaction: one that a later refusal rolls back would give the try back.
 */
export async function checkSmsCode(
  ctx: Context,
  input: CodeSubject & { readonly code: string },
  { spend }: { readonly spend: boolean } = { spend: true },
): Promise<Result<undefined, CheckCodeRefusal>> {
  if (isUnderWay(ctx.db)) throw new Error('a code is checked before the transaction, or its tries are not counted');
  const sent = await codes.newestCode(ctx.db, input.purpose, input.subjectId);
  if (!sent || sent.usedAt || sent.expiresAt <= ctx.now) return refuse({ code: 'code-expired' });
  if (!(await codes.takeCodeTry(ctx.db, sent.id, SMS_CODE_TRIES))) return refuse({ code: 'code-expired' });
  if (!isEqual(codeHash(ctx, sent.id, readCode(input.code)), sent.codeHash))
    return refuse({ code: 'code-wrong', triesLeft: Math.max(0, SMS_CODE_TRIES - sent.tries - 1) });
  // Where something else is used up with it, the code may serve once more after a refusal of that.
  if (!spend) return ok();
  return (await codes.spendCode(ctx.db, sent.id, ctx.now)) ? ok() : refuse({ code: 'code-expired' });
}

/**
 * Sends a code to what is bound to an account, for somebody who may not learn whether anything is. Where nothing goes
 * out, a code stands that nobody was told: what is tried against it is answered like any other.
 */
export async function sendToOwner(
  ctx: Context,
  about: CodeSubject,
  channel: To['channel'],
  address: string | null,
): Promise<void> {
  const sent = address !== null && (await deliver(ctx, about, { channel, address })).ok;
  if (!sent) await codes.insertCode(ctx.db, newCode(ctx, about, ctx.vault.blind('sms_code.decoy', newId())).row);
}

type To = { readonly channel: 'SMS' | 'MAIL'; readonly address: string };

async function sendCode(ctx: Context, about: CodeSubject, to: To): Promise<Result<CodeSent, SendCodeRefusal>> {
  const host = await takeFromHost(ctx, 'codes', SMS_CODES_PER_HOST);
  if (!host.ok) return refuse({ code: 'code-too-often', waitSeconds: host.refusal.waitSeconds });
  return deliver(ctx, about, to);
}

/** A new code with the row that is kept of it. */
function newCode(ctx: Context, about: CodeSubject, addressIndex: string): { code: string; row: codes.NewCode } {
  const id = newId();
  const code = codeOf(randomInt(2 ** 47));
  const row = {
    ...{ id, purpose: about.purpose, subjectId: about.subjectId, addressIndex, codeHash: codeHash(ctx, id, code) },
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + SMS_CODE_SECONDS * 1000),
  };
  return { code, row };
}

async function deliver(ctx: Context, about: CodeSubject, to: To): Promise<Result<CodeSent, SendCodeRefusal>> {
  return transact(ctx, async (tx): Promise<Result<CodeSent, SendCodeRefusal>> => {
    const addressIndex = ctx.vault.blind('sms_code.address', to.address);
    await lockKey(tx.db, `code ${addressIndex}`);
    await codes.removeOldCodes(tx.db, new Date(ctx.now.getTime() - KEPT_MS));
    const since = new Date(ctx.now.getTime() - SMS_CODES_PER_ADDRESS.seconds * 1000);
    const waitSeconds = secondsUntilNext(await codes.codesSentTo(tx.db, addressIndex, since), ctx.now);
    if (waitSeconds > 0) return refuse({ code: 'code-too-often', waitSeconds });
    if (to.channel === 'SMS' && !(await takeFromBudget(tx))) return refuse({ code: 'codes-spent' });

    const { code, row } = newCode(ctx, about, addressIndex);
    await codes.insertCode(tx.db, row);
    const use = USE[about.purpose];
    await queueSecret(tx, {
      ...{ key: `code ${row.id}`, kind: 'code', channel: to.channel, address: to.address, subject: `${use}验证码` },
      body: codeText({ code, use, minutes: SMS_CODE_SECONDS / 60 }),
    });
    await writeAudit(tx, {
      ...{ action: 'code.send', word: '发送验证码', subjectKind: 'code', subjectId: about.subjectId },
      detail: { purpose: about.purpose, channel: to.channel },
    });
    return ok({ nextInSeconds: SMS_CODE_PAUSE_SECONDS, expiresInSeconds: SMS_CODE_SECONDS });
  });
}

/** One more SMS of today; false when the day's budget is spent, which the log tells once. */
async function takeFromBudget(tx: Context): Promise<boolean> {
  const most = (await codes.numberSetting(tx.db, SMS_BUDGET_SETTING)) ?? SMS_CODES_PER_DAY;
  const day = shanghaiDayOf(tx.now);
  const count = await countUp(tx.db, 'sms-budget', startOfShanghaiDay(day));
  if (count === Math.ceil(most * 0.8)) {
    const subject = { subjectKind: 'sms-budget', subjectId: day };
    await writeAudit(tx, { action: 'sms.budget', word: '短信用量达八成', ...subject, detail: { count, most } });
  }
  return count <= most;
}

/** Under the server's key and bound to the row, so that a copy of the database tells no code. */
function codeHash(ctx: Context, id: string, code: string): string {
  return ctx.vault.blind('sms_code.code', tryKey(ctx, 'code', id, code));
}

function isEqual(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
