import { DEFAULT_FIELDS } from '@/lib/enterprise/rules/ca-fields';
import type { CaReason } from '@/lib/enterprise/rules/ca-reasons';
import type { CaEvidence } from '@/lib/ports/ca-verifier';
import * as x509 from '../../builders/certificates/certificate';
import { makeCms } from '../../builders/certificates/cms';
import {
  type Algorithm,
  asPair,
  daysFrom,
  FIELD,
  type Hierarchy,
  inventedUscc,
  issueLeaf,
  type Keys,
  type Leaf,
  type LeafSpec,
  makeCrl,
  makeHierarchy,
  makeKeys,
  offCurve,
} from '../../builders/certificates/hierarchy';

export const NOW = new Date('2026-11-23T02:00:00Z');
export const CHALLENGE = Buffer.from('SIPAC-REG-V1\nregistration|https://example.com|JIANGSU|b|e\nn');
export const NAME = '苏州示例智能科技有限公司';

/** Keys are slow to make: these few are enough for every case of an algorithm. */
export type Pool = { readonly root: Keys; readonly sub: Keys; readonly leaf: Keys; readonly other: Keys };
export const makePool = (algorithm: Algorithm): Pool => ({
  root: makeKeys(algorithm),
  sub: makeKeys(algorithm),
  leaf: makeKeys(algorithm),
  other: makeKeys(algorithm),
});

export type Bench = { readonly algorithm: Algorithm; readonly pool: Pool; readonly good: Hierarchy };

export const makeBench = (algorithm: Algorithm): Bench => {
  const pool = makePool(algorithm);
  return { algorithm, pool, good: makeHierarchy('JIANGSU', algorithm, { now: NOW, keys: pool }) };
};

/** What a key answers when nothing is wrong; what differs is given. */
export function evidence(hierarchy: Hierarchy, leaf: Leaf, given: Partial<CaEvidence> = {}): CaEvidence {
  return {
    now: NOW,
    challenge: CHALLENGE,
    certificate: leaf.certificate,
    chain: leaf.chain,
    signature: leaf.keys.sign(CHALLENGE),
    format: 'raw',
    anchors: [{ der: hierarchy.root.certificate, label: 'root', role: 'root' }],
    crls: [makeCrl(hierarchy)],
    fields: DEFAULT_FIELDS.JIANGSU,
    ...given,
  };
}

export const leafOf = ({ pool, good }: Bench, spec: LeafSpec = {}, hierarchy = good): Leaf =>
  issueLeaf(hierarchy, { keys: pool.leaf, ...spec });

export type Case = {
  readonly name: string;
  /** The internal reason, or the name that a good key proves. */
  readonly gives: CaReason | { readonly name: string };
  readonly only?: Algorithm;
  readonly make: (bench: Bench) => CaEvidence;
};

const leafCase = (name: string, gives: Case['gives'], spec: LeafSpec | ((bench: Bench) => LeafSpec)): Case => ({
  name,
  gives,
  make: (bench) => evidence(bench.good, leafOf(bench, typeof spec === 'function' ? spec(bench) : spec)),
});

const leafBytes = (name: string, gives: CaReason, change: (der: Buffer) => Buffer): Case => ({
  name,
  gives,
  make: (bench) => {
    const leaf = leafOf(bench);
    return evidence(bench.good, { ...leaf, certificate: change(leaf.certificate) });
  },
});

const answerCase = (
  name: string,
  gives: Case['gives'],
  answer: (bench: Bench, leaf: Leaf) => Partial<CaEvidence>,
  only?: Algorithm,
): Case => ({
  name,
  gives,
  ...(only ? { only } : {}),
  make: (bench) => {
    const leaf = leafOf(bench);
    return evidence(bench.good, leaf, answer(bench, leaf));
  },
});

const crlCase = (name: string, gives: CaReason, crls: (bench: Bench, leaf: Leaf) => Buffer[]): Case =>
  answerCase(name, gives, (bench, leaf) => ({ crls: crls(bench, leaf) }));

const chainCase = (name: string, gives: CaReason, build: (bench: Bench) => Hierarchy): Case => ({
  name,
  gives,
  make: (bench) => {
    const hierarchy = build(bench);
    return evidence(hierarchy, leafOf(bench, {}, hierarchy));
  },
});

const good = { name: NAME };
const uscc = inventedUscc();
const signs = x509.keyUsage('keyCertSign', 'cRLSign');
const fields = (...extensions: x509.Extension[]): LeafSpec => ({ fields: extensions });
const person = (bench: Bench) => (bench.algorithm === 'SM2' ? FIELD.personSm2 : FIELD.personRsa);
const registration = (bench: Bench) => (bench.algorithm === 'SM2' ? FIELD.registrationSm2 : FIELD.registrationRsa);

function replaced(der: Buffer, from: string, to: string): Buffer {
  return Buffer.from(der.toString('hex').replaceAll(from, to), 'hex');
}

const brokenCheck = `${uscc.slice(0, 17)}${uscc.endsWith('1') ? '2' : '1'}`;
const second = (days: number, seconds = 0) => new Date(daysFrom(NOW, days).getTime() + seconds * 1000);

