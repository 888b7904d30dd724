import type { CaReason } from '../rules/ca-reasons';
import type { CertificateView } from '../rules/ca-view';
import { openEnvelope } from './cms';
import { isRsaSigned, pointOf } from './signed-by';
import { isSm2Signed, readSm2Signature } from './sm2';

/** Why this signature is not this key's answer to this challenge, or null when it is. */
export function answerFault(
  leaf: CertificateView,
  given: { readonly challenge: Uint8Array; readonly signature: Uint8Array; readonly format: 'raw' | 'cms' },
): CaReason | null {
  if (given.format === 'raw') return signatureFault(leaf, given.challenge, given.signature);
  const opened = openEnvelope(given.signature, leaf, given.challenge);
  return opened.ok ? signatureFault(leaf, opened.value.signed, opened.value.signature) : opened.refusal;
}

function signatureFault(leaf: CertificateView, message: Uint8Array, signature: Uint8Array): CaReason | null {
  if (leaf.key.kind === 'RSA') return isRsaSigned(leaf, message, signature) ? null : 'signature-wrong';
  const read = readSm2Signature(signature);
  if (leaf.key.kind !== 'SM2' || !read) return 'signature-unreadable';
  const point = pointOf(leaf);
  if (isSm2Signed({ point, message }, read)) return null;
  // Some agents leave the identity out; knowing that spares support a long search. It is no good all the same.
  return isSm2Signed({ point, message, id: '' }, read) ? 'signature-empty-id' : 'signature-wrong';
}
