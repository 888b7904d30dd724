import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { markSpent, proofById } from '../ca-store';
import type { ProofPurpose, TakenProof } from '../rules/ca-provider';
import type { CaProofRefusal } from '../rules/ca-refusals';
import { hashOf } from './ca-challenge-bytes';
import { takenProof } from './taken-proof';

/**
 * Uses a proof up, once, for what the caller's transaction does. When that is rolled back, so is this: the proof stays
 * good for the rest of its half hour.
 */
export async function spendProof(
  ctx: Context,
  input: { proofId: string; purpose: ProofPurpose; browser: string },
): Promise<Result<TakenProof, CaProofRefusal>> {
  authorise(ctx.actor, 'ca.prove');
  const key = { proofId: input.proofId, purpose: input.purpose, browserHash: hashOf(input.browser) };
  return transact(ctx, async (tx) => {
    if (!(await markSpent(tx.db, key, tx.now))) return refuse({ code: 'proof-missing' });
    const row = await proofById(tx.db, input.proofId);
    await writeAudit(tx, {
      action: 'ca.spend',
      word: '使用CA证明',
      subjectKind: 'caChallenge',
      subjectId: row.challengeId,
      detail: { proofId: row.id, purpose: row.purpose },
    });
    return ok(takenProof(row));
  });
}
