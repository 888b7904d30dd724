import type { Fen } from '@/lib/kernel/fen';
import { harmless } from './harmless';

const FEN_OF_YUAN = 100;

/** A column of a sheet: how each row fills it. Days and times are texts in the time of China, as they stand on the pages. */
export type SheetColumn<T> = { readonly heading: string; readonly width: number } & (
  | { readonly kind: 'text'; readonly of: (row: T) => string }
  | { readonly kind: 'count'; readonly of: (row: T) => number }
  /** Written in yuan with two decimals. */
  | { readonly kind: 'money'; readonly of: (row: T) => Fen | null }
);

export type CellValue = string | number | null;

/**
 * What stands in the cell. Whole fen divided by a hundred is the double nearest to the amount, so below 2^53 fen
 * (90 万亿元) reading it back and rounding to fen gives the same amount.
 */
export function cellValue<T>(column: SheetColumn<T>, row: T): CellValue {
  switch (column.kind) {
    case 'text': {
      const text = harmless(column.of(row));
      return text === '' ? null : text;
    }
    case 'count':
      return column.of(row);
    case 'money': {
      const fen = column.of(row);
      return fen === null ? null : fen / FEN_OF_YUAN;
    }
  }
}

export const text = <T>(heading: string, width: number, of: (row: T) => string): SheetColumn<T> => ({
  ...{ kind: 'text', heading, width, of },
});
export const money = <T>(heading: string, of: (row: T) => Fen | null): SheetColumn<T> => ({
  ...{ kind: 'money', heading, width: 16, of },
});
export const count = <T>(heading: string, of: (row: T) => number): SheetColumn<T> => ({
  ...{ kind: 'count', heading, width: 8, of },
});
