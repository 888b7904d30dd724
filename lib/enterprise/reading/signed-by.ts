import { createPublicKey, verify } from 'node:crypto';
import type { KeyView, SignatureAlgorithm } from '../rules/ca-view';
import { keyParts } from './algorithms';
import { readDer } from './der';
import { wholeBytes } from './der-values';
import { isSm2Signed, readDerSignature } from './sm2';

/** A public key as it stands in a certificate. */
export type Key = { readonly spki: Uint8Array; readonly key: KeyView };

/** The point of an SM2 key, 65 bytes. */
export function pointOf({ spki }: Key): Uint8Array {
  return wholeBytes(keyParts(readDer(spki)).keyBits);
}

/** PKCS#1 v1.5 with SHA-256. */
export function isRsaSigned({ spki }: Key, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(
      'sha256',
      message,
      createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }),
      signature,
    );
  } catch {
    return false;
  }
}

type Signed = {
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm;
};

/** Whether a certificate or list was signed by this key, by the algorithm that it names and the key is for. */
export function isSignedBy({ signed, signature, signatureAlgorithm }: Signed, issuer: Key): boolean {
  if (signatureAlgorithm === 'RSA-SHA256') return issuer.key.kind === 'RSA' && isRsaSigned(issuer, signed, signature);
  if (signatureAlgorithm !== 'SM2-SM3' || issuer.key.kind !== 'SM2' || !issuer.key.isOnCurve) return false;
  const read = readDerSignature(signature);
  return read !== null && isSm2Signed({ point: pointOf(issuer), message: signed }, read);
}
