import { CONTENT } from '@/lib/paper/rules/geometry';
import type { ReceiptModel } from './model';
import type { PageTexts } from '@/lib/paper/rules/page-parts';
import { ANNEX_FOOT, annexPageFoot, annexPageHead, firstPageFoot, firstPageHead, pageLabels } from './page-texts';
import type { RowRange } from './pagination';
import { paginate } from './pagination';
import {
  annexTotalRow,
  carriedFromRow,
  carriedOverRow,
  headRows,
  restRow,
  tailRows,
  talentHeader,
  talentRow,
} from './receipt-rows';
import type { Sheet } from '@/lib/paper/rules/sheet';
import { setText } from '@/lib/paper/rules/sheet';
import type { PlacedTable, SetRow } from '@/lib/paper/rules/table';
import { heightOf, placeTable } from '@/lib/paper/rules/table';
import type { Measure } from '@/lib/paper/rules/text-fit';

/** In mm. The first page's table ends above the statement and the seal zone, an annex page's above its notes. */
const TABLE_TOP = 68;
const TABLE_ORIGIN = { x: CONTENT.x, y: TABLE_TOP };
const FIRST_HEIGHT = 187.7 - TABLE_TOP;
const ANNEX_HEIGHT = ANNEX_FOOT - 3 - TABLE_TOP;

/**
 * A short table may become this much taller, so that a receipt for one person does not look cut off. One in which every
 * name is long is pressed together a little instead.
 */
const FIRST_STRETCH_MAX = 1.45;
const ANNEX_STRETCH_MAX = 1.2;

type Work = {
  readonly model: ReceiptModel;
  readonly measure: Measure;
  readonly talents: readonly SetRow[];
  readonly ranges: readonly RowRange[];
};

/**
 * Puts a receipt on as many pages as it needs. The first holds everything that finance signs for; talents that do not
 * fit there continue on annex pages, and a row on the first page says which and what they come to.
 */
export function layOutReceipt(model: ReceiptModel, measure: Measure): readonly Sheet[] {
  const talents = model.lines.map((line) => talentRow(line, measure));
  const header = talentHeader(measure);
  const fixed = heightOf([...headRows(model, measure), header, ...tailRows(model, measure)]);
  const ranges = paginate(
    talents.map((row) => row.height),
    {
      first: FIRST_HEIGHT - fixed,
      summary: restRow(model.lines, 0, measure).height,
      annex: ANNEX_HEIGHT - header.height - 2 * carriedFromRow(model.lines, 0, measure).height,
    },
  );
  const work = { model, measure, talents, ranges };
  return ranges.map((range, index) => (index === 0 ? firstSheet(work, range) : annexSheet(work, range, index + 1)));
}

function firstSheet({ model, measure, talents, ranges }: Work, { to }: RowRange): Sheet {
  const rest = to < talents.length ? [restRow(model.lines, to, measure)] : [];
  const rows = [
    ...headRows(model, measure),
    talentHeader(measure),
    ...talents.slice(0, to),
    ...rest,
    ...tailRows(model, measure),
  ];
  const table = placeTable(rows, TABLE_ORIGIN, Math.min(FIRST_STRETCH_MAX, FIRST_HEIGHT / heightOf(rows)));
  const number = { page: 1, pages: ranges.length };
  return sheetOf(number, table, { model, measure, around: [firstPageHead(model, measure), firstPageFoot()] });
}

function annexSheet({ model, measure, talents, ranges }: Work, { from, to }: RowRange, page: number): Sheet {
  const isLast = page === ranges.length;
  const rows = [
    talentHeader(measure),
    ...(from > 0 ? [carriedFromRow(model.lines, from, measure)] : []),
    ...talents.slice(from, to),
    isLast ? annexTotalRow(model, measure) : carriedOverRow(model.lines, to, measure),
  ];
  const table = placeTable(rows, TABLE_ORIGIN, Math.min(ANNEX_STRETCH_MAX, ANNEX_HEIGHT / heightOf(rows)));
  const number = { page, pages: ranges.length };
  return sheetOf(number, table, { model, measure, around: [annexPageHead(model, measure), annexPageFoot()] });
}

type Surroundings = { readonly model: ReceiptModel; readonly measure: Measure; readonly around: readonly PageTexts[] };

function sheetOf(
  number: Pick<Sheet, 'page' | 'pages'>,
  table: PlacedTable,
  { model, measure, around }: Surroundings,
): Sheet {
  const [head, foot] = around.map((part) => part.texts.map((text) => setText(text, measure)));
  const labels = pageLabels(model, number).map((text) => setText(text, measure));
  return {
    ...number,
    texts: [...(head ?? []), ...table.texts, ...(foot ?? []), ...labels],
    strokes: [...around.flatMap((part) => part.strokes), ...table.strokes],
  };
}
