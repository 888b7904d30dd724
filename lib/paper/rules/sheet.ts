import type { Rect, Segment } from './geometry';
import type { FitRules, Measure, Typeface } from './text-fit';
import { fitText } from './text-fit';

/** `spread` sets the first and last character against the sides of the box, as labels in Chinese tables are. */
export type Align = 'start' | 'center' | 'end' | 'spread';

/** A text with its place on a sheet: its lines stand in the middle of the box's height. */
export type PrintedText = {
  /** Names the value on its sheet, e.g. `account.number` or `line-3.amount`; labels carry their own words. */
  readonly key: string;
  /** A `value` differs from receipt to receipt; its box is what a photograph is compared by. */
  readonly role: 'value' | 'label';
  /** In mm. For a value in the table this is the cell between its lines. */
  readonly box: Rect;
  readonly lines: readonly string[];
  readonly face: Typeface;
  /** In mm. */
  readonly size: number;
  readonly align: Align;
};

/** A drawn line; `width` in mm. */
export type Stroke = Segment & { readonly width: number };

/** One page, ready to be drawn: marks, frame and QR come from the geometry and stand on every page. */
export type Sheet = {
  readonly page: number;
  readonly pages: number;
  readonly texts: readonly PrintedText[];
  readonly strokes: readonly Stroke[];
};

export type ValueCell = { readonly page: number; readonly key: string; readonly box: Rect };

/** Where the values of a page stand, for comparing a straightened photograph with what was issued. */
export function valueCells(sheet: Sheet): ValueCell[] {
  return sheet.texts.flatMap(({ role, key, box }) => (role === 'value' ? [{ page: sheet.page, key, box }] : []));
}

/** A piece of text as drawn: in mm, `x` is where `anchor` says, `y` the baseline. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

/** From baseline to baseline, in sizes of the type. */
export const LEADING = 1.16;

/** How far an ideograph's middle stands above the baseline, in sizes of the type. */
const MIDDLE = 0.37;

/** The runs that draw a text. A spread one is drawn character by character. */
export function runsOf({ box, lines, size, align }: PrintedText): Run[] {
  const middle = box.y + box.height / 2;
  return lines.flatMap((text, index): Run[] => {
    const y = middle + (index - (lines.length - 1) / 2) * LEADING * size + MIDDLE * size;
    if (align === 'spread') return spread(text, box, size).map((run) => ({ ...run, y, anchor: 'start' }));
    if (align === 'center') return [{ text, x: box.x + box.width / 2, y, anchor: 'middle' }];
    if (align === 'end') return [{ text, x: box.x + box.width, y, anchor: 'end' }];
    return [{ text, x: box.x, y, anchor: 'start' }];
  });
}

function spread(text: string, box: Rect, size: number): { text: string; x: number }[] {
  const characters = [...text];
  const step = characters.length > 1 ? (box.width - size) / (characters.length - 1) : 0;
  return characters.map((character, index) => ({ text: character, x: box.x + index * step }));
}

/** A free-standing text, not in the table: 4.1 mm regular type on one line at the left, unless said otherwise. */
export type FreeText = Partial<Omit<FitRules, 'width'>> & {
  readonly key: string;
  readonly text: string;
  readonly box: Rect;
  readonly align?: Align;
  readonly role?: PrintedText['role'];
  /** Its last line stands on the foot of the box, e.g. above a ruled line, instead of in the middle. */
  readonly isOnFoot?: boolean;
};

/** Sets a free-standing text into its box. */
export function setText(free: FreeText, measure: Measure): PrintedText {
  const { key, text, align = 'start', role = 'label', isOnFoot = false } = free;
  const { face = 'regular', size = 4.1, sizeMin = 2.4, linesMax = 1 } = free;
  const fitted = fitText(text, { width: free.box.width, face, size, sizeMin, linesMax }, measure);
  const height = isOnFoot ? fitted.lines.length * LEADING * fitted.size : free.box.height;
  const box = { ...free.box, y: free.box.y + free.box.height - height, height };
  return { key, role, box, face, align, ...fitted };
}
