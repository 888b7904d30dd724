import { describe, expect, it } from '@jest/globals';
import { readCertificate } from '@/lib/enterprise/reading/certificate';
import { childrenOf, partsOf, readOnly } from '@/lib/enterprise/reading/der';
import { readCrl } from '@/lib/enterprise/reading/crl';
import { isSignedBy } from '@/lib/enterprise/reading/signed-by';
import { CHECKS } from '@/lib/enterprise/rules/ca-certificate';
import { findPath, PATH_MAX } from '@/lib/enterprise/rules/ca-path';
import { CA_REASONS } from '@/lib/enterprise/rules/ca-reasons';
import { revocationFault } from '@/lib/enterprise/rules/ca-revocation';
import type { CertificateView, CrlView } from '@/lib/enterprise/rules/ca-view';
import { bytesOf, sequence, tagged, taggedBytes } from '../../builders/certificates/asn1';
import * as x509 from '../../builders/certificates/certificate';
import { daysFrom, issueLeaf, makeCrl, makeHierarchy, makeKeys } from '../../builders/certificates/hierarchy';
import { NOW } from './certificate-cases';

const keys = makeKeys('SM2');
const signs = x509.keyUsage('keyCertSign', 'cRLSign');
const named = (name: string) => x509.nameBytes([x509.commonName(name)]);

function read(der: Buffer): CertificateView {
  const view = readCertificate(der);
  if (!view.ok) throw new Error(view.refusal);
  return view.value;
}

function readList(der: Buffer): CrlView {
  const view = readCrl(der);
  if (!view.ok) throw new Error(view.refusal);
  return view.value;
}

/** A certificate in a chain of one key: what differs is who names whom. */
const link = (subject: string, issuer: string, isCa: boolean) =>
  read(
    x509.makeCertificate({
      subject: named(subject),
      issuer: named(issuer),
      notBefore: daysFrom(NOW, -10),
      notAfter: daysFrom(NOW, 10),
      spki: keys.spki,
      extensions: [x509.basicConstraints(isCa), isCa ? signs : x509.keyUsage('digitalSignature')],
      signer: keys,
    }),
  );

/** Root, `between` authorities, and an end. */
function chain(between: number) {
  const root = link('a0', 'a0', true);
  const helpers = Array.from({ length: between }, (_, index) => link(`a${index + 1}`, `a${index}`, true));
  return { leaf: link('end', `a${between}`, false), given: { roots: [root], helpers } };
}

describe('a path', () => {
  it.each([
    [0, true],
    [1, true],
    [2, true],
    [3, false],
    [6, false],
  ])('with %s authorities between is found: %s', (between, isFound) => {
    const { leaf, given } = chain(between);
    const found = findPath(leaf, given, isSignedBy);
    expect(found.ok).toBe(isFound);
    if (found.ok) expect(found.value.length).toBeLessThanOrEqual(PATH_MAX);
    else expect(found.refusal.reason).toBe('path-too-long');
  });

  it('is found whatever the order of what helps, and does not run in circles', () => {
    const { leaf, given } = chain(2);
    const circle = [link('a1', 'a2', true), link('a2', 'a1', true)];
    const helpers = [...circle, ...given.helpers].reverse();
    expect(findPath(leaf, { ...given, helpers }, isSignedBy).ok).toBe(true);
    expect(findPath(leaf, { roots: [], helpers: circle }, isSignedBy).ok).toBe(false);
  });

  it('costs few signatures even where a visitor sends many of one name', () => {
    let checked = 0;
    const helpers = Array.from({ length: 3 }, () => link('a1', 'a1', true));
    findPath(link('end', 'a1', false), { roots: [link('a0', 'a0', true)], helpers }, (...pair) => {
      checked += 1;
      return isSignedBy(...pair);
    });
    expect(checked).toBeLessThan(20);
  });
});

