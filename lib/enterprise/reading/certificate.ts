import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CaReason } from '../rules/ca-reasons';
import type { CertificateView, KeyView } from '../rules/ca-view';
import { CERTIFICATE_BYTES_MAX } from '../rules/ca.schema';
import { keyParts, signatureAlgorithm } from './algorithms';
import { childrenOf, type Der, DerFault, expect, partsOf, readDer, TAG } from './der';
import { hex, positiveHex, smallNumber, timeOf, wholeBytes } from './der-values';
import { meaningOf, rawExtensions } from './extensions';
import { readName } from './names';
import { readPoint } from './sm2';

const V3 = 2;
const EXTENSIONS = 0xa3;
/** 20 bytes by RFC 5280; some CAs put a sign byte before them. */
const SERIAL_HEX_MAX = 42;

/** Reads a certificate of version 3, or says why these bytes are none. */
export function readCertificate(der: Uint8Array): Result<CertificateView, CaReason> {
  if (der.length >= CERTIFICATE_BYTES_MAX) return refuse('too-large');
  let whole: Der;
  try {
    whole = readDer(der);
  } catch (error) {
    if (error instanceof DerFault) return refuse('not-der');
    throw error;
  }
  try {
    return ok(certificateOf(whole));
  } catch (error) {
    if (error instanceof DerFault) return refuse('not-a-certificate');
    throw error;
  }
}

function certificateOf(whole: Der): CertificateView {
  const [signed, algorithm, signature, more] = partsOf(whole);
  if (!signed || !algorithm || more) throw new DerFault('certificate');
  const [version, serial, inner, issuer, validity, subject, spki, ...rest] = partsOf(signed);
  if (!version || !spki) throw new DerFault('to be signed');
  if (version.tag !== 0xa0 || smallNumber(childrenOf(version)[0]) !== V3) throw new DerFault('version');
  // What is signed must name the algorithm by which it is signed.
  if (!inner || hex(inner.bytes) !== hex(algorithm.bytes)) throw new DerFault('two algorithms');
  const [notBefore, notAfter] = partsOf(validity);
  const extensions = rest.find(({ tag }) => tag === EXTENSIONS);
  const number = positiveHex(serial);
  if (number.length > SERIAL_HEX_MAX) throw new DerFault('serial');
  return {
    der: whole.bytes,
    signed: signed.bytes,
    signature: wholeBytes(signature),
    signatureAlgorithm: signatureAlgorithm(algorithm),
    spki: spki.bytes,
    key: readKey(spki),
    serial: number,
    subject: readName(subject),
    issuer: readName(issuer),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    ...meaningOf(rawExtensions(extensions && childrenOf(extensions)[0])),
  };
}

function readKey(spki: Der): KeyView {
  const { kind, keyBits } = keyParts(spki);
  if (kind === 'SM2') return { kind, isOnCurve: readPoint(wholeBytes(keyBits)) !== null };
  if (kind !== 'RSA') return { kind: 'other' };
  const [modulus, exponent] = partsOf(readDer(wholeBytes(keyBits)));
  const bits = BigInt(`0x${positiveHex(modulus)}`).toString(2).length;
  const e = BigInt(`0x${positiveHex(exponent)}`);
  expect(modulus, TAG.integer);
  return { kind, bits, isExponentGood: e % 2n === 1n && e >= 65_537n && e < 1n << 64n };
}
