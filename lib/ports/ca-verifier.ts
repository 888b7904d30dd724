import type { CaFault, CaReason } from '@/lib/enterprise/rules/ca-reasons';
import type { FieldTable } from '@/lib/enterprise/rules/ca-fields';
import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import type { Result } from '@/lib/kernel/result';

/** A certificate that the operator trusts, or an issuer's own certificate that helps to reach one. */
export type Anchor = { readonly der: Uint8Array; readonly label: string; readonly role: 'root' | 'intermediate' };

/** What a key answered, and everything it is judged by. All bytes as they came. */
export type CaEvidence = {
  readonly now: Date;
  readonly challenge: Uint8Array;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly signature: Uint8Array;
  readonly format: 'raw' | 'cms';
  readonly anchors: readonly Anchor[];
  readonly crls: readonly Uint8Array[];
  readonly fields: FieldTable;
};

/** What a good key proves. */
export type ProvenKey = {
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly keyId: string;
  readonly algorithm: 'RSA' | 'SM2';
  readonly certificateSha256: string;
  readonly notAfter: Date;
};

/**
 * Judges certificate, chain, revocation and signature of one CA. The driver here computes it; an operator whose rules
 * ask for a certified signature server puts one behind the same call.
 */
export type CaVerifier = {
  judge(evidence: CaEvidence): Promise<Result<ProvenKey, CaFault>>;
  /** As `judge`, but goes on after the first fault: all of them, in the order of the checks. */
  examine(evidence: CaEvidence): Promise<Result<ProvenKey, readonly CaReason[]>>;
  /** Reads a revocation list that one of the pinned certificates signed. */
  readList(given: {
    readonly der: Uint8Array;
    readonly anchors: readonly Anchor[];
  }): Promise<Result<ReadList, 'not-a-list' | 'unknown-issuer' | 'forged'>>;
};

export type ReadList = {
  /** The issuer's name as people read it. */
  readonly issuer: string;
  readonly number: string | null;
  readonly entries: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
};
export type CaVerifiers = Readonly<Record<CaProvider, CaVerifier>>;

/** Revocation lists from the addresses that the operator configured, and from nowhere else. */
export type CrlSource = {
  readonly addresses: readonly { readonly provider: CaProvider; readonly url: string }[];
  fetch(url: string): Promise<Result<Uint8Array, 'unreachable' | 'too-large' | 'not-configured'>>;
};
