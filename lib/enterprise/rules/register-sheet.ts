import { ok, type Result } from '@/lib/kernel/result';
import { parseShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { parseUscc } from '@/lib/kernel/uscc';
import { LIVE_WORDS, STRUCK_OFF_WORDS } from './register-entry';
import { sheetLines, type RowFault, type SheetColumn, type SheetRefusal } from './sheet-heading';

export type RegisterRow = {
  readonly uscc: string;
  readonly name: string;
  readonly type: string | null;
  readonly legalRepresentative: string | null;
  readonly registeredAddress: string | null;
  readonly establishedOn: string | null;
  readonly status: string | null;
};
export type RegisterField = keyof RegisterRow;

/** Headings as registries and spreadsheets write them; the first is the template's. */
export const REGISTER_COLUMNS: readonly (SheetColumn<RegisterField> & { readonly example: string })[] = [
  {
    field: 'uscc',
    headings: ['统一社会信用代码', '信用代码', '社会信用代码', '注册号/统一社会信用代码'],
    required: true,
    example: '91320599MA0000101',
  },
  {
    field: 'name',
    headings: ['企业名称', '名称', '单位名称', '主体名称'],
    required: true,
    example: '苏州示例科技有限公司',
  },
  { field: 'type', headings: ['企业类型', '类型', '主体类型'], required: false, example: '有限责任公司' },
  {
    field: 'legalRepresentative',
    headings: ['法定代表人', '法定代表人（负责人）', '法人代表', '负责人'],
    required: false,
    example: '沈知行',
  },
  {
    field: 'registeredAddress',
    headings: ['注册地址', '住所', '地址'],
    required: false,
    example: '苏州工业园区示例路 1 号',
  },
  { field: 'establishedOn', headings: ['成立日期', '注册日期', '设立日期'], required: false, example: '2019-03-18' },
  { field: 'status', headings: ['登记状态', '经营状态', '状态'], required: false, example: '存续' },
];

export type ReadSheet = { readonly rows: readonly RegisterRow[]; readonly faults: readonly RowFault[] };

/** Reads the cells of a sheet into rows of the register. Columns are found by their heading, in any order. */
export function readRegisterSheet(
  cells: readonly (readonly string[])[],
  today: ShanghaiDay,
): Result<ReadSheet, SheetRefusal> {
  const lines = sheetLines(cells, REGISTER_COLUMNS);
  if (!lines.ok) return lines;
  const rows: RegisterRow[] = [];
  const faults: RowFault[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, text } of lines.value) {
    const read = readRow(text, today);
    const first = lineOf.get(read.row.uscc);
    const says = first === undefined ? read.says : [...read.says, `与第 ${first} 行的统一社会信用代码相同`];
    if (says.length > 0) faults.push({ line, name: read.row.name.slice(0, 60), says });
    else {
      rows.push(read.row);
      lineOf.set(read.row.uscc, line);
    }
  }
  return ok({ rows, faults });
}

function readRow(text: (field: RegisterField) => string, today: ShanghaiDay): { row: RegisterRow; says: string[] } {
  const says: string[] = [];
  const uscc = parseUscc(text('uscc'));
  if (!uscc.ok) says.push(text('uscc') === '' ? '缺统一社会信用代码' : USCC_SAYS[uscc.refusal]);
  const name = text('name');
  if (name === '') says.push('缺企业名称');
  else if ([...name].length < 2 || [...name].length > 100) says.push('企业名称应为 2 至 100 个字');
  else if (/^[=+\-@]/.test(name)) says.push('企业名称不能以 = + - @ 开头');
  const since = text('establishedOn');
  const day = since === '' ? null : parseShanghaiDay(since);
  if (day && !day.ok) says.push('成立日期应写作 2019-03-18');
  else if (day?.ok && day.value > today) says.push('成立日期晚于今天');
  const status = text('status');
  if (status !== '' && ![...LIVE_WORDS, ...STRUCK_OFF_WORDS].some((word) => status.includes(word)))
    says.push('登记状态应为存续、在业、注销或吊销等');
  const optional = (field: RegisterField, most: number, label: string) => {
    const value = text(field);
    if ([...value].length > most) says.push(`${label}不超过 ${most} 个字`);
    return value === '' ? null : value;
  };
  const row = {
    uscc: uscc.ok ? uscc.value : '',
    name,
    type: optional('type', 60, '企业类型'),
    legalRepresentative: optional('legalRepresentative', 50, '法定代表人'),
    registeredAddress: optional('registeredAddress', 200, '注册地址'),
    establishedOn: day?.ok ? day.value : null,
    status: status === '' ? null : status,
  };
  return { row, says };
}

const USCC_SAYS = {
  length: '统一社会信用代码不是 18 位',
  alphabet: '统一社会信用代码有不该出现的字符',
  'check-character': '统一社会信用代码的末位校验不符',
} as const;

export const REGISTER_LABELS: Readonly<Record<RegisterField, string>> = {
  uscc: '统一社会信用代码',
  name: '企业名称',
  type: '企业类型',
  legalRepresentative: '法定代表人',
  registeredAddress: '注册地址',
  establishedOn: '成立日期',
  status: '登记状态',
};

export type RowChange = {
  readonly uscc: string;
  readonly name: string;
  readonly what: 'new' | 'changed';
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
};

/** What taking these rows over would do to the register; an empty cell never wipes out what stands there. */
export function compareRows(
  rows: readonly RegisterRow[],
  standing: ReadonlyMap<string, RegisterRow>,
): {
  readonly changes: readonly RowChange[];
  readonly same: readonly string[];
  readonly merged: readonly RegisterRow[];
} {
  const changes: RowChange[] = [];
  const same: string[] = [];
  const merged: RegisterRow[] = [];
  for (const row of rows) {
    const before = standing.get(row.uscc);
    const after = before ? withKept(row, before) : row;
    const fields = before ? differences(before, after) : [];
    if (before && fields.length === 0) same.push(row.uscc);
    else {
      changes.push({ uscc: row.uscc, name: row.name, what: before ? 'changed' : 'new', fields });
      merged.push(after);
    }
  }
  return { changes, same, merged };
}

function withKept(row: RegisterRow, before: RegisterRow): RegisterRow {
  return {
    ...row,
    type: row.type ?? before.type,
    legalRepresentative: row.legalRepresentative ?? before.legalRepresentative,
    registeredAddress: row.registeredAddress ?? before.registeredAddress,
    establishedOn: row.establishedOn ?? before.establishedOn,
    status: row.status ?? before.status,
  };
}

function differences(before: RegisterRow, after: RegisterRow): RowChange['fields'] {
  return REGISTER_COLUMNS.filter(({ field }) => before[field] !== after[field]).map(({ field }) => ({
    label: REGISTER_LABELS[field],
    before: before[field] ?? '',
    after: after[field] ?? '',
  }));
}