describe('a list that is about a part', () => {
  const hierarchy = makeHierarchy('JIANGSU', 'SM2', { now: NOW, keys: { root: makeKeys('SM2'), sub: keys } });
  const path = [issueLeaf(hierarchy).certificate, hierarchy.sub.certificate, hierarchy.root.certificate].map(read);
  const part = (...fields: Parameters<typeof sequence>) => ({
    oid: '2.5.29.28',
    value: bytesOf(sequence(...fields)),
    isCritical: true,
  });
  const point = (url: string) => tagged(0, tagged(0, taggedBytes(6, Buffer.from(url))));
  const yes = (number: number) => taggedBytes(number, Buffer.from([0xff]));
  const faultWith = (extension: x509.Extension) =>
    revocationFault(path, [readList(makeCrl(hierarchy, { extensions: [extension] }))], NOW, isSignedBy);

  it('counts where the certificate names the same part, and is never fetched from there', () => {
    expect(faultWith(part(point('http://127.0.0.1:9/never-fetched.crl')))).toBeNull();
    expect(faultWith(part(point('http://127.0.0.1:9/another.crl')))).toMatchObject({ reason: 'crl-missing' });
  });

  it('counts for keys of users, not for those of issuers', () => {
    expect(faultWith(part(yes(1)))).toBeNull();
    expect(faultWith(part(yes(2)))).toMatchObject({ reason: 'crl-missing' });
  });

  it.each([
    ['indirect', 4],
    ['of attributes', 5],
  ])('is no list of ours when it is %s', (_, number) => {
    expect(readCrl(makeCrl(hierarchy, { extensions: [part(yes(number))] })).ok).toBe(false);
  });

  it('is no list of ours when it is only a difference', () => {
    const delta = { oid: '2.5.29.27', value: Buffer.from([2, 1, 1]), isCritical: true };
    expect(readCrl(makeCrl(hierarchy, { extensions: [delta] })).ok).toBe(false);
  });

  it('of the root stops a revoked authority, and must be current once it is there', () => {
    const own = readList(makeCrl(hierarchy));
    const ofRoot = (given: object) => readList(makeCrl(hierarchy, { issuer: hierarchy.root, ...given }));
    const judged = (list: CrlView) => revocationFault(path, [own, list], NOW, isSignedBy);
    expect(judged(ofRoot({}))).toBeNull();
    expect(judged(ofRoot({ revoked: [path[1]?.serial ?? ''] }))).toEqual({ reason: 'revoked', at: 1 });
    expect(judged(ofRoot({ nextUpdate: NOW }))).toEqual({ reason: 'crl-stale', at: 1 });
  });

  it('with fifty thousand entries is read within seconds', () => {
    const small = makeCrl(hierarchy, { revoked: ['5000000'] });
    const entry = partsOf(partsOf(readOnly(small))[0]).find(
      ({ tag, content }) => tag === 0x30 && content[0] === 0x30 && content[2] === 0x02,
    );
    if (!entry) throw new Error('no entries');
    const one = Buffer.from(childrenOf(entry)[0]?.bytes ?? []);
    const entries = Array.from({ length: 50_000 }, (_, index) => {
      const copy = Buffer.from(one);
      copy.writeUInt32BE(0x5000000 + index, 4);
      return copy;
    });
    const [signed, ...rest] = partsOf(readOnly(small)).map(({ bytes }) => bytes);
    const parts = partsOf(readOnly(signed ?? small)).map(({ bytes }) => bytes);
    const grown = parts.map((bytes) =>
      Buffer.from(bytes).equals(Buffer.from(entry.bytes)) ? long(Buffer.concat(entries)) : bytes,
    );
    const der = long(Buffer.concat([long(Buffer.concat(grown)), ...rest]));
    const start = performance.now();
    expect(readList(der).revoked.size).toBe(50_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** A sequence of more than 64 KB; the builder's library refuses so many elements. */
function long(content: Buffer): Buffer {
  const head = Buffer.from([0x30, 0x83, 0, 0, 0]);
  head.writeUIntBE(content.length, 2, 3);
  return Buffer.concat([head, content]);
}

describe('the order of checks', () => {
  it('is that of SECURITY 1.3', () => {
    expect(CHECKS.map(([name]) => name)).toEqual([
      'algorithms',
      'roots',
      'critical extensions',
      'path to a pinned root',
      'dates',
      'use of the key',
      'a unit, not a person',
      'revocation',
      'the answer to the challenge',
      'fields',
    ]);
  });

  it('gives every reason one public code, and calls nothing invalid that only cannot be checked', () => {
    const cannot = Object.entries(CA_REASONS).filter(([, [code]]) => code === 'cannot-verify-now');
    expect(cannot.map(([reason]) => reason)).toEqual([
      'crl-missing',
      'crl-stale',
      'crl-not-yet',
      'crl-forged',
      'no-roots',
    ]);
  });
});
