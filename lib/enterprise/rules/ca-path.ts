import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CaFault, CaReason } from './ca-reasons';
import type { CertificateView } from './ca-view';

/** The key's own certificate, at most two issuers, and the root. */
export const PATH_MAX = 4;
const RSA_BITS_MIN = 2048;
/** Above this an answer would cost more arithmetic than it is worth. */
const RSA_BITS_MAX = 8192;

/** Extensions whose meaning is looked at here, or cannot make a certificate good for less than it seems. */
const UNDERSTOOD = new Set(['14', '15', '17', '19', '31', '32', '35', '37'].map((last) => `2.5.29.${last}`));

export type IsSignedBy = (child: CertificateView, issuer: CertificateView) => boolean;

export function keyFault({ key, signatureAlgorithm }: CertificateView): CaReason | null {
  if (signatureAlgorithm === 'other') return 'algorithm-refused';
  return ownKeyFault(key);
}

function ownKeyFault(key: CertificateView['key']): CaReason | null {
  if (key.kind === 'SM2') return key.isOnCurve ? null : 'point-off-curve';
  if (key.kind !== 'RSA') return 'key-refused';
  if (key.bits < RSA_BITS_MIN) return 'rsa-too-short';
  return key.bits > RSA_BITS_MAX || !key.isExponentGood ? 'key-refused' : null;
}

export function criticalFault({ extensions }: CertificateView): CaReason | null {
  return extensions.some(({ isCritical, oid }) => isCritical && !UNDERSTOOD.has(oid)) ? 'critical-extension' : null;
}

/**
 * A way from the key's certificate to a pinned root, each link signed by the next. What the visitor sends along only
 * helps to find it. Without one, the fault of the way that came furthest is told.
 */
export function findPath(
  leaf: CertificateView,
  given: { readonly roots: readonly CertificateView[]; readonly helpers: readonly CertificateView[] },
  isSignedBy: IsSignedBy,
): Result<readonly CertificateView[], CaFault> {
  let furthest: CaFault = { reason: 'unknown-root', at: 0 };
  const remember = (reason: CaReason, at: number) => {
    if (at > furthest.at || furthest.reason === 'unknown-root') furthest = { reason, at };
  };
  const walk = (path: readonly CertificateView[]): readonly CertificateView[] | null => {
    const at = path.length;
    const tip = path[at - 1];
    if (!tip) return null;
    for (const issuer of [...given.roots, ...given.helpers]) {
      if (!couldHaveIssued(issuer, tip) || path.some((one) => isSame(one, issuer))) continue;
      const isRoot = given.roots.includes(issuer);
      const fault = issuerFault(issuer, at, isRoot) ?? (isSignedBy(tip, issuer) ? null : 'link-signature');
      if (fault) remember(fault, fault === 'link-signature' ? at - 1 : at);
      else if (isRoot) return [...path, issuer];
      else if (at + 1 >= PATH_MAX) remember('path-too-long', at);
      else {
        const found = walk([...path, issuer]);
        if (found) return found;
      }
    }
    return null;
  };
  const found = walk([leaf]);
  return found ? ok(found) : refuse(furthest);
}

function couldHaveIssued(issuer: CertificateView, child: CertificateView): boolean {
  if (issuer.subject.der !== child.issuer.der) return false;
  return !child.authorityKeyId || !issuer.subjectKeyId || child.authorityKeyId === issuer.subjectKeyId;
}

/** What keeps a certificate from issuing the one below it; `at` certificates lie below. */
function issuerFault(issuer: CertificateView, at: number, isRoot: boolean): CaReason | null {
  // A root vouches for itself by being pinned: how it signed itself, perhaps long ago, counts nothing.
  const key = isRoot ? ownKeyFault(issuer.key) : keyFault(issuer);
  if (key) return key;
  if (!issuer.basicConstraints?.isCa) return 'issuer-not-ca';
  if (!issuer.keyUsage?.has('keyCertSign')) return 'issuer-may-not-sign';
  const { pathLength } = issuer.basicConstraints;
  if (pathLength !== null && at - 1 > pathLength) return 'path-too-long';
  return criticalFault(issuer);
}

function isSame(a: CertificateView, b: CertificateView): boolean {
  return a.der.length === b.der.length && a.der.every((byte, index) => byte === b.der[index]);
}
