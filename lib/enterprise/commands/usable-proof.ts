import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { goodProof } from '../ca-store';
import type { ProofPurpose, TakenProof } from '../rules/ca-provider';
import type { CaProofRefusal } from '../rules/ca-refusals';
import { hashOf } from './ca-challenge-bytes';
import { takenProof } from './taken-proof';

/** The proof, while it may still be used for this purpose by this browser. Looking does not use it. */
export async function usableProof(
  ctx: Context,
  input: { proofId: string; purpose: ProofPurpose; browser: string },
): Promise<Result<TakenProof, CaProofRefusal>> {
  authorise(ctx.actor, 'ca.prove');
  const key = { proofId: input.proofId, purpose: input.purpose, browserHash: hashOf(input.browser) };
  const row = await goodProof(ctx.db, key, ctx.now);
  return row ? ok(takenProof(row)) : refuse({ code: 'proof-missing' });
}
