import { formatBankAccount } from '@/lib/kernel/bank-account-number';
import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { formatMoney, formatYuan, sumFen } from '@/lib/kernel/fen';

import { VALUE_TYPE_MIN } from '@/lib/paper/rules/geometry';
import type { ReceiptLine, ReceiptModel } from './model';
import type { Cell, Row, SetRow } from '@/lib/paper/rules/table';
import { labelCell, setRow, valueCell } from '@/lib/paper/rules/table';
import type { Measure } from '@/lib/paper/rules/text-fit';

/** Heights in mm of rows before they are stretched; eight talents with short names then just fill the first page. */
const HEIGHT = { field: 6.85, header: 5.8, talent: 6.2, total: 9.4 };

/** Widths in mm; each row adds up to the 162 mm of the column. */
const LABEL = 29;
const FULL = 133;
const PAIR = { value: 70, label: 21, second: 42 };
const TALENT = { name: 40, category: 47, amount: 46 };
const AMOUNT_PADDING = 4;

type Field = { readonly key: string; readonly label: string; readonly value: string; readonly face?: 'bold' };

/** Rows above the talents: who receives, for what. */
export function headRows(model: ReceiptModel, measure: Measure): SetRow[] {
  return [
    ...fieldRow({ key: 'payee', label: '收款单位', value: model.payee, face: 'bold' }, measure),
    ...fieldRow({ key: 'uscc', label: '统一社会信用代码', value: model.uscc }, measure),
    ...fieldRow({ key: 'purpose', label: '收款事由', value: model.purpose }, measure),
    ...pairRow(
      { key: 'programmeName', label: '政策事项', value: model.programmeName },
      { key: 'batchNumber', label: '批次号', value: model.batchNumber },
      measure,
    ),
  ];
}

/** Rows below the talents: total, account, contact. */
export function tailRows(model: ReceiptModel, measure: Measure): SetRow[] {
  const { account, contact } = model;
  return [
    totalRow(model, measure),
    ...pairRow(
      { key: 'account.holder', label: '户名', value: account.holder },
      { key: 'paymentMethod', label: '收款方式', value: model.paymentMethod },
      measure,
    ),
    ...pairRow(
      { key: 'account.number', label: '账号', value: formatBankAccount(account.number) },
      { key: 'account.cnapsCode', label: '联行号', value: account.cnapsCode },
      measure,
    ),
    ...fieldRow({ key: 'account.bankName', label: '开户行', value: account.bankName }, measure),
    ...pairRow(
      { key: 'contact.name', label: '联系人', value: contact.name },
      { key: 'contact.phone', label: '联系电话', value: contact.phone },
      measure,
    ),
  ];
}

export function talentHeader(measure: Measure): SetRow {
  const widths = [LABEL, TALENT.name, TALENT.category, TALENT.amount];
  const cells = ['序号', '姓名', '类别', '金额（元）'].map((text, index) =>
    labelCell(text, { width: widths[index] ?? 0, align: 'center' }),
  );
  return setRow({ cells, height: HEIGHT.header }, measure);
}

export function talentRow(line: ReceiptLine, measure: Measure): SetRow {
  const key = `line-${line.position}`;
  const cells = [
    valueCell(`${key}.position`, String(line.position), { width: LABEL, align: 'center' }),
    valueCell(`${key}.name`, line.name, { width: TALENT.name, linesMax: 4 }),
    valueCell(`${key}.category`, line.categoryLabel, { width: TALENT.category, linesMax: 4 }),
    amountCell(`${key}.amount`, formatYuan(line.amountFen)),
  ];
  return setRow({ cells, height: HEIGHT.talent }, measure);
}

