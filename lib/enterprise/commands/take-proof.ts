import 'server-only';
import { authorise } from '@/lib/access/authorise';
import { takeFromQuota } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { inTransaction } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ProvenKey } from '@/lib/ports/ca-verifier';
import { challengeById, insertProof } from '../ca-store';
import { PROOF_MINUTES, type TakenProof } from '../rules/ca-provider';
import { publicCode, stepOf, type CaFault } from '../rules/ca-reasons';
import type { CaRefusal } from '../rules/ca-refusals';
import type { TakeProofInput } from '../rules/ca.schema';
import { referenceOf } from './ca-challenge-bytes';
import { challengeFault, evidenceOf, type Challenge } from './ca-evidence';
import { caWindow } from './ca-window';
import { takenProof } from './taken-proof';

/** Answers that one network may give, good or bad: each costs some arithmetic and a row in the log. */
const PER_NETWORK = { most: 60, seconds: 600 };

/**
 * Judges what a key answered. The challenge is used up whatever comes of it. Everybody who is refused reads one of
 * three texts; the log keeps the reason under the number that they can give to support.
 */
export async function takeProof(
  ctx: Context,
  input: TakeProofInput & { browser: string; origin: string },
): Promise<Result<TakenProof, CaRefusal>> {
  authorise(ctx.actor, 'ca.prove');
  const quota = await takeFromQuota(ctx, 'ca-proof', PER_NETWORK);
  if (!quota.ok) return refuse({ code: 'ca-busy', waitSeconds: quota.refusal.waitSeconds });
  const challenge = await challengeById(ctx.db, input.challengeId);
  if (!challenge) return refused(ctx, input.challengeId, { reason: 'challenge-unknown', at: 0 }, null);
  const wrong = await challengeFault(ctx, challenge, input);
  if (wrong) return refused(ctx, challenge.id, { reason: wrong, at: 0 }, challenge);
  const judged = await ctx.ports.ca[challenge.provider].judge(await evidenceOf(ctx, challenge, input));
  return judged.ok
    ? ok(await keep(ctx, challenge, judged.value))
    : refused(ctx, challenge.id, judged.refusal, challenge);
}

async function keep(ctx: Context, challenge: Challenge, key: ProvenKey): Promise<TakenProof> {
  const row = {
    id: newId(),
    challengeId: challenge.id,
    provider: challenge.provider,
    purpose: challenge.purpose,
    browserHash: challenge.browserHash,
    uscc: key.uscc,
    enterpriseName: key.enterpriseName,
    algorithm: key.algorithm,
    keyId: key.keyId,
    certificateSha256: key.certificateSha256,
    certificateNotAfter: key.notAfter,
    provenAt: ctx.now,
    goodUntil: new Date(ctx.now.getTime() + PROOF_MINUTES * 60_000),
  };
  await inTransaction(ctx, async (tx) => {
    await insertProof(tx.db, row);
    await audit(tx, challenge.id, '通过CA核验', { ...about(challenge), keyId: key.keyId, algorithm: key.algorithm });
  });
  return takenProof(row);
}

async function refused(
  ctx: Context,
  challengeId: string,
  { reason, at }: CaFault,
  challenge: Challenge | null,
): Promise<Result<never, CaRefusal>> {
  const reference = referenceOf(challengeId);
  await inTransaction(ctx, (tx) =>
    audit(tx, challengeId, '未通过CA核验', { ...(challenge && about(challenge)), reason, at, reference }),
  );
  return refuse({ code: publicCode(reason), step: stepOf(reason), reference, window: await caWindow(ctx) });
}

const about = ({ provider, purpose }: Challenge) => ({ provider, purpose });

/** Nothing of the certificate's subject: it may be a person's. */
function audit(tx: Context, challengeId: string, word: string, detail: Record<string, unknown>): Promise<string> {
  return writeAudit(tx, { action: 'ca.prove', word, subjectKind: 'caChallenge', subjectId: challengeId, detail });
}
