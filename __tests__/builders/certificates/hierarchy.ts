import { createHash } from 'node:crypto';
import { CA_NAMES, type CaProvider, TEST_ROOT_KEY_IDS } from '@/lib/enterprise/rules/ca-provider';
import { usccCheckCharacter } from '@/lib/kernel/uscc';
import { bigNumber, bytesOf, number, ready, sequence, tagged, time } from './asn1';
import * as x509 from './certificate';
import { type Algorithm, type Keys, makeKeys, sm2Spki } from './keys';

export { makeKeys, readKeys, asPair, keyIdOf, type Algorithm, type Keys } from './keys';

const DAY = 24 * 60 * 60 * 1000;
export const daysFrom = (now: Date, days: number) => new Date(Math.floor(now.getTime() / 1000) * 1000 + days * DAY);

/** OIDs of the fields, as SECURITY 1.1 lists them. */
export const FIELD = {
  usccSm2: '1.2.156.10260.4.1.4',
  usccRsa: '1.2.86.11.7.4',
  unitId: '1.2.86.11.7.1.8',
  taxpayer: '1.2.86.11.7.5',
  registrationSm2: '1.2.156.10260.4.1.3',
  registrationRsa: '1.2.86.11.7.3',
  personSm2: '1.2.156.10260.4.1.1',
  personRsa: '1.2.86.11.7.1',
} as const;

export type Authority = {
  readonly certificate: Buffer;
  readonly keys: Keys;
  readonly subject: Buffer;
  readonly keyId: Buffer;
};

export type Hierarchy = {
  readonly provider: CaProvider;
  readonly algorithm: Algorithm;
  readonly now: Date;
  readonly root: Authority;
  readonly sub: Authority;
};

export type HierarchyDefects = {
  readonly now?: Date;
  /** Keys made before, so that many hierarchies cost one pair; RSA keys take a second to make. */
  readonly keys?: { readonly root?: Keys; readonly sub?: Keys };
  readonly rootExtensions?: readonly x509.Extension[];
  readonly subExtensions?: readonly x509.Extension[];
  readonly subNotAfter?: Date;
  readonly subSignerId?: string;
};

/** An invented USCC of a region code that was never given out; another for every number. */
export function inventedUscc(which = 0): string {
  const first17 = `91320599MA${which.toString().padStart(5, '0')}X0`;
  return `${first17}${usccCheckCharacter(first17)}`;
}

/** A root and the authority below it that issues to enterprises, with any defect. */
export function makeHierarchy(provider: CaProvider, algorithm: Algorithm, given: HierarchyDefects = {}): Hierarchy {
  const now = given.now ?? new Date();
  const rootKeys = given.keys?.root ?? makeKeys(algorithm);
  const subKeys = given.keys?.sub ?? makeKeys(algorithm);
  const named = (what: string) =>
    x509.nameBytes([
      x509.country(),
      x509.organisation(`${CA_NAMES[provider]}（演示）`),
      x509.commonName(`TEST ${provider} ${algorithm} ${what}`),
    ]);
  const [rootName, subName] = [named('ROOT'), named('CA')];
  const rootId = Buffer.from(TEST_ROOT_KEY_IDS[provider][algorithm], 'hex');
  const subId = sha1(subKeys.spki);
  const signs = x509.keyUsage('keyCertSign', 'cRLSign');
  const root = x509.makeCertificate({
    subject: rootName,
    issuer: rootName,
    notBefore: daysFrom(now, -1800),
    notAfter: daysFrom(now, 5400),
    spki: rootKeys.spki,
    extensions: given.rootExtensions ?? [x509.basicConstraints(true), signs, x509.subjectKeyId(rootId)],
    signer: rootKeys,
  });
  const sub = x509.makeCertificate({
    subject: subName,
    issuer: rootName,
    notBefore: daysFrom(now, -1000),
    notAfter: given.subNotAfter ?? daysFrom(now, 3600),
    spki: subKeys.spki,
    extensions: given.subExtensions
      ? [...given.subExtensions, x509.subjectKeyId(subId)]
      : [x509.basicConstraints(true, 0), signs, x509.subjectKeyId(subId), x509.authorityKeyId(rootId)],
    signer: rootKeys,
    ...(given.subSignerId === undefined ? {} : { signerId: given.subSignerId }),
  });
  return {
    provider,
    algorithm,
    now,
    root: { certificate: root, keys: rootKeys, subject: rootName, keyId: rootId },
    sub: { certificate: sub, keys: subKeys, subject: subName, keyId: subId },
  };
}

