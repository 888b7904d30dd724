import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as pkijs from 'pkijs';
import { sm2 } from 'sm-crypto-v2';
import { readCertificate } from '@/lib/enterprise/reading/certificate';
import { isSm2Signed, readPoint, readSm2Signature, SM2_ORDER, sm3, zOf } from '@/lib/enterprise/reading/sm2';
import { isSignedBy } from '@/lib/enterprise/reading/signed-by';
import { bigNumber, bytesOf, sequence } from '../../builders/certificates/asn1';
import { asPair, issueLeaf, makeHierarchy, makeKeys } from '../../builders/certificates/hierarchy';
import { NOW } from './certificate-cases';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const keys = makeKeys('SM2');
const point = keys.spki.subarray(-65);
const message = Buffer.from('SIPAC-REG-V1\nhello');
const publicKey = point.toString('hex');

const pair = (r: bigint, s: bigint) =>
  Buffer.from([r, s].map((one) => one.toString(16).padStart(64, '0')).join(''), 'hex');

function isGood(signature: Uint8Array, given: { id?: string; message?: Uint8Array; point?: Uint8Array } = {}): boolean {
  const read = readSm2Signature(signature);
  return read !== null && isSm2Signed({ point, message, ...given }, read);
}

describe('SM3', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('gives the digest of GB/T 32905 for %s', (text, digest) => {
    expect(sm3(Buffer.from(text)).toString('hex')).toBe(digest);
  });
});

/** GB/T 32918.5, appendix A.2: the recommended curve, the standard identity, "message digest". */
const VECTOR = {
  point: hex(
    `04 09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020
        CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13`.replace(/\s/g, ''),
  ),
  z: 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3',
  e: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  signature: hex(
    `F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
     B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA`.replace(/\s/g, ''),
  ),
};

describe('the example of GB/T 32918', () => {
  it('gives the same Z and digest', () => {
    const z = zOf(VECTOR.point);
    expect(z.toString('hex')).toBe(VECTOR.z);
    expect(sm3(z, Buffer.from('message digest')).toString('hex')).toBe(VECTOR.e);
  });

  it('is a good signature, and none for another message or identity', () => {
    const text = Buffer.from('message digest');
    expect(isGood(VECTOR.signature, { point: VECTOR.point, message: text })).toBe(true);
    expect(isGood(VECTOR.signature, { point: VECTOR.point, message: Buffer.from('message digesT') })).toBe(false);
    expect(isGood(VECTOR.signature, { point: VECTOR.point, message: text, id: '' })).toBe(false);
  });
});

describe('a second library', () => {
  it('takes what we sign and signs what we take, in both forms', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes);
        const ours = keys.sign(text);
        expect(sm2.doVerifySignature(text, asPair(ours).toString('hex'), publicKey, { hash: true })).toBe(true);
        const pairOf = sm2.generateKeyPairHex();
        const theirs = sm2.doSignature(text, pairOf.privateKey, { hash: true, publicKey: pairOf.publicKey });
        const other = Buffer.from(pairOf.publicKey, 'hex');
        expect(isGood(Buffer.from(theirs, 'hex'), { point: other, message: text })).toBe(true);
        expect(isGood(Buffer.from(theirs, 'hex'), { message: text })).toBe(false);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a bad SM2 signature is refused', () => {
  const good = readSm2Signature(keys.sign(message)) ?? { r: 1n, s: 1n };
  const { r, s } = good;
  it.each([
    ['r = 0', 0n, s],
    ['s = 0', r, 0n],
    ['r = n', SM2_ORDER, s],
    ['s = n', r, SM2_ORDER],
    ['r + s = n', r, SM2_ORDER - r],
    ['s + n in 256 bits', r, (s + SM2_ORDER) % 2n ** 256n],
    ['r and s the other way round', s, r],
  ])('%s', (_, one, other) => {
    expect(isGood(pair(r, s))).toBe(true);
    expect(isGood(pair(one, other))).toBe(false);
  });

  it.each([
    ['63 bytes', Buffer.alloc(63, 1)],
    ['empty', Buffer.alloc(0)],
    ['three numbers', bytesOf(sequence(...[1, 2, 3].map((one) => bigNumber(`0${one}`))))],
    ['a negative number', hex('3006020180020101')],
    ['bytes after the end', Buffer.concat([keys.sign(message), Buffer.from([0])])],
  ])('%s', (_, bytes) => {
    expect(isGood(bytes)).toBe(false);
  });

  it('with any one bit of it flipped', () => {
    const signature = asPair(keys.sign(message));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 511 }), (bit) => {
        expect(isGood(flipped(signature, bit))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('with any one bit of the message or of the key flipped', () => {
    const signature = keys.sign(message);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: message.length * 8 - 1 }), (bit) => {
        expect(isGood(signature, { message: flipped(message, bit) })).toBe(false);
        const other = flipped(point, 8 + (bit % 512));
        expect(isGood(signature, { point: other })).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['the point at infinity', Buffer.from([0])],
    ['zeros', Buffer.concat([Buffer.from([4]), Buffer.alloc(64)])],
    ['a compressed point', Buffer.concat([Buffer.from([2]), point.subarray(1, 33)])],
    ['coordinates above p', Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 0xff)])],
  ])('under %s', (_, bytes) => {
    expect(readPoint(bytes)).toBeNull();
    expect(isGood(keys.sign(message), { point: bytes })).toBe(false);
  });
});

