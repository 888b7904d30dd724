import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Uscc } from '@/lib/kernel/uscc';
import type { FieldTable } from './ca-fields';
import { isPersonal, readIdentity } from './ca-identity';
import { criticalFault, findPath, keyFault, type IsSignedBy } from './ca-path';
import type { CaFault, CaReason } from './ca-reasons';
import { revocationFault, type IsListSignedBy } from './ca-revocation';
import type { CertificateView, CrlView } from './ca-view';

/** What a key is judged by: certificates and lists that were read, and the arithmetic, which is not ours to know. */
export type CaQuestion = {
  readonly now: Date;
  readonly leaf: CertificateView;
  readonly helpers: readonly CertificateView[];
  readonly roots: readonly CertificateView[];
  readonly lists: readonly CrlView[];
  readonly fields: FieldTable;
  readonly isSignedBy: IsSignedBy;
  readonly isListSignedBy: IsListSignedBy;
  /** Why the answer to the challenge is not this key's, or null when it is. */
  readonly signatureFault: (leaf: CertificateView) => CaReason | null;
};

type Path = readonly CertificateView[];
type Check = (question: CaQuestion, path: Path) => CaFault | null;

const ofLeaf =
  (find: (leaf: CertificateView, question: CaQuestion) => CaReason | null): Check =>
  (question) => {
    const reason = find(question.leaf, question);
    return reason && { reason, at: 0 };
  };

/** Purposes of a certificate that may sign a challenge here; a web server's may not. */
const CLIENT_PURPOSES = ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4', '2.5.29.37.0'];

/** The checks in their order, which is part of what is promised: the first that fails gives the reason. */
export const CHECKS: readonly (readonly [name: string, check: Check])[] = [
  ['algorithms', ofLeaf(keyFault)],
  ['roots', ({ roots }) => (roots.length === 0 ? { reason: 'no-roots', at: 0 } : null)],
  ['critical extensions', ofLeaf(criticalFault)],
  ['path to a pinned root', (question) => refusalOf(pathOf(question))],
  ['dates', (question, path) => datesFault(path, question.now)],
  ['use of the key', ofLeaf(useFault)],
  ['a unit, not a person', ofLeaf((leaf, { fields }) => (isPersonal(leaf, fields) ? 'personal-certificate' : null))],
  ['revocation', ({ lists, now, isListSignedBy }, path) => revocationFault(path, lists, now, isListSignedBy)],
  ['the answer to the challenge', ofLeaf((leaf, { signatureFault }) => signatureFault(leaf))],
  ['fields', ofLeaf((leaf, { fields }) => refusalOf(readIdentity(leaf, fields)))],
];

/** Who holds this key, or the first reason why it proves nothing. */
export function judgeCertificate(question: CaQuestion): Result<{ uscc: Uscc; name: string; path: Path }, CaFault> {
  const found = pathOf(question);
  const path = found.ok ? found.value : [];
  for (const [, check] of CHECKS) {
    const fault = check(question, path);
    if (fault) return refuse(fault);
  }
  const identity = readIdentity(question.leaf, question.fields);
  return identity.ok ? ok({ ...identity.value, path }) : refuse({ reason: identity.refusal, at: 0 });
}

/** Every reason why this key proves nothing, in the order of the checks: for whoever wants to mend all at once. */
export function everyFault(question: CaQuestion): readonly CaReason[] {
  const found = pathOf(question);
  const path = found.ok ? found.value : [question.leaf];
  return CHECKS.flatMap(([, check]) => check(question, path)?.reason ?? []);
}

const pathOf = ({ leaf, roots, helpers, isSignedBy }: CaQuestion) => findPath(leaf, { roots, helpers }, isSignedBy);

function refusalOf<R>(result: Result<unknown, R>): R | null {
  return result.ok ? null : result.refusal;
}

/** To the second of the certificate: no leeway before or after. */
function datesFault(path: Path, now: Date): CaFault | null {
  for (const [at, { notBefore, notAfter }] of path.entries()) {
    if (now >= notBefore && now <= notAfter) continue;
    if (at > 0) return { reason: 'issuer-not-in-force', at };
    return { reason: now < notBefore ? 'not-yet-valid' : 'expired', at };
  }
  return null;
}

function useFault({ basicConstraints, keyUsage, extendedKeyUsage }: CertificateView): CaReason | null {
  if (basicConstraints?.isCa) return 'leaf-is-ca';
  if (!keyUsage?.has('digitalSignature')) return 'no-digital-signature';
  if (extendedKeyUsage && !extendedKeyUsage.some((purpose) => CLIENT_PURPOSES.includes(purpose))) {
    return 'other-key-purpose';
  }
  return null;
}