export type LeafSpec = {
  readonly uscc?: string | null;
  readonly name?: string;
  readonly serial?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly keys?: Keys;
  readonly spki?: Uint8Array;
  /** Replaces the whole subject. */
  readonly subject?: readonly x509.Attribute[];
  /** Replaces the extension that carries the USCC. */
  readonly fields?: readonly x509.Extension[];
  /** Replaces key usage, basic constraints and the like. */
  readonly uses?: readonly x509.Extension[];
  readonly more?: readonly x509.Extension[];
  readonly signer?: Keys;
  readonly signerId?: string;
};

export type Leaf = {
  readonly certificate: Buffer;
  readonly keys: Keys;
  readonly serial: string;
  readonly chain: readonly Buffer[];
};

/** The certificate of an enterprise's key. */
export function issueLeaf(hierarchy: Hierarchy, spec: LeafSpec = {}): Leaf {
  const { algorithm, now, sub } = hierarchy;
  const keys = spec.keys ?? makeKeys(algorithm);
  const serial = spec.serial ?? x509.newSerial();
  const name = spec.name ?? '苏州示例智能科技有限公司';
  const usccOid = algorithm === 'SM2' ? FIELD.usccSm2 : FIELD.usccRsa;
  const uscc = spec.uscc === undefined ? inventedUscc() : spec.uscc;
  const certificate = x509.makeCertificate({
    serial,
    subject: x509.nameBytes(spec.subject ?? [x509.country(), x509.organisation(name), x509.commonName(name)]),
    issuer: sub.subject,
    notBefore: spec.notBefore ?? daysFrom(now, -365),
    notAfter: spec.notAfter ?? daysFrom(now, 1095),
    spki: spec.spki ?? keys.spki,
    extensions: [
      ...(spec.uses ?? [x509.keyUsage('digitalSignature', 'nonRepudiation'), x509.basicConstraints(false)]),
      x509.subjectKeyId(sha1(spec.spki ?? keys.spki)),
      x509.authorityKeyId(sub.keyId),
      // Where nobody listens: an address in a certificate is never fetched.
      x509.crlPoint('http://127.0.0.1:9/never-fetched.crl'),
      ...(spec.fields ?? (uscc ? [x509.textExtension(usccOid, uscc, 'printable')] : [])),
      ...(spec.more ?? []),
    ],
    signer: spec.signer ?? sub.keys,
    ...(spec.signerId === undefined ? {} : { signerId: spec.signerId }),
  });
  return { certificate, keys, serial, chain: [sub.certificate] };
}

export type CrlSpec = {
  readonly revoked?: readonly string[];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date | null;
  readonly number?: number;
  readonly issuer?: Authority;
  readonly signer?: Keys;
  readonly extensions?: readonly x509.Extension[];
};

/** The revocation list of the authority below the root, or of the given one. */
export function makeCrl(hierarchy: Hierarchy, spec: CrlSpec = {}): Buffer {
  const issuer = spec.issuer ?? hierarchy.sub;
  const thisUpdate = spec.thisUpdate ?? daysFrom(hierarchy.now, -1);
  const next = spec.nextUpdate === undefined ? daysFrom(hierarchy.now, 7) : spec.nextUpdate;
  const superseded = { oid: '2.5.29.21', value: Buffer.from([0x0a, 0x01, 0x04]) };
  const entries = (spec.revoked ?? []).map((serial) =>
    sequence(bigNumber(serial), time(thisUpdate), x509.extensionList([superseded])),
  );
  const extensions = [
    x509.authorityKeyId(issuer.keyId),
    { oid: '2.5.29.20', value: bytesOf(number(spec.number ?? 1)) },
    ...(spec.extensions ?? []),
  ];
  const toBeSigned = bytesOf(
    sequence(
      number(1),
      x509.algorithmId(issuer.keys.algorithm),
      ready(issuer.subject),
      time(thisUpdate),
      ...(next ? [time(next)] : []),
      ...(entries.length > 0 ? [sequence(...entries)] : []),
      tagged(0, x509.extensionList(extensions)),
    ),
  );
  return x509.signedObject(toBeSigned, spec.signer ?? issuer.keys);
}

/** An SM2 public key whose point does not lie on the curve. */
export function offCurve(keys: Keys): Buffer {
  const point = Buffer.from(keys.spki.subarray(-65));
  point[64] = (point[64] ?? 0) ^ 1;
  return sm2Spki(point);
}

function sha1(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest();
}
