const BEGINS_A_FORMULA = /^[=+\-@\t\r]/;

/**
 * A text that no spreadsheet program computes. Cells are text by type and format already; the apostrophe holds where
 * the sheet is saved as CSV, which has neither, and is opened again.
 */
export function harmless(text: string): string {
  return BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
}
