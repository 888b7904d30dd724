import type { SignatureAlgorithm } from '../rules/ca-view';
import { childrenOf, type Der, partsOf } from './der';
import { hex, oidOf } from './der-values';

export const OID = {
  rsa: '1.2.840.113549.1.1.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  ec: '1.2.840.10045.2.1',
  sm2Curve: '1.2.156.10197.1.301',
  sm2Sm3: '1.2.156.10197.1.501',
} as const;

/** An AlgorithmIdentifier; parameters other than the ones that belong there make it `other`. */
export function signatureAlgorithm(one: Der | undefined): SignatureAlgorithm {
  const [id, parameters] = partsOf(one);
  const isPlain = !parameters || hex(parameters.bytes) === '0500';
  switch (oidOf(id)) {
    case OID.rsaSha256:
      return isPlain ? 'RSA-SHA256' : 'other';
    case OID.sm2Sm3:
      return isPlain ? 'SM2-SM3' : 'other';
    default:
      return 'other';
  }
}

/** The parts of SubjectPublicKeyInfo: which kind of key, and its bytes. */
export function keyParts(spki: Der): { kind: 'RSA' | 'SM2' | 'other'; keyBits: Der | undefined } {
  const [algorithm, keyBits] = partsOf(spki);
  const [id, parameters] = algorithm ? childrenOf(algorithm) : [];
  const name = oidOf(id);
  if (name === OID.rsa) return { kind: 'RSA', keyBits };
  const isSm2 = name === OID.ec && parameters?.tag === 0x06 && oidOf(parameters) === OID.sm2Curve;
  return { kind: isSm2 ? 'SM2' : 'other', keyBits };
}
