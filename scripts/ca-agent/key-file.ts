import { makeCms } from '../../__tests__/builders/certificates/cms';
import { readKeys, type Authority, type Hierarchy, type Leaf } from '../../__tests__/builders/certificates/hierarchy';
import type { Key } from './usb-ports';

export type Signature = {
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly signature: string;
  readonly format: 'raw' | 'cms';
};

const PEM_PART = /-----BEGIN ([A-Z ]+)-----([\s\S]+?)-----END \1-----/g;

function partsOf(pem: string, kind: string): string[] {
  return [...pem.matchAll(PEM_PART)].flatMap(([, name, body = '']) => (name === kind ? [body.replace(/\s/g, '')] : []));
}

/** One PEM file as it lies on the key: private key, its certificate, the issuers above it without the root. */
export function keyFile({ keys, certificate, chain }: Leaf): string {
  const block = (der: Uint8Array) =>
    `-----BEGIN CERTIFICATE-----\n${(
      Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? []
    ).join('\n')}\n-----END CERTIFICATE-----\n`;
  return keys.pem + [certificate, ...chain].map(block).join('');
}

/** What may be read without the PIN: the certificate and its issuers, base64 of DER. */
export function certificatesIn(pem: string): { certificate: string; chain: string[] } {
  const [certificate = '', ...chain] = partsOf(pem, 'CERTIFICATE');
  return { certificate, chain };
}

/** Signs with the key on this file: SM2 with SM3, RSA with SHA-256. */
export function signWith({ algorithm, pem, serial, issuerName }: Key, data: Buffer, format: 'raw' | 'cms'): Signature {
  const found = certificatesIn(pem);
  const keys = readKeys(algorithm, pem);
  if (format === 'raw') return { ...found, signature: keys.sign(data).toString('base64'), format };
  const der = (base64: string) => Buffer.from(base64, 'base64');
  const [issuer = ''] = found.chain;
  const sub: Pick<Authority, 'certificate' | 'subject'> = { certificate: der(issuer), subject: der(issuerName) };
  const leaf: Leaf = { certificate: der(found.certificate), keys, serial, chain: found.chain.map(der) };
  // Of the hierarchy only the issuer's certificate and name go into the envelope.
  const cms = makeCms({ algorithm, sub } as Hierarchy, leaf, data);
  return { ...found, signature: cms.toString('base64'), format };
}
