import 'server-only';
import { authorise } from '@/lib/access/authorise';
import { takeFromQuota } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { inTransaction } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { challengeById, isRegistered } from '../ca-store';
import type { CaReason } from '../rules/ca-reasons';
import type { CaRefusal } from '../rules/ca-refusals';
import type { TakeProofInput } from '../rules/ca.schema';
import { examinedSteps, type Examination, type StepResult } from '../rules/doctor-rows';
import { challengeFault, evidenceOf, type Challenge } from './ca-evidence';

/** The same as for a proof: each costs some arithmetic and a row in the log. */
const PER_NETWORK = { most: 60, seconds: 600 };

type Given = TakeProofInput & { readonly browser: string; readonly origin: string };

/**
 * What is good and what is not about a key, for the doctor's page: the checks of a proof without stopping at the first,
 * and then the register. It proves nothing, no proof comes of it. Whether the enterprise stands in the register or has
 * accounts is said only to whoever has just signed with its key, since anybody may know a certificate.
 */
export async function examineCertificate(
  ctx: Context,
  input: Given,
): Promise<Result<Examination, Extract<CaRefusal, { code: 'ca-busy' }>>> {
  authorise(ctx.actor, 'ca.prove');
  const quota = await takeFromQuota(ctx, 'ca-proof', PER_NETWORK);
  if (!quota.ok) return refuse({ code: 'ca-busy', waitSeconds: quota.refusal.waitSeconds });
  const challenge = await challengeById(ctx.db, input.challengeId);
  const fault = challenge ? await whyNotThis(ctx, challenge, input) : 'challenge-unknown';
  if (!challenge || fault) return ok(await bad(ctx, input.challengeId, [fault ?? 'challenge-unknown']));
  const examined = await ctx.ports.ca[challenge.provider].examine(await evidenceOf(ctx, challenge, input));
  if (!examined.ok) return ok(await bad(ctx, challenge.id, examined.refusal));
  const { uscc, enterpriseName: name, notAfter } = examined.value;
  const register = await registerResult(ctx, { uscc, name });
  await note(ctx, challenge.id, register.state === 'bad' ? [register.reason] : []);
  return ok({
    steps: examinedSteps([], register),
    enterprise: { name, uscc, notAfter: notAfter.toISOString() },
    isRegistered: await isRegistered(ctx.db, uscc),
  });
}

/** A challenge for a proof is not spent on the doctor. */
async function whyNotThis(ctx: Context, challenge: Challenge, input: Given): Promise<CaReason | null> {
  return challenge.purpose === 'doctor' ? challengeFault(ctx, challenge, input) : 'challenge-unknown';
}

async function bad(ctx: Context, challengeId: string, faults: readonly CaReason[]): Promise<Examination> {
  await note(ctx, challengeId, faults);
  return { steps: examinedSteps(faults), enterprise: null, isRegistered: false };
}

async function registerResult(ctx: Context, given: { uscc: string; name: string }): Promise<StepResult> {
  const found = await ctx.ports.register.lookUp(given);
  if (found.answer === 'match') return { state: 'good' };
  return { state: 'bad', reason: found.answer === 'no-match' ? 'not-in-register' : 'register-down' };
}

/** Reasons only, nothing of the certificate's subject: it may be a person's. */
async function note(ctx: Context, challengeId: string, reasons: readonly string[]): Promise<void> {
  const word = reasons.length === 0 ? '通过CA体检' : '未通过CA体检';
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, {
      action: 'ca.prove',
      word,
      subjectKind: 'caChallenge',
      subjectId: challengeId,
      detail: { reasons },
    }),
  );
}
