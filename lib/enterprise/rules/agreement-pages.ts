import { CONTENT } from '@/lib/paper/rules/geometry';
import type { PageTexts } from '@/lib/paper/rules/page-parts';
import type { Measure } from '@/lib/paper/rules/text-fit';
import { ANNEX_FOOT } from './paper-page';
import { paragraphTexts, setParagraphs } from './paper-paragraphs';

export type TextPage = PageTexts;

/** Type and leading in mm: as large as the text fits on the first page, and never so small that nobody reads it. */
const SIZES = [3.8, 3.6, 3.4, 3.2, 3];
const LEADING = 1.5;
const ANNEX_TOP = 68;

/**
 * The text of an agreement from below the parties' table to above the seal zone. It is set smaller before it goes on to
 * another page, so that what is stamped is read on one sheet.
 */
export function agreementPages(
  paragraphs: readonly string[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
  measure: Measure,
): readonly TextPage[] {
  const set = SIZES.map((size) => ({ size, lines: setParagraphs(paragraphs, size, CONTENT.width, measure) }));
  const fits = ({ size, lines }: (typeof set)[number]) => lines.length * size * LEADING <= bottom - top;
  const onOne = set.find(fits);
  if (onOne) return [pageOf(onOne.lines, top, onOne.size)];
  const size = 3.4;
  const all = setParagraphs(paragraphs, size, CONTENT.width, measure);
  const first = Math.floor((bottom - top) / (size * LEADING));
  const annex = Math.floor((ANNEX_FOOT - 3 - ANNEX_TOP) / (size * LEADING));
  const pages = [pageOf(all.slice(0, first), top, size)];
  for (let from = first; from < all.length; from += annex) {
    pages.push(pageOf(all.slice(from, from + annex), ANNEX_TOP, size));
  }
  return pages;
}

function pageOf(lines: readonly string[], top: number, size: number): TextPage {
  return { texts: paragraphTexts('clause', lines, { top, size, leading: size * LEADING }), strokes: [] };
}
