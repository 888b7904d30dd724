/** What was read out of a certificate; bytes stand beside their meaning, so that what is checked is what was signed. */
export type CertificateView = {
  readonly der: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo as it came. */
  readonly spki: Uint8Array;
  readonly key: KeyView;
  readonly serial: string;
  readonly subject: NameView;
  readonly issuer: NameView;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly basicConstraints: { readonly isCa: boolean; readonly pathLength: number | null } | null;
  readonly keyUsage: ReadonlySet<KeyUse> | null;
  readonly extendedKeyUsage: readonly string[] | null;
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  /** Compared with a list's own name, never fetched. */
  readonly crlNames: readonly string[];
  readonly extensions: readonly ExtensionView[];
};

/** `other` is whatever else a certificate may say; nothing of it is accepted. */
export type SignatureAlgorithm = 'RSA-SHA256' | 'SM2-SM3' | 'other';

export type KeyView =
  | { readonly kind: 'RSA'; readonly bits: number; readonly isExponentGood: boolean }
  | { readonly kind: 'SM2'; readonly isOnCurve: boolean }
  | { readonly kind: 'other' };

export type KeyUse = 'digitalSignature' | 'keyCertSign' | 'cRLSign' | 'another';

export type NameView = {
  /** The name's bytes in hex: names are equal when these are. */
  readonly der: string;
  readonly attributes: readonly { readonly oid: string; readonly text: string | null }[];
};

/** `text` is null where the value is no text in any encoding that CAs use. */
export type ExtensionView = { readonly oid: string; readonly isCritical: boolean; readonly text: string | null };

export type CrlView = {
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly issuer: NameView;
  readonly number: string | null;
  readonly thisUpdate: Date;
  /** A list that does not say when the next one comes is stale at once. */
  readonly nextUpdate: Date | null;
  readonly revoked: ReadonlySet<string>;
  /** Which certificates the list is about; `partOf` names one part of a list that was cut. */
  readonly covers: 'all' | 'users' | 'issuers';
  readonly partOf: readonly string[] | null;
};

/** 江苏CA（演示） / TEST JIANGSU CA: the organisation and the common name, as people know an issuer. */
export function nameInWords({ attributes }: NameView): string {
  const parts = ['2.5.4.10', '2.5.4.3'].flatMap((id) => attributes.find(({ oid }) => oid === id)?.text ?? []);
  return parts.join(' / ') || '（无名称）';
}
