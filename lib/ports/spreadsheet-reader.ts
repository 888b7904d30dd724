import type { Result } from '@/lib/kernel/result';

export type SpreadsheetFault =
  | 'not-a-spreadsheet'
  | 'old-format'
  | 'protected'
  | 'macro'
  | 'formula'
  | 'foreign-part'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'unreadable';

/** The cells of the first sheet as text, row by row; row 0 is the first line of the sheet. */
export type SheetCells = readonly (readonly string[])[];

/** Reads a hostile .xlsx or .csv in bounded time and memory, by its content and not by its name. */
export type SpreadsheetReader = {
  read(bytes: Uint8Array): Promise<Result<SheetCells, SpreadsheetFault>>;
};

/** What the thread behind the port says. */
export type SpreadsheetAnswer = Result<SheetCells, SpreadsheetFault>;
