import type { CertificateView, ExtensionView, KeyUse } from '../rules/ca-view';
import { childrenOf, type Der, DerFault, expect, partsOf, readDer, TAG } from './der';
import { hex, oidOf, setBits, smallNumber } from './der-values';
import { urisIn } from './names';
import { extensionText } from './texts';

export type RawExtension = { readonly oid: string; readonly isCritical: boolean; readonly value: Uint8Array };

/** Extensions in their order; one that comes twice makes the whole unreadable (RFC 5280, 4.2). */
export function rawExtensions(list: Der | undefined): RawExtension[] {
  const read = list ? partsOf(list).map(rawExtension) : [];
  if (new Set(read.map(({ oid }) => oid)).size !== read.length) throw new DerFault('an extension twice');
  return read;
}

export function rawExtension(one: Der): RawExtension {
  const parts = partsOf(one);
  const isCritical = parts.length === 3 && expect(parts[1], TAG.boolean).content[0] === 0xff;
  if (parts.length < 2 || parts.length > 3) throw new DerFault('extension');
  return { oid: oidOf(parts[0]), isCritical, value: expect(parts.at(-1), TAG.octetString).content };
}

type Meaning = Pick<
  CertificateView,
  'basicConstraints' | 'keyUsage' | 'extendedKeyUsage' | 'subjectKeyId' | 'authorityKeyId' | 'crlNames' | 'extensions'
>;

export function meaningOf(raw: readonly RawExtension[]): Meaning {
  const read = <T>(last: string, how: (value: Uint8Array) => T): T | null => {
    const found = raw.find(({ oid }) => oid === `2.5.29.${last}`);
    return found ? how(found.value) : null;
  };
  return {
    basicConstraints: read('19', basicConstraints),
    keyUsage: read('15', (value) => new Set(setBits(readDer(value)).map(useOf))),
    extendedKeyUsage: read('37', (value) => partsOf(readDer(value)).map(oidOf)),
    subjectKeyId: read('14', (value) => hex(expect(readDer(value), TAG.octetString).content)),
    authorityKeyId: read('35', authorityKeyId),
    crlNames: read('31', crlNames) ?? [],
    extensions: raw.map(({ oid, isCritical, value }): ExtensionView => ({
      oid,
      isCritical,
      text: extensionText(value),
    })),
  };
}

const USES: Readonly<Record<number, KeyUse>> = { 0: 'digitalSignature', 5: 'keyCertSign', 6: 'cRLSign' };
const useOf = (bit: number): KeyUse => USES[bit] ?? 'another';

function basicConstraints(value: Uint8Array): { isCa: boolean; pathLength: number | null } {
  const parts = partsOf(readDer(value));
  const ca = parts[0]?.tag === TAG.boolean ? parts.shift() : undefined;
  return { isCa: ca?.content[0] === 0xff, pathLength: parts[0] ? smallNumber(parts[0]) : null };
}

function authorityKeyId(value: Uint8Array): string | null {
  const id = partsOf(readDer(value)).find(({ tag }) => tag === 0x80);
  return id ? hex(id.content) : null;
}

/** CRLDistributionPoints → distributionPoint [0] → fullName [0] → URI [6]. */
function crlNames(value: Uint8Array): string[] {
  return partsOf(readDer(value)).flatMap((point) =>
    partsOf(point)
      .filter(({ tag }) => tag === 0xa0)
      .flatMap((name) => childrenOf(name).filter(({ tag }) => tag === 0xa0))
      .flatMap((fullName) => urisIn(childrenOf(fullName))),
  );
}
