import type { CaFault, CaReason } from './ca-reasons';
import type { CertificateView, CrlView } from './ca-view';

export type IsListSignedBy = (list: CrlView, issuer: CertificateView) => boolean;

/**
 * Whether the lists at hand say that every certificate below the root is still good. For the key's own a current list
 * is needed; for an issuer's, whose root the operator pinned, one that is there must be current.
 */
export function revocationFault(
  path: readonly CertificateView[],
  lists: readonly CrlView[],
  now: Date,
  isSignedBy: IsListSignedBy,
): CaFault | null {
  for (const [at, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[at + 1];
    if (!issuer) break;
    const named = lists.filter((list) => list.issuer.der === issuer.subject.der && covers(list, certificate, at));
    if (named.length === 0 && at > 0) continue;
    const reason = faultOf(certificate, named, issuer, now, isSignedBy);
    if (reason) return { reason, at };
  }
  return null;
}

function faultOf(
  certificate: CertificateView,
  named: readonly CrlView[],
  issuer: CertificateView,
  now: Date,
  isSignedBy: IsListSignedBy,
): CaReason | null {
  if (named.length === 0) return 'crl-missing';
  const real = issuer.keyUsage?.has('cRLSign') ? named.filter((list) => isSignedBy(list, issuer)) : [];
  if (real.length === 0) return 'crl-forged';
  // Once revoked stays revoked, however old the list that says so.
  if (real.some((list) => list.revoked.has(certificate.serial))) return 'revoked';
  const begun = real.filter((list) => list.thisUpdate <= now);
  if (begun.length === 0) return 'crl-not-yet';
  return begun.some((list) => list.nextUpdate && now < list.nextUpdate) ? null : 'crl-stale';
}

function covers(list: CrlView, certificate: CertificateView, at: number): boolean {
  if (list.covers === 'users' && at > 0) return false;
  if (list.covers === 'issuers' && at === 0) return false;
  return !list.partOf || list.partOf.some((name) => certificate.crlNames.includes(name));
}
