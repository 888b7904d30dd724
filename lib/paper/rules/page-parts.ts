import type { Rect } from './geometry';
import { CONTENT, SEAL_ZONE } from './geometry';
import type { FreeText, Stroke } from './sheet';

/** What stands on a page outside its table. */
export type PageTexts = { readonly texts: readonly FreeText[]; readonly strokes: readonly Stroke[] };

export type PageNumber = { readonly page: number; readonly pages: number };

/** Where the fine print at the foot of a page with a seal zone begins, in mm. */
export const FIRST_FOOT = 259;

export const FINE_PRINT = 3.1;
const FINE_PRINT_LEADING = 5;

export const CAPTION = { size: 2.8, align: 'center', role: 'value' } as const;

/** The title in its own typeface, spread over `box`. */
export function title(text: string, box: Rect, size: number): FreeText {
  return { key: 'title', text, box, face: 'title', size, align: 'spread' };
}

/** The double rule below a title. */
export function titleStrokes(span: Span): Stroke[] {
  return [level(span, 28.6, 0.6), level(span, 29.5, 0.25)];
}

export function notes(lines: readonly string[], top: number): FreeText[] {
  return lines.map((text, line) => ({ key: `note-${line + 1}`, text, box: noteBox(top, line), size: FINE_PRINT }));
}

export function noteBox(top: number, line: number): Rect {
  return { x: CONTENT.x, y: top + 1.6 + line * FINE_PRINT_LEADING, width: 131, height: FINE_PRINT_LEADING };
}

export type Span = readonly [from: number, to: number];

export function level([from, to]: Span, y: number, width: number): Stroke {
  return { from: { x: from, y }, to: { x: to, y }, width };
}

/** Two short lines in each corner of the seal zone, and nothing inside it. */
export function sealCorners(): Stroke[] {
  const { x, y, width, height } = SEAL_ZONE;
  const [length, stroke] = [6, 0.3];
  return [
    { corner: { x, y }, inwardX: length, inwardY: length },
    { corner: { x: x + width, y }, inwardX: -length, inwardY: length },
    { corner: { x: x + width, y: y + height }, inwardX: -length, inwardY: -length },
    { corner: { x, y: y + height }, inwardX: length, inwardY: -length },
  ].flatMap(({ corner, inwardX, inwardY }) => [
    { from: corner, to: { x: corner.x + inwardX, y: corner.y }, width: stroke },
    { from: corner, to: { x: corner.x, y: corner.y + inwardY }, width: stroke },
  ]);
}
