import { CONTENT } from '@/lib/paper/rules/geometry';
import type { PageNumber, PageTexts } from '@/lib/paper/rules/page-parts';
import type { FreeText, Sheet } from '@/lib/paper/rules/sheet';
import { setText } from '@/lib/paper/rules/sheet';
import { heightOf, placeTable } from '@/lib/paper/rules/table';
import type { Measure } from '@/lib/paper/rules/text-fit';
import { annexFoot, annexHead, firstFoot, firstHead, pageLabels } from './paper-page';
import type { PaperModel } from './paper-models';
import { agreementPages, type TextPage } from './agreement-pages';
import { paragraphTexts, setParagraphs } from './paper-paragraphs';
import { paperRows } from './paper-rows';
import { PAPER_WORDS } from './paper-words';

/** In mm: below the QR's caption, and above the label of the seal zone. */
export const BODY_TOP = 68;
export const BODY_BOTTOM = 188;

/** A short table is drawn this much taller, so that a form with eight values does not look cut off. */
const STRETCH_MAX = 1.4;
/** The parties of an agreement stand close, since its text needs the room. */
const AGREEMENT_STRETCH = 1;
const PARTIES_ROOM = 60;
const DECLARATION = { size: 4.1, leading: 6.6, gap: 5 };

/**
 * Puts a paper on its pages. What the enterprise stamps is the first: all values, the declaration and the seal zone.
 * Only the text of an agreement may go on behind it.
 */
export function layOutPaper(model: PaperModel, measure: Measure): readonly Sheet[] {
  const { content, agreement } = model;
  if (agreement) {
    const rows = paperRows(content, PARTIES_ROOM, measure);
    const height = heightOf(rows);
    const top = BODY_TOP + height * AGREEMENT_STRETCH;
    const pages = agreementPages(agreement.paragraphs, { top: top + 3.5, bottom: BODY_BOTTOM }, measure);
    return pages.map((text, index) => {
      const number = { page: index + 1, pages: pages.length };
      if (index > 0) return sheetOf(model, number, measure, [annexHead(model, measure), text, annexFoot()]);
      const table = placeTable(rows, { x: CONTENT.x, y: BODY_TOP }, AGREEMENT_STRETCH);
      return withTable(sheetOf(model, number, measure, [firstHead(model, measure), text, firstFoot(model)]), table);
    });
  }
  const lines = setParagraphs([PAPER_WORDS[content.kind].declaration], DECLARATION.size, CONTENT.width, measure);
  const declared = lines.length * DECLARATION.leading;
  const room = BODY_BOTTOM - BODY_TOP - declared - DECLARATION.gap;
  const rows = paperRows(content, room, measure);
  const height = heightOf(rows);
  const stretch = Math.min(STRETCH_MAX, room / height);
  const table = placeTable(rows, { x: CONTENT.x, y: BODY_TOP }, stretch);
  const top = BODY_TOP + height * stretch + DECLARATION.gap;
  const declaration: TextPage = {
    texts: paragraphTexts('declaration', lines, { top, size: DECLARATION.size, leading: DECLARATION.leading }),
    strokes: [],
  };
  const parts = [firstHead(model, measure), declaration, firstFoot(model)];
  return [withTable(sheetOf(model, { page: 1, pages: 1 }, measure, parts), table)];
}

function sheetOf(model: PaperModel, number: PageNumber, measure: Measure, parts: readonly PageTexts[]): Sheet {
  const texts: readonly FreeText[] = [...parts.flatMap((part) => part.texts), ...pageLabels(model, number)];
  return {
    ...number,
    texts: texts.map((text) => setText(text, measure)),
    strokes: parts.flatMap((part) => part.strokes),
  };
}

function withTable(sheet: Sheet, table: Pick<Sheet, 'texts' | 'strokes'>): Sheet {
  return { ...sheet, texts: [...table.texts, ...sheet.texts], strokes: [...sheet.strokes, ...table.strokes] };
}
