import { createHash } from 'node:crypto';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { partsOf, readDer } from './der';
import { positiveHex } from './der-values';

/** sm2p256v1, the curve of GB/T 32918.5. */
const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
export const Sm2Point = weierstrass(CURVE);
export const SM2_ORDER = CURVE.n;

/** The identity that every Chinese CA signs with (GM/T 0009). */
export const SM2_ID = '1234567812345678';

const bytes32 = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const numberOf = (bytes: Uint8Array) => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);

export function sm3(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** An uncompressed point of the curve that is not the point at infinity, or null. */
export function readPoint(bytes: Uint8Array): InstanceType<typeof Sm2Point> | null {
  if (bytes.length !== 65 || bytes[0] !== 4) return null;
  try {
    const point = Sm2Point.fromBytes(bytes);
    point.assertValidity();
    return point;
  } catch {
    return null;
  }
}

/** Z: what is hashed before the message, so that a signature belongs to one identity and one key. */
export function zOf(point: Uint8Array, id: string = SM2_ID): Buffer {
  const name = Buffer.from(id, 'utf8');
  const bits = Buffer.from([(name.length * 8) >> 8, (name.length * 8) & 0xff]);
  const constants = [CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy].map(bytes32);
  return sm3(bits, name, ...constants, point.subarray(1));
}

export type Sm2Signature = { readonly r: bigint; readonly s: bigint };

/** A signature as 64 bytes r‖s, or as a DER sequence of the two; null when it is neither. */
export function readSm2Signature(bytes: Uint8Array): Sm2Signature | null {
  if (bytes.length === 64) return { r: numberOf(bytes.subarray(0, 32)), s: numberOf(bytes.subarray(32)) };
  return readDerSignature(bytes);
}

export function readDerSignature(bytes: Uint8Array): Sm2Signature | null {
  try {
    const parts = partsOf(readDer(bytes));
    if (parts.length !== 2) return null;
    const [r, s] = parts.map(positiveHex);
    return r && s && r.length <= 64 && s.length <= 64 ? { r: BigInt(`0x${r}`), s: BigInt(`0x${s}`) } : null;
  } catch {
    return null;
  }
}

/** GB/T 32918.2, 7.1: whether this key signed this message under this identity. */
export function isSm2Signed(
  given: { readonly point: Uint8Array; readonly message: Uint8Array; readonly id?: string },
  { r, s }: Sm2Signature,
): boolean {
  const key = readPoint(given.point);
  const inRange = (value: bigint) => value >= 1n && value < SM2_ORDER;
  if (!key || !inRange(r) || !inRange(s)) return false;
  const t = (r + s) % SM2_ORDER;
  if (t === 0n) return false;
  const e = numberOf(sm3(zOf(given.point, given.id), given.message));
  // Nothing here is secret, so the quicker arithmetic may be used.
  const sum = Sm2Point.BASE.multiplyUnsafe(s).add(key.multiplyUnsafe(t));
  return !sum.is0() && (e + sum.toAffine().x) % SM2_ORDER === r;
}
