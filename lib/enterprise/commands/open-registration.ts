import 'server-only';
import type { Context } from '@/lib/access/context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Answers } from '@/lib/programme/rules/config';
import type { TakenProof } from '../rules/ca-provider';
import type { CaProofRefusal, CaSequelRefusal } from '../rules/ca-refusals';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { REGISTRATION } from '../rules/states';
import { browserKey } from '../registration-queries';
import * as store from '../registration-store';
import { inRegister, type RegisteredEntity } from './in-register';
import { usableProof } from './usable-proof';

const DAYS_OF_TYPING = 7;

export type OpenRefusal = CaProofRefusal | CaSequelRefusal | RegistrationRefusal | SomebodyWasFaster;

/**
 * Begins a registration on a fresh proof, or takes up the one that this key began: whatever was typed is there, in
 * whatever browser. Asks the legal-entity register first, and whether the enterprise is registered already.
 */
export async function openRegistration(
  ctx: Context,
  { proofId, browser }: { readonly proofId: string; readonly browser: string },
): Promise<Result<{ registrationId: string; isResumed: boolean }, OpenRefusal>> {
  const proof = await usableProof(ctx, { proofId, purpose: 'registration', browser });
  if (!proof.ok) return proof;
  const known = await inRegister(ctx, { uscc: proof.value.uscc, name: proof.value.enterpriseName });
  if (!known.ok) return known;
  if (await store.enterpriseIdByUscc(ctx.db, proof.value.uscc)) return refuse({ code: 'already-registered' });
  return transact(ctx, async (tx) => {
    const before = await store.openRegistrationOfKey(tx.db, proof.value.keyId);
    if (before && before.typedUntil >= tx.now) return resume(tx, before.id, proof.value, browser);
    if (before) await changeStatus(tx, REGISTRATION, before, 'expire');
    return begin(tx, proof.value, browser, known.value);
  });
}

async function begin(tx: Context, proof: TakenProof, browser: string, entity: RegisteredEntity) {
  const id = newId();
  const today = shanghaiDayOf(tx.now);
  const answers = answersOf(entity);
  await store.insertRegistration(tx.db, {
    id,
    ...identityOf(proof, browserKey(tx.vault, browser)),
    answers,
    fromRegister: Object.fromEntries(Object.keys(answers).map((fieldId) => [fieldId, entity.asOf ?? today])),
    typedUntil: new Date(tx.now.getTime() + DAYS_OF_TYPING * 24 * 60 * 60 * 1000),
    createdAt: tx.now,
  });
  const proven = await changeStatus(tx, REGISTRATION, { id, status: 'STARTED', version: 0 }, 'prove', {
    detail: { provider: proof.provider, uscc: proof.uscc },
  });
  return proven.ok ? ok({ registrationId: id, isResumed: false }) : proven;
}

async function resume(tx: Context, id: string, proof: TakenProof, browser: string) {
  const row = await store.lockRegistration(tx.db, id);
  await store.takeOver(tx.db, id, identityOf(proof, browserKey(tx.vault, browser)));
  if (row.status !== 'PROVEN') return ok({ registrationId: id, isResumed: true });
  const standing = { id, status: 'PROVEN' as const, version: row.version + 1 };
  const proven = await changeStatus(tx, REGISTRATION, standing, 'proveAgain', { detail: { provider: proof.provider } });
  return proven.ok ? ok({ registrationId: id, isResumed: true }) : proven;
}

function identityOf(proof: TakenProof, browserHash: string) {
  const { provider, uscc, enterpriseName, keyId, proofId, provenAt, goodUntil, certificateNotAfter } = proof;
  return {
    provider,
    uscc,
    enterpriseName,
    keyId,
    browserHash,
    proofId,
    provenAt,
    proofGoodUntil: goodUntil,
    certificateNotAfter,
  };
}

/** What the register knows is not typed again. */
function answersOf(entity: RegisteredEntity): Answers {
  const { type, legalRepresentative, registeredAddress, establishedOn } = entity;
  const known = { type, legalRepresentative, registeredAddress, establishedOn };
  return Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
