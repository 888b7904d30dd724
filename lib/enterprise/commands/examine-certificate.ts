import 'server-only';
import type { Context } from '@/lib/access/context';
import { ok, type Result } from '@/lib/kernel/result';
import { isRegistered } from '../ca-store';
import type { CaRefusal } from '../rules/ca-refusals';
import type { TakeProofInput } from '../rules/ca.schema';
import { examinedSteps, type Examination, type StepResult } from '../rules/doctor-rows';
import { examineProof } from './take-proof';

/**
 * What is good and what is not about a key, for the doctor's page: the checks of a proof, each told apart, and then
 * the register. It proves nothing: no proof comes of it. Whether the enterprise is in the register or has accounts is
 * said only to whoever has just signed with its key.
 */
export async function examineCertificate(
  ctx: Context,
  input: TakeProofInput & { browser: string; origin: string },
): Promise<Result<Examination, Extract<CaRefusal, { code: 'ca-busy' }>>> {
  const examined = await examineProof(ctx, input);
  if (!examined.ok) return examined;
  const { faults, key } = examined.value;
  if (!key) return ok({ steps: examinedSteps(faults), enterprise: null, isRegistered: false });
  const { uscc, enterpriseName: name } = key;
  const register = await registerResult(ctx, { uscc, name });
  return ok({
    steps: examinedSteps([], register),
    enterprise: { name, uscc, notAfter: key.notAfter.toISOString() },
    isRegistered: await isRegistered(ctx.db, uscc),
  });
}

async function registerResult(ctx: Context, given: { uscc: string; name: string }): Promise<StepResult> {
  const found = await ctx.ports.register.lookUp(given);
  if (found.answer === 'match') return { state: 'good' };
  return { state: 'bad', reason: found.answer === 'no-match' ? 'not-in-register' : 'register-down' };
}
