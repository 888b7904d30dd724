import { parseCnaps } from '@/lib/kernel/cnaps';
import { ok, type Result } from '@/lib/kernel/result';
import { normaliseEnterpriseName } from './normalise-name';
import { sheetLines, type RowFault, type SheetColumn, type SheetRefusal } from './sheet-heading';

/** A branch (开户行) as the bank table has it. */
export type BankRow = { readonly cnapsCode: string; readonly name: string; readonly city: string };
export type BankField = keyof BankRow;

/** Headings as clearing houses and spreadsheets write them; the first is the template's. */
export const BANK_COLUMNS: readonly SheetColumn<BankField>[] = [
  {
    field: 'name',
    headings: ['开户行名称', '开户行', '银行名称', '参与者名称', '机构名称', '网点名称'],
    required: true,
  },
  { field: 'cnapsCode', headings: ['联行号', '支付系统行号', 'CNAPS', '行号', '参与者行号'], required: true },
  { field: 'city', headings: ['城市', '所在城市', '地区', '所在地'], required: true },
];

/** The longest name that an account of an enterprise may have as its 开户行. */
const NAME_MAX = 60;
const CITY_MAX = 20;

/** Reads the cells of a sheet into branches; what is wrong is named with its line. */
export function readBankSheet(
  cells: readonly (readonly string[])[],
): Result<{ readonly rows: readonly BankRow[]; readonly faults: readonly RowFault[] }, SheetRefusal> {
  const lines = sheetLines(cells, BANK_COLUMNS);
  if (!lines.ok) return lines;
  const rows: BankRow[] = [];
  const faults: RowFault[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, text } of lines.value) {
    const { row, says } = readRow(text);
    const first = lineOf.get(row.cnapsCode);
    if (first !== undefined) says.push(`与第 ${first} 行的联行号相同`);
    if (says.length > 0) faults.push({ line, name: row.name.slice(0, NAME_MAX), says });
    else {
      rows.push(row);
      lineOf.set(row.cnapsCode, line);
    }
  }
  return ok({ rows, faults });
}

function readRow(text: (field: BankField) => string): { row: BankRow; says: string[] } {
  const says: string[] = [];
  const code = parseCnaps(text('cnapsCode'));
  if (!code.ok) says.push(text('cnapsCode') === '' ? '缺联行号' : CODE_SAYS[code.refusal]);
  const name = text('name');
  if (name === '') says.push('缺开户行名称');
  else if ([...name].length < 4 || [...name].length > NAME_MAX) says.push(`开户行名称应为 4 至 ${NAME_MAX} 个字`);
  else if (/^[=+\-@]/.test(name)) says.push('开户行名称不能以 = + - @ 开头');
  const city = text('city');
  if (city === '') says.push('缺城市');
  else if ([...city].length > CITY_MAX) says.push(`城市不超过 ${CITY_MAX} 个字`);
  else if (/^[=+\-@]/.test(city)) says.push('城市不能以 = + - @ 开头');
  return { row: { cnapsCode: code.ok ? code.value : '', name, city }, says };
}

const CODE_SAYS = {
  length: '联行号不是 12 位，开头的 0 可能被表格软件删去',
  digits: '联行号只能是数字',
} as const;

const LABELS: Readonly<Record<'name' | 'city', string>> = { name: '开户行名称', city: '城市' };

export type BankChange = {
  readonly cnapsCode: string;
  readonly name: string;
  readonly what: 'new' | 'changed' | 'gone';
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
};

export type BankComparison = {
  readonly changes: readonly BankChange[];
  readonly written: readonly BankRow[];
  readonly same: readonly string[];
  readonly gone: readonly string[];
};

/**
 * What taking these rows over would do to the table as it stands. Only a whole table says of what it does not name that
 * it is gone. `standing` holds the branches that are not gone: one that comes back is new.
 */
export function compareBanks(
  rows: readonly BankRow[],
  standing: ReadonlyMap<string, BankRow>,
  isWhole: boolean,
): BankComparison {
  const changes: BankChange[] = [];
  const written: BankRow[] = [];
  const same: string[] = [];
  for (const row of rows) {
    const before = standing.get(row.cnapsCode);
    const fields = before ? differences(before, row) : [];
    if (before && fields.length === 0) same.push(row.cnapsCode);
    else {
      changes.push({ cnapsCode: row.cnapsCode, name: row.name, what: before ? 'changed' : 'new', fields });
      written.push(row);
    }
  }
  const named = new Set(rows.map(({ cnapsCode }) => cnapsCode));
  const gone = isWhole ? [...standing.values()].filter(({ cnapsCode }) => !named.has(cnapsCode)) : [];
  for (const { cnapsCode, name } of gone) changes.push({ cnapsCode, name, what: 'gone', fields: [] });
  return { changes, written, same, gone: gone.map(({ cnapsCode }) => cnapsCode) };
}

function differences(before: BankRow, after: BankRow): BankChange['fields'] {
  return (['name', 'city'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ label: LABELS[field], before: before[field], after: after[field] }));
}

export type BankCounts = Readonly<
  Record<'newCount' | 'changedCount' | 'sameCount' | 'goneCount' | 'wrongCount', number>
>;

export function countBanks({ changes, same, gone }: BankComparison, wrongCount: number): BankCounts {
  const newCount = changes.filter(({ what }) => what === 'new').length;
  const changedCount = changes.filter(({ what }) => what === 'changed').length;
  return { newCount, changedCount, sameCount: same.length, goneCount: gone.length, wrongCount };
}

/** The form in which name and city are searched. */
export const bankSearchText = ({ name, city }: Pick<BankRow, 'name' | 'city'>) =>
  `${normaliseEnterpriseName(name)} ${normaliseEnterpriseName(city)}`;

/** What was typed to find a branch: its words, each of which must stand in name or city, or begin the 联行号. */
export function bankWords(typed: string): string[] {
  return typed
    .split(/[\s,，、]+/u)
    .map(normaliseEnterpriseName)
    .filter((word) => word !== '')
    .slice(0, 6);
}
