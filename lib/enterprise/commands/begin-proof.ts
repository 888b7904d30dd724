import 'server-only';
import { authorise } from '@/lib/access/authorise';
import { takeFromQuota } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { insertChallenge } from '../ca-store';
import { CHALLENGE_SECONDS, type CaProvider, type ProofPurpose } from '../rules/ca-provider';
import type { CaRefusal } from '../rules/ca-refusals';
import { challengeBytes, hashOf } from './ca-challenge-bytes';

/** Challenges that one network may ask for: an office behind one address stays well below. */
const PER_NETWORK = { most: 60, seconds: 600 };

export type BegunProof = {
  readonly challengeId: string;
  /** The exact bytes to sign, in base64. */
  readonly challenge: string;
  readonly expiresAt: Date;
};

/**
 * Begins a proof: something to sign, for one purpose, this site, one browser and two minutes. `browser` is the value
 * of this browser's cookie; only its hash is kept.
 */
export async function beginProof(
  ctx: Context,
  input: { provider: CaProvider; purpose: ProofPurpose; browser: string; origin: string },
): Promise<Result<BegunProof, CaRefusal>> {
  authorise(ctx.actor, 'ca.prove');
  const quota = await takeFromQuota(ctx, 'ca-challenge', PER_NETWORK);
  if (!quota.ok) return refuse({ code: 'ca-busy', waitSeconds: quota.refusal.waitSeconds });
  const row = {
    id: newId(),
    provider: input.provider,
    purpose: input.purpose,
    origin: input.origin,
    browserHash: hashOf(input.browser),
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + CHALLENGE_SECONDS * 1000),
  };
  const challenge = challengeBytes(ctx, row);
  await insertChallenge(ctx.db, { ...row, digest: hashOf(challenge) });
  return ok({
    challengeId: row.id,
    challenge: Buffer.from(challenge).toString('base64'),
    expiresAt: row.expiresAt,
  });
}
