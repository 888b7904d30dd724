import { createHash } from 'node:crypto';
import { answerFault } from '@/lib/enterprise/reading/answer';
import { readCertificate } from '@/lib/enterprise/reading/certificate';
import { readCrl } from '@/lib/enterprise/reading/crl';
import { isSignedBy } from '@/lib/enterprise/reading/signed-by';
import { judgeCertificate } from '@/lib/enterprise/rules/ca-certificate';
import { isTestRoot } from '@/lib/enterprise/rules/ca-provider';
import type { CaFault } from '@/lib/enterprise/rules/ca-reasons';
import type { CertificateView, CrlView } from '@/lib/enterprise/rules/ca-view';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Anchor, CaEvidence, CaVerifier, ProvenKey } from '@/lib/ports/ca-verifier';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Lists read lately, by their hash: one may have a hundred thousand entries. */
const LISTS_KEPT = 8;

/** Judges keys by arithmetic of our own. Outside the demo the roots of the test builder are never trusted. */
export function softwareVerifier(options: { readonly takesTestRoots: boolean }): CaVerifier {
  const kept = new Map<string, CrlView | null>();
  const listOf = (der: Uint8Array): CrlView[] => {
    const name = sha256(der);
    if (!kept.has(name)) {
      const read = readCrl(der);
      kept.set(name, read.ok ? read.value : null);
      for (const oldest of [...kept.keys()].slice(0, -LISTS_KEPT)) kept.delete(oldest);
    }
    const list = kept.get(name);
    return list ? [list] : [];
  };
  return {
    judge: async (evidence) => judge(evidence, options.takesTestRoots, evidence.crls.flatMap(listOf)),
  };
}

function judge(evidence: CaEvidence, takesTestRoots: boolean, lists: readonly CrlView[]): Result<ProvenKey, CaFault> {
  const leaf = readCertificate(evidence.certificate);
  if (!leaf.ok) return refuse({ reason: leaf.refusal, at: 0 });
  const pinned = (role: Anchor['role']) =>
    evidence.anchors.filter((one) => one.role === role).flatMap(({ der }) => readable(der));
  const judged = judgeCertificate({
    now: evidence.now,
    leaf: leaf.value,
    helpers: [...pinned('intermediate'), ...evidence.chain.flatMap(readable)],
    roots: pinned('root').filter((root) => takesTestRoots || !isTestRoot(root.subjectKeyId)),
    lists,
    fields: evidence.fields,
    isSignedBy,
    isListSignedBy: isSignedBy,
    signatureFault: (certificate) => answerFault(certificate, evidence),
  });
  if (!judged.ok) return judged;
  return ok({
    uscc: judged.value.uscc,
    enterpriseName: judged.value.name,
    keyId: sha256(leaf.value.spki),
    algorithm: leaf.value.key.kind === 'SM2' ? 'SM2' : 'RSA',
    certificateSha256: sha256(evidence.certificate),
    notAfter: leaf.value.notAfter,
  });
}

/** What helps to find a path and cannot be read does not help. */
function readable(der: Uint8Array): CertificateView[] {
  const read = readCertificate(der);
  return read.ok ? [read.value] : [];
}
