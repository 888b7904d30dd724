import type { CaStep } from './ca-refusals';

/** Why exactly a key was refused. For the log; a visitor reads the public words of its row. */
export const CA_REASONS = {
  'challenge-unknown': ['challenge-late', 'challenge'],
  'challenge-late': ['challenge-late', 'challenge'],
  'challenge-replayed': ['challenge-late', 'challenge'],
  'challenge-foreign-browser': ['challenge-late', 'challenge'],
  'challenge-foreign-origin': ['challenge-late', 'challenge'],
  'too-large': ['certificate-invalid', 'certificate'],
  'not-der': ['certificate-invalid', 'certificate'],
  'not-a-certificate': ['certificate-invalid', 'certificate'],
  'algorithm-refused': ['certificate-invalid', 'certificate'],
  'key-refused': ['certificate-invalid', 'certificate'],
  'rsa-too-short': ['certificate-invalid', 'certificate'],
  'point-off-curve': ['certificate-invalid', 'certificate'],
  'unknown-root': ['certificate-invalid', 'chain'],
  'link-signature': ['certificate-invalid', 'chain'],
  'issuer-not-ca': ['certificate-invalid', 'chain'],
  'issuer-may-not-sign': ['certificate-invalid', 'chain'],
  'path-too-long': ['certificate-invalid', 'chain'],
  'critical-extension': ['certificate-invalid', 'chain'],
  'not-yet-valid': ['certificate-invalid', 'dates'],
  expired: ['certificate-invalid', 'dates'],
  'issuer-not-in-force': ['certificate-invalid', 'dates'],
  'no-digital-signature': ['certificate-invalid', 'usage'],
  'other-key-purpose': ['certificate-invalid', 'usage'],
  'leaf-is-ca': ['certificate-invalid', 'usage'],
  'personal-certificate': ['certificate-invalid', 'usage'],
  'crl-missing': ['cannot-verify-now', 'revocation'],
  'crl-stale': ['cannot-verify-now', 'revocation'],
  'crl-not-yet': ['cannot-verify-now', 'revocation'],
  'crl-forged': ['cannot-verify-now', 'revocation'],
  'no-roots': ['cannot-verify-now', 'chain'],
  revoked: ['certificate-invalid', 'revocation'],
  'signature-unreadable': ['certificate-invalid', 'signature'],
  'signature-other-content': ['certificate-invalid', 'signature'],
  'signature-other-signer': ['certificate-invalid', 'signature'],
  'signature-empty-id': ['certificate-invalid', 'signature'],
  'signature-wrong': ['certificate-invalid', 'signature'],
  'no-uscc': ['no-uscc', 'fields'],
  'registration-number-only': ['no-uscc', 'fields'],
  'bad-check-character': ['no-uscc', 'fields'],
  'sources-disagree': ['no-uscc', 'fields'],
  'no-name': ['no-uscc', 'fields'],
} as const satisfies Record<string, readonly [PublicCaCode, CaStep]>;

type PublicCaCode = 'certificate-invalid' | 'challenge-late' | 'cannot-verify-now' | 'no-uscc';

export type CaReason = keyof typeof CA_REASONS;

/** The refusal of a verifier: a reason, and which certificate of the path it concerns (0 is the key's own). */
export type CaFault = { readonly reason: CaReason; readonly at: number };

export const publicCode = (reason: CaReason): PublicCaCode => CA_REASONS[reason][0];
export const stepOf = (reason: CaReason): CaStep => CA_REASONS[reason][1];
