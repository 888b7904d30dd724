import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';

/** What the QR of one page says. Only the server can tell whether `tag` belongs to the rest. */
export type PageCode = {
  /** 收据编号 */
  readonly number: string;
  readonly version: number;
  /** The first page is 1; every annex page has its own code. */
  readonly page: number;
  /** 128 bits in base 32, 26 characters. */
  readonly tag: string;
};

/** `foreign`: not a code of a receipt at all. `format`: begins like one, but is damaged or was made up. */
export type PageCodeFault = 'foreign' | 'format';

/** Version 3 of a QR holds this many at level Q in its alphanumeric mode; one more would make the modules smaller. */
export const PAGE_CODE_LENGTH_MAX = 47;
export const VERSION_MAX = 999;

const PAGE_CODE = /^(SJ\d{11})-([1-9]\d{0,2})-([1-9]\d?)-([0-9A-HJKMNP-TV-Z]{25}[048CGMRW])$/;

/** Writes a page code, e.g. `SJ20260001876-2-1-…`. Throws when a part is out of its range: such a receipt cannot be issued. */
export function formatPageCode({ number, version, page, tag }: PageCode): string {
  const text = `${number}-${version}-${page}-${tag}`;
  if (!PAGE_CODE.test(text)) throw new RangeError(`Not a page code: ${text}`);
  return text;
}

/** Whether a QR claims to stand on the sheet that is stamped and photographed, and not on its annex. */
export function isFirstPage(code: string | null): boolean {
  const read = code === null ? null : parsePageCode(code);
  return read?.ok === true && read.value.page === 1;
}

/** Reads what a QR held. Exact: upper case, no spaces, and only the one spelling of each tag. */
export function parsePageCode(text: string): Result<PageCode, PageCodeFault> {
  const parts = PAGE_CODE.exec(text);
  if (parts === null) return refuse(/^SJ\d{4}/.test(text) ? 'format' : 'foreign');
  const [, number = '', version = '', page = '', tag = ''] = parts;
  return ok({ number, version: Number(version), page: Number(page), tag });
}