const GOOD: Case[] = [
  leafCase('a good key', good, {}),
  answerCase('a signature in an envelope', good, ({ good: h }, leaf) => cms(makeCms(h, leaf, CHALLENGE))),
  answerCase('an envelope with signed attributes', good, ({ good: h }, leaf) =>
    cms(makeCms(h, leaf, CHALLENGE, { attributes: true })),
  ),
  answerCase('an envelope without the content', good, ({ good: h }, leaf) =>
    cms(makeCms(h, leaf, CHALLENGE, { attached: false })),
  ),
  answerCase(
    'an envelope whose digest has Z before it',
    good,
    ({ good: h }, leaf) => cms(makeCms(h, leaf, CHALLENGE, { attributes: true, digestWithZ: true })),
    'SM2',
  ),
  answerCase('64 bytes r and s', good, (_, leaf) => ({ signature: asPair(leaf.keys.sign(CHALLENGE)) }), 'SM2'),
  leafCase('a name in GBK', good, { subject: [x509.organisation(NAME, 'gbk')] }),
  leafCase('a name in UCS-2', good, { subject: [x509.organisation(NAME, 'bmp')] }),
  leafCase('a name in CN alone, with a key number', good, { subject: [x509.commonName(`${NAME}@0001`)] }),
  leafCase('a USCC without a type around it', good, fields(x509.textExtension(FIELD.usccSm2, uscc, 'bare'))),
  leafCase('a USCC behind a prefix', good, fields(x509.textExtension(FIELD.unitId, `1@5009SF0${uscc}`))),
  leafCase('the old organisation code beside it', good, {
    more: [x509.textExtension(FIELD.taxpayer, uscc.slice(8, 17))],
  }),
  leafCase('in force to the last second', good, { notAfter: second(0) }),
  leafCase('in force from the first second', good, { notBefore: second(0) }),
];

function cms(signature: Buffer): Partial<CaEvidence> {
  return { signature, format: 'cms' };
}

const CERTIFICATE: Case[] = [
  leafBytes('cut off', 'not-der', (der) => der.subarray(0, der.length - 7)),
  leafBytes('bytes after the end', 'not-der', (der) => Buffer.concat([der, Buffer.from([0])])),
  leafBytes('a length longer than it need be', 'not-der', (der) => replaced(der, '06035504', '0681035504')),
  leafBytes('another algorithm', 'algorithm-refused', (der) =>
    replaced(replaced(der, '2a864886f70d01010b', '2a864886f70d010105'), '2a811ccf55018375', '2a811ccf55018376'),
  ),
  leafCase('16 KB', 'too-large', { more: [{ oid: '1.2.3.4', value: Buffer.alloc(16 * 1024) }] }),
  leafCase('an extension twice', 'not-a-certificate', (bench) => ({
    more: [0, 1].map(() => x509.textExtension('1.2.3.4', bench.algorithm)),
  })),
  {
    ...leafCase('RSA of 1024 bits', 'rsa-too-short', () => ({ keys: makeKeys('RSA', { rsaBits: 1024 }) })),
    only: 'RSA',
  },
  {
    ...leafCase('a point off the curve', 'point-off-curve', ({ pool }) => ({ spki: offCurve(pool.leaf) })),
    only: 'SM2',
  },
  leafCase('expired', 'expired', { notAfter: second(0, -1) }),
  leafCase('not yet valid', 'not-yet-valid', { notBefore: second(0, 1) }),
  leafCase('no digitalSignature', 'no-digital-signature', { uses: [x509.keyUsage('nonRepudiation')] }),
  leafCase('the encryption certificate of the pair', 'no-digital-signature', {
    uses: [x509.keyUsage('keyEncipherment')],
  }),
  leafCase('a web server', 'other-key-purpose', { more: [x509.extendedKeyUsage('1.3.6.1.5.5.7.3.1')] }),
  leafCase('an authority', 'leaf-is-ca', { uses: [x509.keyUsage('digitalSignature'), x509.basicConstraints(true)] }),
  leafCase('an unknown critical extension', 'critical-extension', {
    more: [{ oid: '1.2.3.4', value: Buffer.from([5, 0]), isCritical: true }],
  }),
  leafCase('a personal certificate', 'personal-certificate', (bench) => ({
    more: [x509.textExtension(person(bench), '320599199001010016')],
  })),
];

