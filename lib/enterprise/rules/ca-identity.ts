import { normaliseCode } from '@/lib/kernel/normalise-text';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { parseUscc, type Uscc } from '@/lib/kernel/uscc';
import type { FieldSource, FieldTable } from './ca-fields';
import type { CaReason } from './ca-reasons';
import type { CertificateView } from './ca-view';

const ORGANISATION = '2.5.4.10';
const COMMON_NAME = '2.5.4.3';
const NAME_LENGTH_MAX = 100;

/** An extension that says whose ID card this is: the certificate is a person's, whatever else stands in it. */
export function isPersonal(certificate: CertificateView, table: FieldTable): boolean {
  return certificate.extensions.some(({ oid, text }) => table.personal.includes(oid) && text !== '');
}

/** What one source says: a USCC, nine characters of an organisation code, a USCC with a wrong character, or nothing. */
type Claim =
  | { readonly kind: 'uscc'; readonly uscc: Uscc }
  | { readonly kind: 'organisation'; readonly code: string }
  | { readonly kind: 'broken' };

/**
 * USCC and name of the enterprise. The first source with a good check character wins, and every other that says
 * something of the kind must agree with it; which is right is then for the CA window to say, not for us.
 */
export function readIdentity(
  certificate: CertificateView,
  table: FieldTable,
): Result<{ readonly uscc: Uscc; readonly name: string }, CaReason> {
  const claims = table.sources
    .filter(({ isOn }) => isOn)
    .flatMap((source) => valuesOf(certificate, source).flatMap((text) => claimOf(text, source)))
    .concat(claimsInNames(certificate));
  const first = claims.find((claim) => claim.kind === 'uscc');
  if (!first) return refuse(whyNone(certificate, table, claims));
  if (!claims.every((claim) => agrees(claim, first.uscc))) return refuse('sources-disagree');
  const name = nameOf(certificate, table);
  return name ? ok({ uscc: first.uscc, name }) : refuse('no-name');
}

function valuesOf({ extensions, subject }: CertificateView, { place, oid }: FieldSource): string[] {
  const from = place === 'extension' ? extensions : subject.attributes;
  return from.flatMap((one) => (one.oid === oid && one.text ? [one.text] : []));
}

function claimOf(text: string, source: FieldSource): Claim[] {
  const code = withoutPrefix(normaliseCode(text), source.prefixes);
  const read = parseUscc(code);
  if (read.ok) return [{ kind: 'uscc', uscc: read.value }];
  // The subject is free text: a number there that is no USCC may be anything.
  if (source.place === 'subject') return [];
  if (/^[0-9A-Z]{18}$/.test(code)) return [{ kind: 'broken' }];
  const organisation = code.replace('-', '');
  return /^[0-9A-Z]{8}[0-9X]$/.test(organisation) ? [{ kind: 'organisation', code: organisation }] : [];
}

/** A USCC written into O or CN must be the same one. */
function claimsInNames({ subject }: CertificateView): Claim[] {
  return subject.attributes
    .filter(({ oid }) => oid === ORGANISATION || oid === COMMON_NAME)
    .flatMap(({ text }) => normaliseWords(text ?? ''))
    .flatMap((word): Claim[] => {
      const read = parseUscc(word);
      return read.ok ? [{ kind: 'uscc', uscc: read.value }] : [];
    });
}

const normaliseWords = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .match(/[0-9A-Z]{18,}/g) ?? [];

function withoutPrefix(code: string, prefixes: readonly string[]): string {
  const fitting = prefixes
    .map(normaliseCode)
    .filter((prefix) => code.startsWith(prefix) && code.length > prefix.length)
    .sort((a, b) => b.length - a.length);
  return code.slice(fitting[0]?.length ?? 0);
}

/** Characters 9 to 17 of a USCC are the organisation code that the unit had before. */
function agrees(claim: Claim, uscc: Uscc): boolean {
  if (claim.kind === 'uscc') return claim.uscc === uscc;
  return claim.kind === 'organisation' && uscc.slice(8, 17) === claim.code;
}

function whyNone(certificate: CertificateView, table: FieldTable, claims: readonly Claim[]): CaReason {
  if (claims.some(({ kind }) => kind === 'broken')) return 'bad-check-character';
  const numbers = certificate.extensions.filter(({ oid }) => table.registration.includes(oid));
  return numbers.some(({ text }) => text) ? 'registration-number-only' : 'no-uscc';
}

function nameOf({ subject }: CertificateView, table: FieldTable): string | null {
  const first = (oid: string) => subject.attributes.find((one) => one.oid === oid && one.text?.trim())?.text;
  const name = (first(ORGANISATION) ?? cut(first(COMMON_NAME) ?? '', table.nameCuts)).trim();
  return name.length >= 2 && name.length <= NAME_LENGTH_MAX && !/\p{Cc}/u.test(name) ? name : null;
}

function cut(text: string, cuts: readonly string[]): string {
  return cuts.reduce((rest, one) => (rest.includes(one) ? rest.slice(0, rest.indexOf(one)) : rest), text);
}
