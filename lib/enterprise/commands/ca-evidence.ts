import 'server-only';
import type { Context } from '@/lib/access/context';
import type { CaEvidence } from '@/lib/ports/ca-verifier';
import { type challengeById, settingValue, spendChallenge } from '../ca-store';
import type { TakeProofInput } from '../rules/ca.schema';
import { fieldTableOf } from '../rules/ca-fields';
import { caFieldsSetting } from '../rules/ca-provider';
import type { CaReason } from '../rules/ca-reasons';
import { anchorsOf } from './ca-anchors';
import { challengeBytes, hashOf } from './ca-challenge-bytes';
import { keptCrls } from './kept-crls';

export type Challenge = NonNullable<Awaited<ReturnType<typeof challengeById>>>;

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/**
 * Spends a challenge, or says why it cannot be answered any more. A foreign browser cannot use a challenge up for its
 * owner; a late answer and a second one can tell nothing from it.
 */
export async function challengeFault(
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

/** What a key answered, with everything that it is judged by. */
export async function evidenceOf(ctx: Context, challenge: Challenge, input: TakeProofInput): Promise<CaEvidence> {
  const { provider } = challenge;
  return {
    now: ctx.now,
    challenge: challengeBytes(ctx, challenge),
    certificate: bytes(input.certificate),
    chain: (input.chain ?? []).map(bytes),
    signature: bytes(input.signature),
    format: input.format,
    anchors: await anchorsOf(ctx, provider),
    crls: await keptCrls(ctx, provider),
    fields: fieldTableOf(provider, await settingValue(ctx.db, caFieldsSetting(provider))),
  };
}
