import type { Point } from './geometry';
import { VALUE_TYPE_MIN } from './geometry';
import type { Align, PrintedText, Stroke } from './sheet';
import { LEADING } from './sheet';
import type { FitRules, FittedText, Measure, Typeface } from './text-fit';
import { fitText } from './text-fit';

export type Cell = {
  readonly key: string;
  readonly text: string;
  readonly role: PrintedText['role'];
  /** All in mm. */
  readonly width: number;
  readonly padding: number;
  readonly align: Align;
  readonly fit: Omit<FitRules, 'width'>;
};

/** `height` in mm, the least; a row grows with its tallest cell. */
export type Row = { readonly cells: readonly Cell[]; readonly height: number };

type SetCell = Cell & FittedText;

/** A row whose texts are set, before it has a place. */
export type SetRow = { readonly cells: readonly SetCell[]; readonly height: number };

const RULE = 0.25;
const RULE_THICK = 0.5;

/** Blank above and below the lines of a cell, together. */
const AIR = 1.7;

type CellOptions = {
  width: number;
  align?: Align;
  padding?: number;
  face?: Typeface;
  size?: number;
  sizeMin?: number;
  linesMax?: number;
};

/** A cell whose text differs from paper to paper: not below the type that a photograph can be compared by, unless said so. */
export function valueCell(key: string, text: string, options: CellOptions): Cell {
  const { width, align = 'start', padding = 2.5, face = 'regular', size = 4.5, linesMax = 2 } = options;
  const { sizeMin = VALUE_TYPE_MIN } = options;
  return { key, text, role: 'value', width, align, padding, fit: { face, size, sizeMin, linesMax } };
}

/** A cell with the form's own words, on one line. */
export function labelCell(text: string, options: CellOptions): Cell {
  const { width, align = 'spread', padding = 2.2, face = 'regular', size = 3.8 } = options;
  const fit = { face, size, sizeMin: 2.4, linesMax: 1 };
  return { key: text, text, role: 'label', width, align, padding, fit };
}

/** Sets the texts of a row and thereby its height. */
export function setRow({ cells, height }: Row, measure: Measure): SetRow {
  const set = cells.map((cell) => ({
    ...cell,
    ...fitText(cell.text, { ...cell.fit, width: innerWidth(cell) }, measure),
  }));
  const needed = set.map(({ lines, size }) => (lines.length > 1 ? lines.length * LEADING * size + AIR : 0));
  return { cells: set, height: Math.max(height, ...needed) };
}

export function heightOf(rows: readonly SetRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

export type PlacedTable = { readonly texts: readonly PrintedText[]; readonly strokes: readonly Stroke[] };

/** Gives rows their place one below the other from `origin`, every height multiplied by `stretch`, and rules them. */
export function placeTable(rows: readonly SetRow[], origin: Point, stretch: number): PlacedTable {
  const { x: left, y: top } = origin;
  const texts: PrintedText[] = [];
  const strokes: Stroke[] = [];
  let y = top;
  for (const row of rows) {
    const height = row.height * stretch;
    if (y > top) strokes.push(across({ x: left, y }, widthOf(row), RULE));
    let x = left;
    for (const cell of row.cells) {
      if (x > left) strokes.push({ from: { x, y }, to: { x, y: y + height }, width: RULE });
      const { key, role, lines, size, align } = cell;
      const box = { x: x + cell.padding, y, width: innerWidth(cell), height };
      texts.push({ key, role, box, lines, size, face: cell.fit.face, align });
      x += cell.width;
    }
    y += height;
  }
  const [first] = rows;
  return { texts, strokes: first ? [...strokes, ...outline(origin, widthOf(first), y)] : strokes };
}

function outline({ x: left, y: top }: Point, width: number, bottom: number): Stroke[] {
  const upright = (x: number) => ({ from: { x, y: top }, to: { x, y: bottom }, width: RULE_THICK });
  const edges = [top, bottom].map((y) => across({ x: left - RULE_THICK / 2, y }, width + RULE_THICK, RULE_THICK));
  return [...edges, upright(left), upright(left + width)];
}

function across(from: Point, length: number, width: number): Stroke {
  return { from, to: { x: from.x + length, y: from.y }, width };
}

function widthOf(row: SetRow): number {
  return row.cells.reduce((sum, cell) => sum + cell.width, 0);
}

function innerWidth(cell: Cell): number {
  return cell.width - 2 * cell.padding;
}
