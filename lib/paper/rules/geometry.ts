/**
 * Where things stand on the printed receipt.
 *
 * The one source of measures for the paper and for the camera. Every number is in millimetres, from the top left corner
 * of an A4 sheet, x to the right and y downwards. A printer may shrink the sheet (about 95 % when it fits the page into
 * its margins), so a photograph is measured from the four marks and never from the paper's edge.
 */

/** In mm. */
export type Point = { readonly x: number; readonly y: number };

/** In mm; `x` and `y` are the top left corner. */
export type Rect = Point & { readonly width: number; readonly height: number };

/** In mm. */
export type Segment = { readonly from: Point; readonly to: Point };

export const PAPER = { width: 210, height: 297 } as const;

/** The dashed frame that the camera page shows as its crop frame: 12 mm from the edges, 18 mm from the foot. */
export const FRAME: Rect = { x: 12, y: 12, width: 186, height: 267 };

export const MARK_SIZE = 9;

/** Nothing is printed closer than this to a mark, so that its outline stands alone for the camera. */
export const MARK_QUIET = 2;

export type MarkCorner = 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left';

/** `id` is the place in MARKS and in MARK_BITS; ids run clockwise from the top left as the sheet is read. */
export type Mark = {
  readonly id: 0 | 1 | 2 | 3;
  readonly corner: MarkCorner;
  readonly rect: Rect;
  readonly center: Point;
};

const FRAME_RIGHT = FRAME.x + FRAME.width;
const FRAME_BOTTOM = FRAME.y + FRAME.height;

function mark(id: Mark['id'], corner: MarkCorner, { x, y }: Point): Mark {
  const rect = { x, y, width: MARK_SIZE, height: MARK_SIZE };
  return { id, corner, rect, center: { x: x + MARK_SIZE / 2, y: y + MARK_SIZE / 2 } };
}

/** The marks fill the frame's corners: centres 16.5 mm from top, left and right, 22.5 mm from the foot. */
export const MARKS: readonly [Mark, Mark, Mark, Mark] = [
  mark(0, 'top-left', { x: FRAME.x, y: FRAME.y }),
  mark(1, 'top-right', { x: FRAME_RIGHT - MARK_SIZE, y: FRAME.y }),
  mark(2, 'bottom-right', { x: FRAME_RIGHT - MARK_SIZE, y: FRAME_BOTTOM - MARK_SIZE }),
  mark(3, 'bottom-left', { x: FRAME.x, y: FRAME_BOTTOM - MARK_SIZE }),
];

/** A mark is 6 × 6 cells: one ring of black around these 4 × 4. */
export const MARK_CELLS = 6;

export type MarkBits = readonly (readonly (0 | 1)[])[];

/**
 * What each mark carries, by its id: 4 rows of 4 cells read from the top left, 1 = white, 0 = black.
 *
 * Any two differ in at least 7 of 16 cells under every rotation, and each differs from itself turned in at least 8:
 * up to 3 wrong cells are still read rightly, with the right way up (a test holds both numbers).
 */
export const MARK_BITS: readonly [MarkBits, MarkBits, MarkBits, MarkBits] = [
  [
    [1, 0, 1, 1],
    [0, 1, 0, 1],
    [0, 0, 1, 1],
    [0, 0, 1, 0],
  ],
  [
    [0, 0, 0, 0],
    [1, 1, 1, 1],
    [1, 0, 0, 1],
    [1, 0, 1, 0],
  ],
  [
    [0, 0, 1, 1],
    [0, 0, 1, 1],
    [0, 0, 1, 0],
    [1, 1, 0, 1],
  ],
  [
    [1, 0, 0, 1],
    [1, 0, 0, 1],
    [0, 1, 0, 0],
    [0, 1, 1, 0],
  ],
];

const NEAR_MARK = MARK_SIZE + MARK_QUIET;

/** The frame's four sides as drawn: each stops short of the marks. Drawn with FRAME_DASH, FRAME_STROKE wide. */
export const FRAME_SIDES: readonly Segment[] = [
  { from: { x: FRAME.x + NEAR_MARK, y: FRAME.y }, to: { x: FRAME_RIGHT - NEAR_MARK, y: FRAME.y } },
  { from: { x: FRAME_RIGHT, y: FRAME.y + NEAR_MARK }, to: { x: FRAME_RIGHT, y: FRAME_BOTTOM - NEAR_MARK } },
  { from: { x: FRAME.x + NEAR_MARK, y: FRAME_BOTTOM }, to: { x: FRAME_RIGHT - NEAR_MARK, y: FRAME_BOTTOM } },
  { from: { x: FRAME.x, y: FRAME.y + NEAR_MARK }, to: { x: FRAME.x, y: FRAME_BOTTOM - NEAR_MARK } },
];

export const FRAME_STROKE = 0.3;

/** Drawn length, then gap. */
export const FRAME_DASH: readonly [number, number] = [2.4, 1.6];

/** QR version 3, so each module is 32 / 29 ≈ 1.1 mm. The rectangle is the symbol without its quiet zone. */
export const QR_MODULES = 29;
export const QR: Rect = { x: 154, y: 25.5, width: 32, height: 32 };
export const QR_QUIET_MODULES = 4;
export const QR_QUIET = (QR_QUIET_MODULES * QR.width) / QR_MODULES;

/** Number and version in print, below the quiet zone of the QR, for whoever has to type them. */
export const PAGE_CODE_TEXT: Rect = { x: 154, y: 62.3, width: 32, height: 3.6 };

/** The blank space for the seal on the first page, between its four printed corners. */
export const SEAL_ZONE: Rect = { x: 116, y: 197.5, width: 70, height: 57 };

/** The column that holds everything between the frame's sides. */
export const CONTENT: Rect = { x: 24, y: 14, width: 162, height: 263 };

/** Value cells of the table are never printed smaller, so that a photograph still shows a changed digit. */
export const VALUE_TYPE_MIN = 4.4;

/** The rectangle with so many mm more on each side; fewer where `by` is negative. */
export function withRoom({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
