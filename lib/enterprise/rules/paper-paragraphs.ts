import { CONTENT } from '@/lib/paper/rules/geometry';
import { breakLines } from '@/lib/paper/rules/line-breaking';
import type { FreeText } from '@/lib/paper/rules/sheet';
import type { Measure } from '@/lib/paper/rules/text-fit';

/** Two ideographs wide, as paragraphs begin in Chinese print. */
const INDENT = '　　';

/** Paragraphs as lines of one column, the first of each indented. */
export function setParagraphs(
  paragraphs: readonly string[],
  size: number,
  width: number,
  measure: Measure,
): readonly string[] {
  return paragraphs.flatMap((text) => breakLines(`${INDENT}${text}`, width / size, (part) => measure(part, 'regular')));
}

/** Lines at their places from `top`, one below the other. */
export function paragraphTexts(
  key: string,
  lines: readonly string[],
  { top, size, leading }: { readonly top: number; readonly size: number; readonly leading: number },
): FreeText[] {
  return lines.map((text, index) => ({
    key: `${key}-${index + 1}`,
    text,
    box: { x: CONTENT.x, y: top + index * leading, width: CONTENT.width, height: leading },
    size,
    sizeMin: size,
  }));
}
