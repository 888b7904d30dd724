import { randomBytes } from 'node:crypto';
import {
  bigNumber,
  bits,
  bytesOf,
  type Encoding,
  nothing,
  number,
  octets,
  oid,
  ready,
  sequence,
  set,
  tagged,
  taggedBytes,
  text,
  time,
  truth,
} from './asn1';
import type { Algorithm, Keys } from './keys';

export type Attribute = readonly [oid: string, value: string, encoding?: Encoding];
export type Extension = { readonly oid: string; readonly value: Uint8Array; readonly isCritical?: boolean };

const ATTRIBUTE = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3', serialNumber: '2.5.4.5' } as const;
const USE = { digitalSignature: 0, nonRepudiation: 1, keyEncipherment: 2, keyCertSign: 5, cRLSign: 6 } as const;

export function nameBytes(attributes: readonly Attribute[]): Buffer {
  return bytesOf(sequence(...attributes.map(([id, value, encoding]) => set(sequence(oid(id), text(value, encoding))))));
}

export const organisation = (name: string, encoding?: Encoding): Attribute => [ATTRIBUTE.O, name, encoding];
export const commonName = (name: string, encoding?: Encoding): Attribute => [ATTRIBUTE.CN, name, encoding];
export const country = (): Attribute => [ATTRIBUTE.C, 'CN', 'printable'];
export const serialNumber = (value: string): Attribute => [ATTRIBUTE.serialNumber, value, 'printable'];
export const unit = (value: string): Attribute => [ATTRIBUTE.OU, value];

/** An extension that holds a string of this encoding, or with `bare` the bytes of the string alone. */
export function textExtension(id: string, value: string, encoding: Encoding | 'bare' = 'utf8'): Extension {
  return { oid: id, value: encoding === 'bare' ? Buffer.from(value) : bytesOf(text(value, encoding)) };
}

export function keyUsage(...uses: (keyof typeof USE)[]): Extension {
  const byte = uses.reduce((sum, use) => sum | (0x80 >> USE[use]), 0);
  const unused = byte === 0 ? 0 : Math.log2(byte & -byte);
  return { oid: '2.5.29.15', value: bytesOf(bits(Buffer.from([byte]), unused)), isCritical: true };
}

export function basicConstraints(isCa: boolean, pathLength?: number): Extension {
  const parts = [...(isCa ? [truth(true)] : []), ...(pathLength === undefined ? [] : [number(pathLength)])];
  return { oid: '2.5.29.19', value: bytesOf(sequence(...parts)), isCritical: true };
}

export const subjectKeyId = (id: Uint8Array): Extension => ({ oid: '2.5.29.14', value: bytesOf(octets(id)) });
export const authorityKeyId = (id: Uint8Array): Extension => ({
  oid: '2.5.29.35',
  value: bytesOf(sequence(taggedBytes(0, id))),
});
export const extendedKeyUsage = (...purposes: string[]): Extension => ({
  oid: '2.5.29.37',
  value: bytesOf(sequence(...purposes.map(oid))),
});
export const crlPoint = (url: string): Extension => ({
  oid: '2.5.29.31',
  value: bytesOf(sequence(sequence(tagged(0, tagged(0, taggedBytes(6, Buffer.from(url))))))),
});

export type CertificateSpec = {
  readonly serial?: string;
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Uint8Array;
  readonly extensions: readonly Extension[];
  readonly signer: Keys;
  /** SM2 identity other than the standard one. */
  readonly signerId?: string;
};

export const algorithmId = (algorithm: Algorithm) =>
  algorithm === 'RSA' ? sequence(oid('1.2.840.113549.1.1.11'), nothing()) : sequence(oid('1.2.156.10197.1.501'));

export const newSerial = () => `5${randomBytes(15).toString('hex')}`;

export function extensionList(extensions: readonly Extension[]) {
  return sequence(
    ...extensions.map(({ oid: id, value, isCritical }) =>
      sequence(oid(id), ...(isCritical ? [truth(true)] : []), octets(value)),
    ),
  );
}

/** Certificate or list: what is signed, the algorithm, the signature. */
export function signedObject(toBeSigned: Uint8Array, signer: Keys, id?: string): Buffer {
  return bytesOf(sequence(ready(toBeSigned), algorithmId(signer.algorithm), bits(signer.sign(toBeSigned, id))));
}

export function makeCertificate(spec: CertificateSpec): Buffer {
  const toBeSigned = bytesOf(
    sequence(
      tagged(0, number(2)),
      bigNumber(spec.serial ?? newSerial()),
      algorithmId(spec.signer.algorithm),
      ready(spec.issuer),
      sequence(time(spec.notBefore), time(spec.notAfter)),
      ready(spec.subject),
      ready(spec.spki),
      tagged(3, extensionList(spec.extensions)),
    ),
  );
  return signedObject(toBeSigned, spec.signer, spec.signerId);
}