function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return copy;
}

describe.each(['RSA', 'SM2'] as const)('a certificate of %s', (algorithm) => {
  const hierarchy = makeHierarchy('SUZHOU', algorithm, { now: NOW });
  const { certificate } = issueLeaf(hierarchy);
  const issuer = readCertificate(hierarchy.sub.certificate);

  it('with any one bit flipped cannot be read or is no longer signed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: certificate.length * 8 - 1 }), (bit) => {
        const read = readCertificate(flipped(certificate, bit));
        expect(read.ok && issuer.ok && isSignedBy(read.value, issuer.value)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('of any bytes at all is read or refused, never an error', () => {
    fc.assert(
      fc.property(fc.nat(certificate.length - 1), fc.uint8Array({ maxLength: 40 }), (at, bytes) => {
        const copy = Buffer.concat([certificate.subarray(0, at), bytes, certificate.subarray(at + bytes.length)]);
        expect(typeof readCertificate(copy).ok).toBe('boolean');
        expect(readCertificate(bytes).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('reads as another library reads it', () => {
    const read = readCertificate(certificate);
    const theirs = pkijs.Certificate.fromBER(new Uint8Array(certificate));
    if (!read.ok) throw new Error(read.refusal);
    const ours = read.value;
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(ours.signed)).toBe(hash(theirs.tbsView));
    expect(hash(ours.signature)).toBe(hash(theirs.signatureValue.valueBlock.valueHexView));
    expect(ours.notAfter).toEqual(theirs.notAfter.value);
    expect(ours.serial).toBe(
      Buffer.from(theirs.serialNumber.valueBlock.valueHexView).toString('hex').replace(/^00/, ''),
    );
    expect(ours.extensions.map(({ oid }) => oid)).toEqual(theirs.extensions?.map(({ extnID }) => extnID));
    expect(ours.subject.attributes.map(({ text }) => text)).toEqual(
      theirs.subject.typesAndValues.map(({ value }) => value.valueBlock.value),
    );
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const withOpenssl = hasOpenssl ? it : it.skip;
if (!hasOpenssl) console.warn('openssl is not on this machine: its check was not run');

describe('openssl', () => {
  withOpenssl('says the same of a link and of one that is broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ca-'));
    const verify = (root: Buffer, leaf: Buffer) => {
      writeFileSync(join(folder, 'root.der'), root);
      writeFileSync(join(folder, 'leaf.der'), leaf);
      const id = ['-vfyopt', 'distid:1234567812345678'];
      const date = ['-attime', String(NOW.getTime() / 1000)];
      const trusted = ['-partial_chain', '-trusted', join(folder, 'root.der')];
      return spawnSync('openssl', ['verify', ...id, ...date, ...trusted, join(folder, 'leaf.der')]).status === 0;
    };
    try {
      const { root, sub, ...rest } = makeHierarchy('JIANGSU', 'SM2', { now: NOW });
      const leaf = issueLeaf({ root, sub, ...rest });
      expect(verify(root.certificate, sub.certificate)).toBe(true);
      expect(verify(sub.certificate, leaf.certificate)).toBe(true);
      const broken = flipped(leaf.certificate, leaf.certificate.length * 8 - 1);
      expect(verify(sub.certificate, broken)).toBe(false);
      const emptyId = issueLeaf({ root, sub, ...rest }, { signerId: '' });
      expect(verify(sub.certificate, emptyId.certificate)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
