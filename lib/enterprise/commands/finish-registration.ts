import 'server-only';
import { createFirstAccounts } from '@/lib/access/commands/create-first-accounts';
import { checkSmsCode } from '@/lib/access/commands/sms-code';
import type { SmsCodeRefusal } from '@/lib/access/rules/sms-code-refusals';
import { normaliseEnterpriseName } from '../rules/normalise-name';
import type { Context } from '@/lib/access/context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { openSealed, putSealed } from '@/lib/db/sealed';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Answers } from '@/lib/programme/rules/config';
import type { CaSequelRefusal } from '../rules/ca-refusals';
import { profileOf } from '../rules/registration-profile';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { REGISTRATION } from '../rules/states';
import * as store from '../registration-store';
import { addContact } from './add-contact';
import { heldRegistration } from './held-registration';

/** A code that was right once is not asked for again within this time, should the commit have failed. */
const VERIFIED_MINUTES = 30;

type Refusal = RegistrationRefusal | SmsCodeRefusal | CaSequelRefusal | SomebodyWasFaster;

/**
 * The last step of 成为新用户: the code proves the administrator's mobile, the enterprise comes into being with its two
 * accounts, their initial passwords go out by SMS. All or nothing; where the commit fails, everything typed and the
 * verified mobile are kept, and the refusal carries a number that support finds in the log.
 */
export async function finishRegistration(
  ctx: Context,
  { browser, code }: { readonly browser: string; readonly code: string },
): Promise<Result<undefined, Refusal>> {
  const held = await heldRegistration(ctx, browser);
  if (!held.ok) return held;
  const { id, status, phoneVerifiedAt } = held.value;
  if (status === 'DONE') return ok();
  if (status !== 'CODE_SENT') return refuse({ code: 'no-registration' });
  const isVerified = phoneVerifiedAt && ctx.now.getTime() - phoneVerifiedAt.getTime() < VERIFIED_MINUTES * 60_000;
  if (!isVerified) {
    const checked = await checkSmsCode(ctx, { purpose: 'registration', subjectId: id, code });
    if (!checked.ok) return checked;
    await store.markPhoneVerified(ctx.db, id, ctx.now);
  }
  try {
    return await transact(ctx, (tx) => complete(tx, id));
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'already-registered' });
    const errorNumber = errorNumberOf(ctx.request.id);
    console.error(`registration ${id} failed, error ${errorNumber}:`, error);
    return refuse({ code: 'registration-failed', errorNumber });
  }
}

/** Short enough to be read out over the telephone; the whole request id begins the log line's search. */
export function errorNumberOf(requestId: string): string {
  return `ZC-${requestId.replaceAll('-', '').slice(-8).toUpperCase()}`;
}

async function complete(tx: Context, registrationId: string): Promise<Result<undefined, Refusal>> {
  const row = await store.lockRegistration(tx.db, registrationId);
  if (row.status === 'DONE') return ok();
  if (await store.enterpriseIdByUscc(tx.db, row.uscc)) return refuse({ code: 'already-registered' });
  const enterpriseId = newId();
  await addEnterprise(tx, row, enterpriseId);
  const person = await administratorOf(tx, row);
  await createFirstAccounts(tx, { enterpriseId, ...person });
  // The administrator is the first contact, so that a first application has one to choose.
  await addContact(tx, {
    enterpriseId,
    name: person.administratorName,
    position: person.position,
    mobile: person.mobile,
    email: person.email,
  });
  const changed = await changeStatus(tx, REGISTRATION, row, 'finish', {
    set: { doneAt: tx.now, enterpriseId },
    detail: { enterpriseId },
  });
  if (!changed.ok) return changed;
  for (const other of await store.otherRegistrations(tx.db, row.uscc, row.id))
    await changeStatus(tx, REGISTRATION, other, 'expire');
  return ok();
}

async function addEnterprise(tx: Context, row: store.RegistrationRow, id: string): Promise<void> {
  const identity = { name: row.enterpriseName, uscc: row.uscc };
  await store.insertEnterprise(tx.db, {
    id,
    ...identity,
    normalisedName: normaliseEnterpriseName(row.enterpriseName),
    profile: profileOf(identity, row.answers as Answers),
    profileSource: '企业注册信息',
    profileAt: row.submittedAt ?? tx.now,
    createdAt: tx.now,
  });
  await moveSealed(tx, row.id, 'legalRepresentativeIdNumber', { table: 'enterprise', rowId: id });
}

/** The ID number of the legal representative goes with the enterprise, sealed for its new place. */
async function moveSealed(
  tx: Context,
  from: string,
  column: string,
  to: { table: string; rowId: string },
): Promise<void> {
  const clear = await openSealed(tx, { table: store.SEALED_REGISTRATION, column, rowId: from });
  const masked = (await store.sealedMasks(tx.db, from))[column];
  if (clear && masked) await putSealed(tx, { ...to, column }, { clear, masked });
}

type Administrator = { administratorName: string; mobile: string; email: string; position: string | null };

async function administratorOf(tx: Context, row: store.RegistrationRow): Promise<Administrator> {
  const { administratorName = '', administratorPosition } = row.answers as Answers;
  const place = { table: store.SEALED_REGISTRATION, rowId: row.id };
  const mobile = await openSealed(tx, { ...place, column: 'administratorMobile' });
  const email = await openSealed(tx, { ...place, column: 'administratorEmail' });
  if (!mobile || !email) throw new Error('a registration was handed in without mobile or e-mail');
  return { administratorName, mobile, email, position: administratorPosition ?? null };
}
