import { CONTENT } from '@/lib/paper/rules/geometry';
import { breakLines } from '@/lib/paper/rules/line-breaking';
import { setText, type FreeText } from '@/lib/paper/rules/sheet';
import { labelCell, setRow, valueCell, type Cell } from '@/lib/paper/rules/table';
import type { Measure, Typeface } from '@/lib/paper/rules/text-fit';
import type { Piece } from './flow';

/** Type in mm: 小四 for sentences, a little less in tables. */
const BODY = { size: 4.2, leading: 6.6 };
const CELL = 3.5;
const ROW = 6.2;
const INDENT = '　　';

type ParagraphLook = { readonly isFlush?: boolean; readonly face?: Typeface; readonly gap?: number };

/** A paragraph, its first line indented by two ideographs; each line may stand on another page. */
export function paragraph(key: string, text: string, measure: Measure, look: ParagraphLook = {}): Piece[] {
  const { isFlush = false, face = 'regular', gap = 0 } = look;
  const lines = breakLines(`${isFlush ? '' : INDENT}${text}`, CONTENT.width / BODY.size, (part) => measure(part, face));
  return lines.map((line, index) => ({
    gapBefore: index === 0 ? gap : 0,
    height: BODY.leading,
    draw: (y) => ({ texts: [set({ key: `${key}-${index + 1}`, text: line, face, y }, measure)], strokes: [] }),
  }));
}

/** The title of a part, which never stands alone at the foot of a page. */
export function heading(text: string, measure: Measure): Piece {
  return {
    gapBefore: 2.6,
    height: BODY.leading,
    holds: 2 * ROW,
    draw: (y) => ({ texts: [set({ key: `heading-${text}`, text, face: 'bold', y }, measure)], strokes: [] }),
  };
}

/** Office and day at the right, one below the other. */
export function closing(office: string, day: string, measure: Measure): Piece {
  const line = (key: string, text: string, y: number) =>
    setText(
      {
        ...{ key, text, role: 'value', size: BODY.size, align: 'end' },
        box: { x: CONTENT.x, y, width: CONTENT.width - 6, height: BODY.leading },
      },
      measure,
    );
  return {
    gapBefore: 6,
    height: 2 * BODY.leading,
    draw: (y) => ({ texts: [line('office', office, y), line('issuedOn', day, y + BODY.leading)], strokes: [] }),
  };
}

export type Column = {
  readonly title: string;
  /** In mm; the columns of a table add up to the 162 mm of the page's column. */
  readonly width: number;
  readonly align?: 'start' | 'center' | 'end';
};

/** A table whose head is said again on every page; rows grow with their longest cell. */
export function table(key: string, columns: readonly Column[], rows: readonly Line[], measure: Measure): Piece[] {
  const head = setRow(
    { height: ROW, cells: columns.map(({ title, width }) => labelCell(title, { width, align: 'center', size: CELL })) },
    measure,
  );
  return rows.map((row, index) => {
    const cells = columns.map(({ width, align }, column) =>
      valueCell(`${key}-${index + 1}-${column + 1}`, row.cells[column] ?? '', {
        ...{ width, padding: 2, size: CELL, sizeMin: CELL - 0.1, linesMax: 60 },
        ...(align && { align }),
        ...(row.isStrong && { face: 'bold' as const }),
      }),
    );
    return { gapBefore: 1.6, table: key, head, row: setRow({ height: ROW, cells }, measure) };
  });
}

export type Line = { readonly cells: readonly string[]; readonly isStrong?: boolean };

/** Labels with their values, as the head of a letter has them: two to a row where both are short. */
export function facts(key: string, rows: readonly (readonly Fact[])[], measure: Measure): Piece[] {
  const [first, ...rest] = rows.map((row, index) => {
    const width = row.length === 1 ? 138 : 57;
    const cells: Cell[] = row.flatMap(({ label, value }, place) => [
      labelCell(label, { width: 24, size: 3.4 }),
      valueCell(`${key}-${index + 1}-${place + 1}`, value, {
        ...{ width, padding: 2, size: CELL, sizeMin: CELL - 0.1, linesMax: 6 },
      }),
    ]);
    return setRow({ height: ROW, cells }, measure);
  });
  return first ? rest.map((row) => ({ gapBefore: 2.4, table: key, head: first, row })) : [];
}

export type Fact = { readonly label: string; readonly value: string };

function set({ y, ...text }: Pick<FreeText, 'key' | 'text' | 'face'> & { y: number }, measure: Measure) {
  const box = { x: CONTENT.x, y, width: CONTENT.width, height: BODY.leading };
  return setText({ ...text, role: 'value', size: BODY.size, sizeMin: BODY.size - 0.4, box }, measure);
}