const CHAIN: Case[] = [
  answerCase('an unknown root', 'unknown-root', ({ pool }) => ({
    anchors: [
      {
        der: makeHierarchy('SUZHOU', pool.root.algorithm, { now: NOW, keys: pool }).root.certificate,
        label: 'another',
        role: 'root',
      },
    ],
  })),
  {
    name: 'a fake root of the same name',
    gives: 'link-signature',
    make: (bench) => {
      const keys = { root: bench.pool.other, sub: bench.pool.sub };
      const fake = makeHierarchy('JIANGSU', bench.algorithm, { now: NOW, keys });
      const leaf = leafOf(bench, {}, fake);
      const chain = [fake.sub.certificate, fake.root.certificate];
      return evidence(bench.good, leaf, { chain, crls: [makeCrl(fake)] });
    },
  },
  leafCase('signed by somebody else', 'link-signature', ({ pool }) => ({ signer: pool.other })),
  chainCase('an authority without CA:TRUE', 'issuer-not-ca', ({ algorithm, pool }) =>
    makeHierarchy('JIANGSU', algorithm, { now: NOW, keys: pool, subExtensions: [x509.basicConstraints(false), signs] }),
  ),
  chainCase('an authority that may not sign', 'issuer-may-not-sign', ({ algorithm, pool }) =>
    makeHierarchy('JIANGSU', algorithm, {
      ...{ now: NOW, keys: pool },
      subExtensions: [x509.basicConstraints(true), x509.keyUsage('cRLSign')],
    }),
  ),
  chainCase('a root that allows no authority below', 'path-too-long', ({ algorithm, pool }) =>
    makeHierarchy('JIANGSU', algorithm, {
      ...{ now: NOW, keys: pool },
      rootExtensions: [x509.basicConstraints(true, 0), signs],
    }),
  ),
  chainCase('an authority out of force', 'issuer-not-in-force', ({ algorithm, pool }) =>
    makeHierarchy('JIANGSU', algorithm, { now: NOW, keys: pool, subNotAfter: second(-1) }),
  ),
  {
    ...chainCase('an authority signed with an empty id', 'link-signature', ({ algorithm, pool }) =>
      makeHierarchy('JIANGSU', algorithm, { now: NOW, keys: pool, subSignerId: '' }),
    ),
    only: 'SM2',
  },
  answerCase('no root at all', 'no-roots', () => ({ anchors: [] })),
];

const LISTS: Case[] = [
  crlCase('revoked', 'revoked', ({ good: h }, { serial }) => [makeCrl(h, { revoked: [serial] })]),
  crlCase('revoked in a list that is over', 'revoked', ({ good: h }, { serial }) => [
    makeCrl(h, { revoked: [serial], nextUpdate: second(0) }),
  ]),
  crlCase('a list that is over', 'crl-stale', ({ good: h }) => [makeCrl(h, { nextUpdate: second(0) })]),
  crlCase('a list that names no next one', 'crl-stale', ({ good: h }) => [makeCrl(h, { nextUpdate: null })]),
  crlCase('a list of tomorrow', 'crl-not-yet', ({ good: h }) => [makeCrl(h, { thisUpdate: second(1) })]),
  crlCase('no list', 'crl-missing', () => []),
  crlCase('a list that somebody else signed', 'crl-forged', ({ good: h, pool }) => [
    makeCrl(h, { signer: pool.other }),
  ]),
  crlCase('a list of the root alone', 'crl-missing', ({ good: h }) => [makeCrl(h, { issuer: h.root })]),
];

const ANSWER: Case[] = [
  answerCase('the signature of another key', 'signature-wrong', ({ pool }) => ({
    signature: pool.other.sign(CHALLENGE),
  })),
  answerCase('a signature over something else', 'signature-wrong', (_, leaf) => ({
    signature: leaf.keys.sign(Buffer.from('SIPAC-REG-V1\nother')),
  })),
  answerCase(
    'without an identity',
    'signature-empty-id',
    (_, leaf) => ({ signature: leaf.keys.sign(CHALLENGE, '') }),
    'SM2',
  ),
  answerCase('no signature', 'signature-unreadable', () => ({ signature: Buffer.alloc(10), format: 'cms' })),
  answerCase('an envelope around something else', 'signature-other-content', ({ good: h }, leaf) =>
    cms(makeCms(h, leaf, CHALLENGE, { otherContent: Buffer.from('x') })),
  ),
  answerCase('an envelope of another signer', 'signature-other-signer', ({ good: h }, leaf) =>
    cms(makeCms(h, leaf, CHALLENGE, { serial: '77' })),
  ),
];

const FIELDS: Case[] = [
  leafCase('no USCC', 'no-uscc', { uscc: null }),
  leafCase('a number of 15 digits', 'registration-number-only', (bench) =>
    fields(x509.textExtension(registration(bench), '320594000123456')),
  ),
  leafCase('a wrong check character', 'bad-check-character', { uscc: brokenCheck }),
  leafCase('two extensions that disagree', 'sources-disagree', {
    more: [x509.textExtension(FIELD.unitId, inventedUscc(7))],
  }),
  leafCase('O and extension that disagree', 'sources-disagree', {
    subject: [x509.organisation(`${NAME} ${inventedUscc(7)}`)],
  }),
  leafCase('another organisation code', 'sources-disagree', {
    more: [x509.textExtension(FIELD.taxpayer, 'MA1234567')],
  }),
  leafCase('no name', 'no-name', { subject: [x509.country()] }),
];

export const CASES: readonly Case[] = [...GOOD, ...CERTIFICATE, ...CHAIN, ...LISTS, ...ANSWER, ...FIELDS];
