import { CONTENT } from '@/lib/paper/rules/geometry';
import type { PrintedText, Stroke } from '@/lib/paper/rules/sheet';
import { placeTable, type SetRow } from '@/lib/paper/rules/table';

export type Placed = { readonly texts: readonly PrintedText[]; readonly strokes: readonly Stroke[] };

/** What cannot be parted: one line of a paragraph, one row of a table, a closing. Heights in mm. */
export type Piece = { readonly gapBefore: number; readonly holds?: number } & (
  | { readonly height: number; readonly draw: (y: number) => Placed }
  /** Rows of one table share `table`; its head is said again on every page. */
  | { readonly table: string; readonly head: SetRow; readonly row: SetRow }
);

/** From where to where a page holds its pieces, in mm. */
export type Column = { readonly firstTop: number; readonly top: number; readonly bottom: number };

type Page = { readonly placed: Placed[]; y: number; rows: Rows | null };
type Rows = { readonly table: string; readonly top: number; readonly rows: SetRow[] };

/**
 * Puts pieces on pages, one below the other. A piece that `holds` so many mm after itself (a heading) goes on to the next
 * page when what follows would not fit under it. A piece that is higher than a page stands on one of its own.
 */
export function paginate(pieces: readonly Piece[], { firstTop, top, bottom }: Column): Placed[] {
  const pages: Page[] = [newPage(firstTop)];
  for (const piece of pieces) {
    let page = pages.at(-1) ?? newPage(firstTop);
    const isFresh = page.placed.length === 0 && page.rows === null;
    if (!isFresh && page.y + piece.gapBefore + heightOf(piece, page) + (piece.holds ?? 0) > bottom) {
      endTable(page);
      page = newPage(top);
      pages.push(page);
    }
    put(piece, page, page.placed.length === 0 && page.rows === null);
  }
  return pages.map((page) => {
    endTable(page);
    return { texts: page.placed.flatMap(({ texts }) => texts), strokes: page.placed.flatMap(({ strokes }) => strokes) };
  });
}

const newPage = (y: number): Page => ({ placed: [], y, rows: null });

function heightOf(piece: Piece, page: Page): number {
  if (!('table' in piece)) return piece.height;
  return piece.row.height + (page.rows?.table === piece.table ? 0 : piece.head.height);
}

function put(piece: Piece, page: Page, isFirst: boolean): void {
  if (!('table' in piece)) {
    endTable(page);
    page.y += isFirst ? 0 : piece.gapBefore;
    page.placed.push(piece.draw(page.y));
    page.y += piece.height;
    return;
  }
  if (page.rows?.table !== piece.table) {
    endTable(page);
    page.y += isFirst ? 0 : piece.gapBefore;
    page.rows = { table: piece.table, top: page.y, rows: [piece.head] };
    page.y += piece.head.height;
  }
  page.rows.rows.push(piece.row);
  page.y += piece.row.height;
}

function endTable(page: Page): void {
  if (!page.rows) return;
  page.placed.push(placeTable(page.rows.rows, { x: CONTENT.x, y: page.rows.top }, 1));
  page.rows = null;
}
