import { createHash } from 'node:crypto';
import { answerFault } from '@/lib/enterprise/reading/answer';
import { readCertificate } from '@/lib/enterprise/reading/certificate';
import { readCrl } from '@/lib/enterprise/reading/crl';
import { isSignedBy } from '@/lib/enterprise/reading/signed-by';
import { nameInWords } from '@/lib/enterprise/rules/ca-view';
import { everyFault, judgeCertificate, type CaQuestion } from '@/lib/enterprise/rules/ca-certificate';
import { findPath } from '@/lib/enterprise/rules/ca-path';
import { isTestRoot } from '@/lib/enterprise/rules/ca-provider';
import type { CaFault, CaReason } from '@/lib/enterprise/rules/ca-reasons';
import type { CertificateView, CrlView } from '@/lib/enterprise/rules/ca-view';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Anchor, CaEvidence, CaVerifier, ProvenKey, ReadList } from '@/lib/ports/ca-verifier';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Judges keys by arithmetic of our own. Outside the demo the roots of the test builder are never trusted. */
export function softwareVerifier(options: { readonly takesTestRoots: boolean }): CaVerifier {
  const read = new WeakMap<Uint8Array, CrlView | null>();
  const listOf = (der: Uint8Array): CrlView[] => {
    let list = read.get(der);
    if (list === undefined) {
      const result = readCrl(der);
      list = result.ok ? result.value : null;
      read.set(der, list);
    }
    return list ? [list] : [];
  };
  return {
    judge: async (evidence) => judge(evidence, options.takesTestRoots, evidence.crls.flatMap(listOf)),
    examine: async (evidence) => examine(evidence, options.takesTestRoots, evidence.crls.flatMap(listOf)),
    readList: async ({ der, anchors }) => {
      const [list] = listOf(der);
      if (!list) return refuse('not-a-list');
      const { roots, helpers } = trusted(anchors, options.takesTestRoots);
      const issuers = [...roots, ...helpers].filter(({ subject }) => subject.der === list.issuer.der);
      if (issuers.length === 0) return refuse('unknown-issuer');
      const isReal = issuers.some((issuer) => issuer.keyUsage?.has('cRLSign') && isListSignedBy(list, issuer));
      return isReal ? ok(summaryOf(list)) : refuse('forged');
    },
  };
}

function summaryOf(list: CrlView): ReadList {
  const { number, thisUpdate, nextUpdate, revoked } = list;
  return { issuer: nameInWords(list.issuer), number, entries: revoked.size, thisUpdate, nextUpdate };
}

function trusted(anchors: readonly Anchor[], takesTestRoots: boolean) {
  const pinned = (role: Anchor['role']) =>
    anchors.filter((one) => one.role === role).flatMap(({ der }) => readable(der));
  const roots = pinned('root').filter((root) => takesTestRoots || !isTestRoot(root.subjectKeyId));
  return {
    roots,
    helpers: pinned('intermediate').filter((one) => findPath(one, { roots, helpers: [] }, isSignedBy).ok),
  };
}

/** Whose signature a list was found to carry: megabytes need not be hashed again for every key. */
const SIGNER = new WeakMap<CrlView, string>();

function isListSignedBy(list: CrlView, issuer: CertificateView): boolean {
  const signer = sha256(issuer.spki);
  if (SIGNER.get(list) === signer) return true;
  const isSigned = isSignedBy(list, issuer);
  if (isSigned) SIGNER.set(list, signer);
  return isSigned;
}

function judge(evidence: CaEvidence, takesTestRoots: boolean, lists: readonly CrlView[]): Result<ProvenKey, CaFault> {
  const leaf = readCertificate(evidence.certificate);
  if (!leaf.ok) return refuse({ reason: leaf.refusal, at: 0 });
  const judged = judgeCertificate(questionOf(leaf.value, evidence, takesTestRoots, lists));
  return judged.ok ? ok(provenKey(leaf.value, evidence, judged.value)) : judged;
}

function examine(
  evidence: CaEvidence,
  takesTestRoots: boolean,
  lists: readonly CrlView[],
): Result<ProvenKey, readonly CaReason[]> {
  const leaf = readCertificate(evidence.certificate);
  if (!leaf.ok) return refuse([leaf.refusal]);
  const question = questionOf(leaf.value, evidence, takesTestRoots, lists);
  const judged = judgeCertificate(question);
  return judged.ok ? ok(provenKey(leaf.value, evidence, judged.value)) : refuse(everyFault(question));
}

function questionOf(
  leaf: CertificateView,
  evidence: CaEvidence,
  takesTestRoots: boolean,
  lists: readonly CrlView[],
): CaQuestion {
  const { roots, helpers } = trusted(evidence.anchors, takesTestRoots);
  return {
    now: evidence.now,
    leaf,
    helpers: [...helpers, ...evidence.chain.flatMap(readable)],
    roots,
    lists,
    fields: evidence.fields,
    isSignedBy,
    isListSignedBy,
    signatureFault: (certificate) => answerFault(certificate, evidence),
  };
}

function provenKey(
  leaf: CertificateView,
  { certificate }: CaEvidence,
  judged: { uscc: string; name: string },
): ProvenKey {
  return {
    uscc: judged.uscc,
    enterpriseName: judged.name,
    keyId: sha256(leaf.spki),
    algorithm: leaf.key.kind === 'SM2' ? 'SM2' : 'RSA',
    certificateSha256: sha256(certificate),
    notAfter: leaf.notAfter,
  };
}

/** What helps to find a path and cannot be read does not help. */
function readable(der: Uint8Array): CertificateView[] {
  const read = readCertificate(der);
  return read.ok ? [read.value] : [];
}
