import 'server-only';
import { createHash } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import { challengeText } from '../rules/ca-challenge';
import type { CaProvider, ProofPurpose } from '../rules/ca-provider';

export const hashOf = (value: string | Uint8Array) => createHash('sha256').update(value).digest('hex');

type Row = {
  readonly id: string;
  readonly provider: CaProvider;
  readonly purpose: string;
  readonly origin: string;
  readonly browserHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/**
 * The bytes of a challenge follow from its row and a key of this server, so that whoever reads the database cannot
 * have them signed.
 */
export function challengeBytes(ctx: Pick<Context, 'vault'>, row: Row): Uint8Array {
  const nonce = ctx.vault.blind('ca_challenge.nonce', `${row.id} ${row.createdAt.toISOString()}`);
  return Buffer.from(challengeText({ ...row, purpose: row.purpose as ProofPurpose, nonce }), 'utf8');
}

/** What a clerk reads to support: enough to find the row, nothing to do with it. */
export const referenceOf = (challengeId: string) => `CA-${challengeId.replaceAll('-', '').slice(-8).toUpperCase()}`;
