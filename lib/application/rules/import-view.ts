import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { columnLetters } from './import-columns';
import { differencesOf, rowsToTake, type FieldDifference, type PlannedRow } from './import-plan';

/** One wrong cell as the clerk finds it again: row and column letter, what is wrong and what to do. */
export type CellFaultView = { readonly column: string; readonly label: string; readonly says: string };

export type ImportRowView = {
  readonly line: number;
  readonly name: string;
  readonly what: 'new' | 'changed' | 'same';
  readonly by: 'key' | 'number' | 'none';
  /** Of rows that change somebody; of sealed values the masks. */
  readonly differences: readonly FieldDifference[];
  readonly faults: readonly CellFaultView[];
  readonly blocked: string | null;
  readonly missing: number;
};

export type ImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Rows with a wrong cell, or that cannot be imported; they are none of the three above. */
  readonly wrong: number;
};

/** What importing a sheet would do to the list as it stands now (试读); nothing in it is in the clear. */
export type ImportView = {
  readonly id: string;
  readonly fileName: string;
  readonly source: 'file' | 'paste';
  /** Stands for all of this; taking over names the one that was shown. */
  readonly seen: string;
  readonly counts: ImportCounts;
  /** How many rows each choice takes over. */
  readonly takes: { readonly right: number; readonly all: number };
  /** How many talents there would be at most, where that is more than the programme allows. */
  readonly tooMany: { readonly would: number; readonly limit: number } | null;
  /** New rows without a number: imported twice, they stand there twice. */
  readonly withoutNumber: number;
  /** Rows that change something or are wrong, in the order of the sheet. */
  readonly rows: readonly ImportRowView[];
};

export type ViewGiven = {
  readonly head: Pick<ImportView, 'id' | 'fileName' | 'source' | 'seen'>;
  readonly plan: readonly PlannedRow[];
  readonly places: ReadonlyMap<string, number>;
  readonly standing: number;
  readonly config: ProgrammeConfig;
};

export const isWrong = ({ blocked, faults }: PlannedRow) => blocked !== null || faults.length > 0;

export function importView({ head, plan, places, standing, config }: ViewGiven): ImportView {
  const right = plan.filter((row) => !isWrong(row));
  const countOf = (what: PlannedRow['what']) => right.filter((row) => row.what === what).length;
  const all = rowsToTake(plan, 'all');
  const would = standing + all.filter(({ what }) => what === 'new').length;
  return {
    ...head,
    counts: {
      added: countOf('new'),
      changed: countOf('changed'),
      same: countOf('same'),
      wrong: plan.length - right.length,
    },
    takes: { right: rowsToTake(plan, 'right').length, all: all.length },
    tooMany: would > config.maxEntries ? { would, limit: config.maxEntries } : null,
    withoutNumber: plan.filter(({ what, after }) => what === 'new' && !after.clear.idNumber).length,
    rows: plan.filter((row) => row.what !== 'same' || isWrong(row)).map((row) => rowView(row, places, config)),
  };
}

function rowView(row: PlannedRow, places: ReadonlyMap<string, number>, config: ProgrammeConfig): ImportRowView {
  const { line, name, what, by, blocked, missing } = row;
  const labels = new Map(fieldsOf(config.entry).map(({ id, label }) => [id, label]));
  return {
    ...{ line, name, what, by, blocked, missing },
    differences: what === 'changed' ? differencesOf(row, config) : [],
    faults: row.faults.map(({ fieldId, says }) => ({
      column: columnLetters(places.get(fieldId) ?? 0),
      label: labels.get(fieldId) ?? '',
      says,
    })),
  };
}
