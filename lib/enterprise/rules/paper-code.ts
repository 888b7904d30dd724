import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import { PAPER_KINDS, type PaperKind } from './paper-kinds';

/** What the QR of one page of these papers says. Only the server can tell whether `tag` belongs to the rest. */
export type PaperCode = {
  /** ZC20260000018 */
  readonly number: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly page: number;
  /** 128 bits in base 32, 26 characters. */
  readonly tag: string;
};

export const PAPER_VERSION_MAX = 999;

/** One letter for each kind, so that the code stays within the 47 characters of a QR of version 3. */
const LETTERS: Readonly<Record<PaperKind, string>> = {
  'administrator-filing': 'A',
  'enterprise-registration': 'B',
  'use-agreement': 'C',
  'authorisation-letter': 'D',
};

const PAPER_CODE = /^(ZC\d{11})-([1-9]\d{0,2})-([A-D])([1-9])-([0-9A-HJKMNP-TV-Z]{25}[048CGMRW])$/;

/** Writes a code, e.g. `ZC20260000018-2-B1-…`. Throws when a part is out of its range: such a paper cannot be issued. */
export function formatPaperCode({ number, version, kind, page, tag }: PaperCode): string {
  const text = `${number}-${version}-${LETTERS[kind]}${page}-${tag}`;
  if (!PAPER_CODE.test(text)) throw new RangeError(`not a paper code: ${text}`);
  return text;
}

/** Reads what a QR held. `foreign`: no code of these papers. `format`: begins like one, but is damaged or was made up. */
export function parsePaperCode(text: string): Result<PaperCode, 'foreign' | 'format'> {
  const parts = PAPER_CODE.exec(text);
  const [, number = '', version = '', letter = '', page = '', tag = ''] = parts ?? [];
  const kind = PAPER_KINDS.find((one) => LETTERS[one] === letter);
  if (!parts || !kind) return refuse(/^ZC\d{4}/.test(text) ? 'format' : 'foreign');
  return ok({ number, version: Number(version), kind, page: Number(page), tag });
}
