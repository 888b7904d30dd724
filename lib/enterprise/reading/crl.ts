import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CrlView } from '../rules/ca-view';
import { signatureAlgorithm } from './algorithms';
import { childrenOf, type Der, DerFault, partsOf, readDer, readOnly, TAG } from './der';
import { hex, positiveHex, timeOf, wholeBytes } from './der-values';
import { rawExtension, rawExtensions, type RawExtension } from './extensions';
import { readName, urisIn } from './names';

const isTime = (one: Der | undefined) => one?.tag === TAG.utcTime || one?.tag === TAG.generalizedTime;
const CRL_NUMBER = '2.5.29.20';
const PART = '2.5.29.28';
const REASON = '2.5.29.21';
const INVALID_SINCE = '2.5.29.24';
const AUTHORITY = '2.5.29.35';

/** Reads a whole revocation list; one that is a difference, or about other issuers' certificates, is none of ours. */
export function readCrl(der: Uint8Array): Result<CrlView, 'not-a-list'> {
  try {
    return ok(listOf(readOnly(der)));
  } catch (error) {
    if (error instanceof DerFault) return refuse('not-a-list');
    throw error;
  }
}

function listOf(whole: Der): CrlView {
  const [signed, algorithm, signature, more] = partsOf(whole);
  if (!signed || !algorithm || more) throw new DerFault('list');
  const parts = partsOf(signed);
  if (parts[0]?.tag === TAG.integer) parts.shift();
  const [inner, issuer, thisUpdate, ...rest] = parts;
  if (!inner || hex(inner.bytes) !== hex(algorithm.bytes)) throw new DerFault('two algorithms');
  const nextUpdate = isTime(rest[0]) ? rest.shift() : undefined;
  const entries = rest[0]?.tag === TAG.sequence ? rest.shift() : undefined;
  const extensions = rawExtensions(rest[0]?.tag === 0xa0 ? childrenOf(rest[0])[0] : undefined);
  refuseUnknown(extensions, [CRL_NUMBER, PART, AUTHORITY]);
  const number = extensions.find(({ oid }) => oid === CRL_NUMBER);
  return {
    signed: signed.bytes,
    signature: wholeBytes(signature),
    signatureAlgorithm: signatureAlgorithm(algorithm),
    issuer: readName(issuer),
    number: number ? positiveHex(readDer(number.value)) : null,
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: nextUpdate ? timeOf(nextUpdate) : null,
    revoked: new Set((entries ? childrenOf(entries) : []).map(revokedSerial)),
    ...scopeOf(extensions.find(({ oid }) => oid === PART)),
  };
}

function revokedSerial(entry: Der): string {
  const [serial, date, extensions] = partsOf(entry);
  if (!isTime(date)) throw new DerFault('revoked without a date');
  if (extensions) refuseUnknown(partsOf(extensions).map(rawExtension), [REASON, INVALID_SINCE]);
  return positiveHex(serial);
}

function refuseUnknown(extensions: readonly RawExtension[], known: readonly string[]): void {
  if (extensions.some(({ oid, isCritical }) => isCritical && !known.includes(oid))) throw new DerFault('critical');
}

/** IssuingDistributionPoint: [0] where, [1] users only, [2] issuers only; some reasons, indirect, attributes: refused. */
function scopeOf(part: RawExtension | undefined): Pick<CrlView, 'covers' | 'partOf'> {
  if (!part) return { covers: 'all', partOf: null };
  let covers: CrlView['covers'] = 'all';
  let partOf: string[] | null = null;
  for (const one of partsOf(readDer(part.value))) {
    const isSet = one.content[0] === 0xff;
    if (one.tag === 0xa0) {
      const fullName = childrenOf(one).find(({ tag }) => tag === 0xa0);
      if (!fullName) throw new DerFault('a part by a relative name');
      partOf = urisIn(childrenOf(fullName));
    } else if (one.tag === 0x81) covers = isSet ? 'users' : covers;
    else if (one.tag === 0x82) covers = isSet ? 'issuers' : covers;
    else if (isSet || one.tag === 0x83) throw new DerFault('an indirect list');
  }
  return { covers, partOf };
}
