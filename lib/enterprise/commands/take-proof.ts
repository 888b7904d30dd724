import 'server-only';
import { authorise } from '@/lib/access/authorise';
import { takeFromQuota } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { inTransaction } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ProvenKey } from '@/lib/ports/ca-verifier';
import { challengeById, insertProof, keptCrls, settingValue, spendChallenge } from '../ca-store';
import { caFieldsSetting, PROOF_MINUTES, type TakenProof } from '../rules/ca-provider';
import { fieldTableOf } from '../rules/ca-fields';
import { publicCode, stepOf, type CaFault, type CaReason } from '../rules/ca-reasons';
import type { CaRefusal } from '../rules/ca-refusals';
import type { TakeProofInput } from '../rules/ca.schema';
import { anchorsOf } from './ca-anchors';
import { challengeBytes, hashOf, referenceOf } from './ca-challenge-bytes';
import { caWindow } from './ca-window';
import { takenProof } from './taken-proof';

/** Answers that one network may give, good or bad: each costs some arithmetic and a row in the log. */
const PER_NETWORK = { most: 60, seconds: 600 };

type Challenge = NonNullable<Awaited<ReturnType<typeof challengeById>>>;

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
  const judged = await ctx.ports.ca[challenge.provider].judge({
    now: ctx.now,
    challenge: challengeBytes(ctx, challenge),
    certificate: bytes(input.certificate),
    chain: (input.chain ?? []).map(bytes),
    signature: bytes(input.signature),
    format: input.format,
    anchors: await anchorsOf(ctx, challenge.provider),
    crls: (await keptCrls(ctx.db, challenge.provider)).flatMap(({ der }) => (der ? [der] : [])),
    fields: fieldTableOf(challenge.provider, await settingValue(ctx.db, caFieldsSetting(challenge.provider))),
  });
  return judged.ok
    ? ok(await keep(ctx, challenge, judged.value))
    : refused(ctx, challenge.id, judged.refusal, challenge);
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** A foreign browser cannot use a challenge up for its owner; a late answer and a second one can tell nothing from it. */
async function challengeFault(
  ctx: Context,
  row: Challenge,
  given: { browser: string; origin: string },
): Promise<CaReason | null> {
  if (row.browserHash !== hashOf(given.browser)) return 'challenge-foreign-browser';
  if (row.origin !== given.origin) return 'challenge-foreign-origin';
  if (row.usedAt || !(await spendChallenge(ctx.db, row.id, ctx.now))) return 'challenge-replayed';
  if (row.expiresAt <= ctx.now) return 'challenge-late';
  return hashOf(challengeBytes(ctx, row)) === row.digest ? null : 'challenge-unknown';
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
