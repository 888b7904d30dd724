import type { Raster } from './raster';

/** Which pixels of a straightened piece of paper carry red ink. */
export type InkMask = { readonly width: number; readonly height: number; readonly isInk: Uint8Array };

/** Paper is measured in squares of this side, mm: larger than any stroke, smaller than a shadow. */
const GRID_MM = 12;
/** Shares of the paper's own white; both must hold. From RECEIPT.md 2.2: grey and blue ink reach neither. */
const MORE_RED_THAN_THE_REST = 0.1;
const MORE_RED_THAN_ANY = 0.06;

/**
 * Finds red ink in a straightened piece of the sheet.
 *
 * Every pixel is judged against the paper beside it, so that a warm lamp, a shadow or a slope of light turn nothing
 * red that is not.
 */
export function redInk(paper: Raster, pxPerMm: number): InkMask {
  const { width, height, data } = paper;
  const white = whiteGrid(paper, GRID_MM * pxPerMm);
  const places = Array.from({ length: width }, (_, x) => placeOf(x / white.across, white.columns));
  const isInk = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const whites = whiteRow(white, placeOf(y / white.down, white.rows));
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const { first, next, share } = places[x] ?? FIRST;
      const red = (data[at] ?? 0) / mixed(whites, first * 3, next * 3, share);
      const green = (data[at + 1] ?? 0) / mixed(whites, first * 3 + 1, next * 3 + 1, share);
      const blue = (data[at + 2] ?? 0) / mixed(whites, first * 3 + 2, next * 3 + 2, share);
      const isRed =
        red - (green + blue) / 2 > MORE_RED_THAN_THE_REST && red - Math.max(green, blue) > MORE_RED_THAN_ANY;
      if (isRed) isInk[y * width + x] = 1;
    }
  }
  return { width, height, isInk };
}

/** The paper's own white, red green blue for every square of a grid. */
type WhiteGrid = {
  readonly columns: number;
  readonly rows: number;
  /** Sides of a square, pixels. */
  readonly across: number;
  readonly down: number;
  readonly levels: Float32Array;
};

function whiteGrid(paper: Raster, side: number): WhiteGrid {
  const columns = Math.max(1, Math.round(paper.width / side));
  const rows = Math.max(1, Math.round(paper.height / side));
  const across = paper.width / columns;
  const down = paper.height / rows;
  const levels = new Float32Array(columns * rows * 3);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const square = { left: column * across, top: row * down, right: (column + 1) * across, bottom: (row + 1) * down };
      levels.set(upperQuartiles(paper, square), (row * columns + column) * 3);
    }
  }
  return { columns, rows, across, down, levels };
}

/** Between the middles of which two squares something lies, and how near to the second. */
type Place = { readonly first: number; readonly next: number; readonly share: number };
const FIRST: Place = { first: 0, next: 0, share: 0 };

function placeOf(squares: number, count: number): Place {
  const place = Math.max(0, Math.min(count - 1, squares - 0.5));
  const first = Math.floor(place);
  return { first, next: Math.min(count - 1, first + 1), share: place - first };
}

/** The white of every column of squares at this height: worked out once for a whole row of pixels. */
function whiteRow({ columns, levels }: WhiteGrid, { first, next, share }: Place): Float32Array {
  const row = columns * 3;
  return Float32Array.from({ length: row }, (_, at) => mixed(levels, first * row + at, next * row + at, share));
}

const mixed = (levels: Float32Array, first: number, next: number, share: number) =>
  Math.max(1, (levels[first] ?? 1) * (1 - share) + (levels[next] ?? 1) * share);

type Square = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function upperQuartiles(paper: Raster, { left, top, right, bottom }: Square): number[] {
  const [red, green, blue] = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  let pixels = 0;
  for (let y = Math.floor(top); y < Math.floor(bottom); y += 1) {
    const end = (y * paper.width + Math.floor(right)) * 4;
    for (let at = (y * paper.width + Math.floor(left)) * 4; at < end; at += 4) {
      pixels += 1;
      count(red, paper.data[at] ?? 0);
      count(green, paper.data[at + 1] ?? 0);
      count(blue, paper.data[at + 2] ?? 0);
    }
  }
  return [red, green, blue].map((counts) => levelAt(counts, pixels * 0.75));
}

const count = (counts: Uint32Array, level: number) => (counts[level] = (counts[level] ?? 0) + 1);

function levelAt(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let level = 0; level < 256; level += 1) {
    seen += counts[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return 255;
}
