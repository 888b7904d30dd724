import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CaReason } from '../rules/ca-reasons';
import type { CertificateView } from '../rules/ca-view';
import { OID } from './algorithms';
import { childrenOf, type Der, DerFault, expect, partsOf, readDer, TAG } from './der';
import { hex, oidOf, positiveHex } from './der-values';
import { pointOf } from './signed-by';
import { sm3, zOf } from './sm2';

/** Signed data and plain data, by PKCS#7 and by GM/T 0010. */
const SIGNED_DATA = ['1.2.840.113549.1.7.2', '1.2.156.10197.6.1.4.2.2'];
const DATA = ['1.2.840.113549.1.7.1', '1.2.156.10197.6.1.4.2.1'];
const SHA256 = '2.16.840.1.101.3.4.2.1';
const SM3 = ['1.2.156.10197.1.401', '1.2.156.10197.1.401.1'];
const RSA_SIGNATURES: readonly string[] = [OID.rsa, OID.rsaSha256];
const SM2_SIGNATURES: readonly string[] = ['1.2.156.10197.1.301.1', OID.sm2Sm3, OID.sm2Curve];
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** What in an envelope was signed, and by what. */
export type Envelope = { readonly signed: Uint8Array; readonly signature: Uint8Array };

/**
 * Opens an envelope with one signer, who is the given certificate, over the given content, attached or not. What the
 * signature covers is the content itself, or attributes that carry its digest.
 */
export function openEnvelope(
  bytes: Uint8Array,
  leaf: CertificateView,
  content: Uint8Array,
): Result<Envelope, CaReason> {
  try {
    const [type, wrapped] = partsOf(readDer(bytes));
    if (!SIGNED_DATA.includes(oidOf(type))) return refuse('signature-unreadable');
    const [, , inner, ...rest] = partsOf(childrenOf(expect(wrapped, 0xa0))[0]);
    const attached = attachedContent(inner);
    if (attached && hex(attached) !== hex(content)) return refuse('signature-other-content');
    const signers = partsOf(rest.at(-1), TAG.set);
    if (signers.length !== 1) return refuse('signature-unreadable');
    return readSigner(signers[0], leaf, content);
  } catch (error) {
    if (error instanceof DerFault) return refuse('signature-unreadable');
    throw error;
  }
}

function attachedContent(inner: Der | undefined): Uint8Array | null {
  const [type, wrapped] = partsOf(inner);
  if (!DATA.includes(oidOf(type))) throw new DerFault('content');
  return wrapped ? expect(childrenOf(expect(wrapped, 0xa0))[0], TAG.octetString).content : null;
}

function readSigner(signer: Der | undefined, leaf: CertificateView, content: Uint8Array): Result<Envelope, CaReason> {
  const [, id, digest, ...rest] = partsOf(signer);
  if (!isIdOf(id, leaf)) return refuse('signature-other-signer');
  const attributes = rest[0]?.tag === 0xa0 ? rest.shift() : undefined;
  const [algorithm, value] = rest;
  if (!fits(leaf, oidOf(partsOf(digest)[0]), oidOf(partsOf(algorithm)[0]))) return refuse('signature-unreadable');
  const signature = expect(value, TAG.octetString).content;
  if (!attributes) return ok({ signed: content, signature });
  if (!digestsOf(leaf, content).includes(attribute(attributes, MESSAGE_DIGEST, TAG.octetString))) {
    return refuse('signature-other-content');
  }
  const type = childrenOf(attributes).find((one) => oidOf(partsOf(one)[0]) === CONTENT_TYPE);
  if (!type || !DATA.includes(oidOf(partsOf(partsOf(type)[1], TAG.set)[0]))) return refuse('signature-other-content');
  // Attributes are signed as the SET that they are, not under the tag that they travel with.
  return ok({ signed: Buffer.concat([Buffer.from([TAG.set]), attributes.bytes.subarray(1)]), signature });
}

function isIdOf(id: Der | undefined, leaf: CertificateView): boolean {
  if (id?.tag === 0x80) return hex(id.content) === leaf.subjectKeyId;
  const [issuer, serial] = partsOf(id);
  return hex(issuer?.bytes ?? new Uint8Array()) === leaf.issuer.der && positiveHex(serial) === leaf.serial;
}

function fits({ key }: CertificateView, digest: string, signature: string): boolean {
  if (key.kind === 'RSA') return digest === SHA256 && RSA_SIGNATURES.includes(signature);
  return key.kind === 'SM2' && SM3.includes(digest) && SM2_SIGNATURES.includes(signature);
}

/** SM3 of the content, with Z before it or without: libraries read GM/T 0010 either way, and both name the content. */
function digestsOf(leaf: CertificateView, content: Uint8Array): string[] {
  if (leaf.key.kind !== 'SM2') return [createHash('sha256').update(content).digest('hex')];
  return [sm3(content), sm3(zOf(pointOf(leaf)), content)].map(hex);
}

function attribute(attributes: Der, oid: string, tag: number): string {
  const found = childrenOf(attributes).filter((one) => oidOf(partsOf(one)[0]) === oid);
  const values = found[0] ? partsOf(partsOf(found[0])[1], TAG.set) : [];
  if (found.length !== 1 || values.length !== 1) throw new DerFault('attribute');
  return hex(expect(values[0], tag).content);
}
