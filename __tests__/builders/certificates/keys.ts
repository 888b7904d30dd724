import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { SM2_ID, SM2_ORDER, Sm2Point, sm3, zOf } from '@/lib/enterprise/reading/sm2';
import { bigNumber, bits, bytesOf, nothing, oid, sequence } from './asn1';

export type Algorithm = 'RSA' | 'SM2';

export type Keys = {
  readonly algorithm: Algorithm;
  readonly spki: Buffer;
  /** PKCS#8, for an agent that signs in another process. */
  readonly pem: string;
  /** A signature as it stands in a certificate; SM2 in DER. `id` replaces the standard identity. */
  sign(message: Uint8Array, id?: string): Buffer;
};

export function makeKeys(algorithm: Algorithm, given: { rsaBits?: number } = {}): Keys {
  const { privateKey } =
    algorithm === 'RSA'
      ? generateKeyPairSync('rsa', { modulusLength: given.rsaBits ?? 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'SM2' });
  return readKeys(algorithm, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** The keys behind a PEM that `makeKeys` gave. */
export function readKeys(algorithm: Algorithm, pem: string): Keys {
  return algorithm === 'RSA' ? rsaKeys(pem) : sm2Keys(pem);
}

function rsaKeys(pem: string): Keys {
  const key = createPrivateKey(pem);
  const { n = '', e = '' } = key.export({ format: 'jwk' });
  const hex = (text: string) => Buffer.from(text, 'base64url').toString('hex');
  const inner = bytesOf(sequence(bigNumber(hex(n)), bigNumber(hex(e))));
  const spki = bytesOf(sequence(sequence(oid('1.2.840.113549.1.1.1'), nothing()), bits(inner)));
  return { algorithm: 'RSA', pem, spki, sign: (message) => sign('sha256', message, key) };
}

/** Node aborts when it exports an SM2 key that was read from a file, so the number is taken out of the PEM itself. */
function sm2Keys(pem: string): Keys {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const at = der.indexOf(Buffer.from([0x02, 0x01, 0x01, 0x04, 0x20]));
  if (at < 0) throw new Error('not an SM2 key in PKCS#8');
  const d = BigInt(`0x${der.subarray(at + 5, at + 37).toString('hex')}`);
  const point = Buffer.from(Sm2Point.BASE.multiply(d).toBytes(false));
  return {
    algorithm: 'SM2',
    pem,
    spki: sm2Spki(point),
    sign: (message, id) => sm2Sign(d, point, message, id),
  };
}

/** SubjectPublicKeyInfo of an SM2 key; the point is given as bytes, so that it may lie off the curve. */
export function sm2Spki(point: Uint8Array): Buffer {
  return bytesOf(sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.156.10197.1.301')), bits(point)));
}

export const keyIdOf = (spki: Uint8Array) => createHash('sha256').update(spki).digest('hex');

/** GB/T 32918.2, 6.1. */
function sm2Sign(d: bigint, point: Uint8Array, message: Uint8Array, id: string = SM2_ID): Buffer {
  const e = BigInt(`0x${sm3(zOf(point, id), message).toString('hex')}`);
  const mod = (value: bigint) => ((value % SM2_ORDER) + SM2_ORDER) % SM2_ORDER;
  for (;;) {
    const k = mod(BigInt(`0x${randomBytes(40).toString('hex')}`));
    if (k === 0n) continue;
    const r = mod(e + Sm2Point.BASE.multiply(k).toAffine().x);
    const s = mod(inverse(1n + d) * (k - r * d));
    if (r === 0n || s === 0n || r + k === SM2_ORDER) continue;
    return bytesOf(sequence(bigNumber(r.toString(16)), bigNumber(s.toString(16))));
  }
}

/** Fermat: the order is prime. */
function inverse(value: bigint): bigint {
  let [base, power, result] = [value % SM2_ORDER, SM2_ORDER - 2n, 1n];
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % SM2_ORDER;
    base = (base * base) % SM2_ORDER;
  }
  return result;
}

/** An SM2 signature in DER as the 64 bytes r‖s that other agents give. */
export function asPair(der: Uint8Array): Buffer {
  const first = der[3] ?? 0;
  const part = (at: number, length: number) =>
    Buffer.from(der.subarray(at, at + length))
      .toString('hex')
      .replace(/^00/, '')
      .padStart(64, '0');
  const second = der[4 + first + 1] ?? 0;
  return Buffer.from(part(4, first) + part(4 + first + 2, second), 'hex');
}