/** One line in place of the talents `from` (counted from 0) to the last, with what they come to. */
export function restRow(lines: readonly ReceiptLine[], from: number, measure: Measure): SetRow {
  const which = from === lines.length - 1 ? `第 ${from + 1} 号` : `第 ${from + 1} 至 ${lines.length} 号`;
  const text = `${which}详见附页，共 ${lines.length} 人`;
  return sumRow({ key: 'rest', text, amount: formatYuan(sumOf(lines.slice(from))) }, measure);
}

/** What the lines before `to` (counted from 0) come to: the last row of a page that another follows. */
export function carriedOverRow(lines: readonly ReceiptLine[], to: number, measure: Measure): SetRow {
  return carriedRow({ key: 'carried-over', word: '过次页', lines: lines.slice(0, to) }, measure);
}

/** The same sum again as the first row of the following page. */
export function carriedFromRow(lines: readonly ReceiptLine[], to: number, measure: Measure): SetRow {
  return carriedRow({ key: 'carried-from', word: '承前页', lines: lines.slice(0, to) }, measure);
}

/** The last row of the last annex page: it must repeat the total of the first page. */
export function annexTotalRow({ lines, totalFen }: ReceiptModel, measure: Measure): SetRow {
  return sumRow(
    { key: 'total', text: `合计（共 ${lines.length} 人）`, amount: formatYuan(totalFen), face: 'bold' },
    measure,
  );
}

function totalRow({ totalFen }: ReceiptModel, measure: Measure): SetRow {
  const label = labelCell('合计（大写）', { width: LABEL, align: 'start', padding: 2.2 });
  const big = { face: 'bold', size: 5.4 } as const;
  const capitals = valueCell('totalInCapitals', amountInCapitals(totalFen), {
    width: TALENT.name + TALENT.category,
    ...big,
  });
  const figures = amountCell('total', formatMoney(totalFen), big);
  return setRow({ cells: [label, capitals, figures], height: HEIGHT.total }, measure);
}

type Carried = { readonly key: string; readonly word: string; readonly lines: readonly ReceiptLine[] };

function carriedRow({ key, word, lines }: Carried, measure: Measure): SetRow {
  const text = `${word}（前 ${lines.length} 人累计）`;
  return sumRow({ key, text, amount: formatYuan(sumOf(lines)) }, measure);
}

type Sum = { readonly key: string; readonly text: string; readonly amount: string; readonly face?: 'bold' };

function sumRow({ key, text, amount, face }: Sum, measure: Measure): SetRow {
  const width = LABEL + TALENT.name + TALENT.category;
  const label = valueCell(`${key}.text`, text, { width, align: 'center', face });
  return setRow({ cells: [label, amountCell(`${key}.amount`, amount, { face })], height: HEIGHT.talent }, measure);
}

function amountCell(key: string, text: string, type: { face?: 'bold'; size?: number } = {}): Cell {
  return valueCell(key, text, { width: TALENT.amount, align: 'end', padding: AMOUNT_PADDING, linesMax: 1, ...type });
}

function fieldRow(field: Field, measure: Measure): SetRow[] {
  return [setRow(rowOf([field, FULL]), measure)];
}

/** Two fields side by side; below each other when the first would need more lines there than in a row of its own. */
function pairRow(first: Field, second: Field, measure: Measure): SetRow[] {
  const together = setRow(rowOf([first, PAIR.value], [second, PAIR.second]), measure);
  const alone = [...fieldRow(first, measure), ...fieldRow(second, measure)];
  const isCrowded = together.cells.some((cell) => cell.role === 'value' && cell.size < VALUE_TYPE_MIN);
  return isCrowded ? alone : [together];
}

function rowOf(...fields: readonly (readonly [Field, number])[]): Row {
  const cells = fields.flatMap(([{ key, label, value, face }, width], index) => [
    labelCell(label, { width: index === 0 ? LABEL : PAIR.label }),
    valueCell(key, value, { width, face }),
  ]);
  return { cells, height: HEIGHT.field };
}

function sumOf(lines: readonly ReceiptLine[]): number {
  return sumFen(lines.map((line) => line.amountFen));
}
