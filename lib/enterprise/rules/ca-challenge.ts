import type { CaProvider, ProofPurpose } from './ca-provider';

/**
 * What a key signs. It names what the signature is for, so that one given here is worth nothing anywhere else, and one
 * given elsewhere is worth nothing here.
 */
export function challengeText(given: {
  readonly purpose: ProofPurpose;
  readonly origin: string;
  readonly provider: CaProvider;
  readonly browserHash: string;
  readonly expiresAt: Date;
  /** 32 bytes in base64url. */
  readonly nonce: string;
}): string {
  const { purpose, origin, provider, browserHash, expiresAt, nonce } = given;
  return `SIPAC-REG-V1\n${[purpose, origin, provider, browserHash, expiresAt.toISOString()].join('|')}\n${nonce}`;
}
