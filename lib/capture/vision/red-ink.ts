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
  const isInk = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const red = (data[at] ?? 0) / whiteAt(white, 0, x, y);
      const green = (data[at + 1] ?? 0) / whiteAt(white, 1, x, y);
      const blue = (data[at + 2] ?? 0) / whiteAt(white, 2, x, y);
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

/** Between the middles of the four nearest squares. */
function whiteAt({ columns, rows, across, down, levels }: WhiteGrid, channel: number, x: number, y: number): number {
  const u = Math.max(0, Math.min(columns - 1, x / across - 0.5));
  const v = Math.max(0, Math.min(rows - 1, y / down - 0.5));
  const left = Math.floor(u);
  const top = Math.floor(v);
  const at = (top * columns + left) * 3 + channel;
  const right = left < columns - 1 ? 3 : 0;
  const below = top < rows - 1 ? columns * 3 : 0;
  const above = (levels[at] ?? 1) * (1 - u + left) + (levels[at + right] ?? 1) * (u - left);
  const under = (levels[at + below] ?? 1) * (1 - u + left) + (levels[at + below + right] ?? 1) * (u - left);
  return Math.max(1, above * (1 - v + top) + under * (v - top));
}

type Square = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function upperQuartiles(paper: Raster, { left, top, right, bottom }: Square): number[] {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  let pixels = 0;
  for (let y = Math.floor(top); y < Math.floor(bottom); y += 1) {
    for (let x = Math.floor(left); x < Math.floor(right); x += 1) {
      const at = (y * paper.width + x) * 4;
      pixels += 1;
      counts.forEach((count, channel) => {
        const level = paper.data[at + channel] ?? 0;
        count[level] = (count[level] ?? 0) + 1;
      });
    }
  }
  return counts.map((count) => levelAt(count, pixels * 0.75));
}

function levelAt(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let level = 0; level < 256; level += 1) {
    seen += counts[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return 255;
}
