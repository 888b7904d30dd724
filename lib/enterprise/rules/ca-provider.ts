/** The two kinds of key by which an enterprise proves who it is. */
export type CaProvider = 'JIANGSU' | 'SUZHOU';
export const CA_PROVIDERS: readonly CaProvider[] = ['JIANGSU', 'SUZHOU'];

/** What a proof is for; one made for one purpose is no use for another. */
export type ProofPurpose = 'registration' | 'doctor' | 'password-reset' | 'change';
export const PROOF_PURPOSES: readonly ProofPurpose[] = ['registration', 'doctor', 'password-reset', 'change'];

export const CA_NAMES: Readonly<Record<CaProvider, string>> = { JIANGSU: '江苏CA', SUZHOU: '苏州CA' };

/** An enterprise has shown that it holds its key. USCC and name come from the certificate, never from a form. */
export type TakenProof = {
  readonly proofId: string;
  readonly provider: CaProvider;
  readonly purpose: ProofPurpose;
  readonly uscc: string;
  readonly enterpriseName: string;
  /** SHA-256 of the certificate's public key in hex: the same key is known again by it. */
  readonly keyId: string;
  readonly certificateNotAfter: Date;
  readonly provenAt: Date;
  readonly goodUntil: Date;
};

/** The time a key has to answer, and the time its proof is good for. */
export const CHALLENGE_SECONDS = 120;
export const PROOF_MINUTES = 30;

/** Settings that the operator, or in the demo the start script, writes. */
export const CA_ROOTS_SETTING = 'ca.roots';
export const caFieldsSetting = (provider: CaProvider) => `ca.fields.${provider}`;

/**
 * Subject key identifiers of every root that the test builder makes. They are always the same, so that outside the demo
 * such a root is refused even when somebody pins it.
 */
export const TEST_ROOT_KEY_IDS: Readonly<Record<CaProvider, Readonly<Record<'RSA' | 'SM2', string>>>> = {
  JIANGSU: { RSA: '7e57000000000000000000000000000000000a11', SM2: '7e57000000000000000000000000000000000a12' },
  SUZHOU: { RSA: '7e57000000000000000000000000000000000b11', SM2: '7e57000000000000000000000000000000000b12' },
};

export function isTestRoot(subjectKeyId: string | null): boolean {
  return Object.values(TEST_ROOT_KEY_IDS).some(({ RSA, SM2 }) => subjectKeyId === RSA || subjectKeyId === SM2);
}
