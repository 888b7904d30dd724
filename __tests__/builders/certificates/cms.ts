import { createHash } from 'node:crypto';
import { sm3, zOf } from '@/lib/enterprise/reading/sm2';
import { bigNumber, bytesOf, nothing, number, octets, oid, ready, sequence, set, tagged } from './asn1';
import type { Hierarchy, Leaf } from './hierarchy';

const RSA = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  digest: '2.16.840.1.101.3.4.2.1',
  signature: '1.2.840.113549.1.1.1',
};
/** GM/T 0010. */
const SM2 = {
  signedData: '1.2.156.10197.6.1.4.2.2',
  data: '1.2.156.10197.6.1.4.2.1',
  digest: '1.2.156.10197.1.401',
  signature: '1.2.156.10197.1.301.1',
};

export type CmsSpec = {
  readonly attached?: boolean;
  /** Attributes that carry the digest, which is then what is signed. */
  readonly attributes?: boolean;
  /** SM3 over Z and content, as some agents read GM/T 0010. */
  readonly digestWithZ?: boolean;
  /** What is really put in, where it is not what is signed. */
  readonly otherContent?: Uint8Array;
  readonly serial?: string;
};

/** Signed data over the content by this leaf, in the form of its algorithm. */
export function makeCms(hierarchy: Hierarchy, leaf: Leaf, content: Uint8Array, spec: CmsSpec = {}): Buffer {
  const isSm2 = hierarchy.algorithm === 'SM2';
  const names = isSm2 ? SM2 : RSA;
  const algorithm = (id: string) => (isSm2 ? sequence(oid(id)) : sequence(oid(id), nothing()));
  const digest = isSm2
    ? spec.digestWithZ
      ? sm3(zOf(leaf.keys.spki.subarray(-65)), content)
      : sm3(content)
    : createHash('sha256').update(content).digest();
  const attributes = [
    sequence(oid('1.2.840.113549.1.9.3'), set(oid(names.data))),
    sequence(oid('1.2.840.113549.1.9.4'), set(octets(digest))),
  ];
  const signature = leaf.keys.sign(spec.attributes ? bytesOf(set(...attributes)) : content);
  const signer = sequence(
    number(1),
    sequence(ready(hierarchy.sub.subject), bigNumber(spec.serial ?? leaf.serial)),
    algorithm(names.digest),
    ...(spec.attributes ? [tagged(0, ...attributes)] : []),
    algorithm(names.signature),
    octets(signature),
  );
  const inner = sequence(
    oid(names.data),
    ...(spec.attached === false ? [] : [tagged(0, octets(spec.otherContent ?? content))]),
  );
  const certificates = tagged(0, ready(leaf.certificate), ready(hierarchy.sub.certificate));
  const signedData = sequence(number(1), set(algorithm(names.digest)), inner, certificates, set(signer));
  return bytesOf(sequence(oid(names.signedData), tagged(0, signedData)));
}
