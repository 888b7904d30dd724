import type { BankLayout } from '@/lib/disbursement/rules/bank-layout.schema';
import { resultBytes, resultCells, rowsText, type SaidLine } from '@/lib/disbursement/rules/bank-result-sample';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

/** An order of ours as the bank has it. */
export type PaymentLineRow = { readonly lineNumber: string; readonly accountTail: string; readonly amountFen: number };

/** What the bank really did with an order, beside what it says in its files. */
export type Truth = 'paid' | 'not-paid';

/** The bank that writes: in its own layout, about one payment file of ours. */
export type Bank = { readonly layout: BankLayout; readonly fileNumber: string };

export type Lie = {
  readonly name: string;
  /** What really became of the first order of the file; the others are paid. */
  readonly truth: Truth;
  /** The files that the bank sends, in their order, as bytes. */
  files(lines: readonly PaymentLineRow[], bank: Bank): Uint8Array[];
};

const DAY = shanghaiDay('2026-11-23');

const answer = (line: PaymentLineRow, given: Partial<SaidLine> = {}): SaidLine => {
  const { outcome = 'PAID' } = given;
  const bankReference = given.bankReference ?? (outcome === 'PAID' ? `B${line.lineNumber.slice(-7)}` : '');
  return { ...line, outcome, reasonCode: bankReference ? '' : 'MS03', on: DAY, ...given, bankReference };
};

const write = ({ layout, fileNumber }: Bank, said: readonly SaidLine[], rows?: string[][]) =>
  resultBytes(rowsText(rows ?? said.map((one) => resultCells(one, layout)), said, layout, fileNumber), layout);
/** These answers about the first order, and that the others were paid. */
const answers = ([first, ...others]: readonly PaymentLineRow[], ...given: Partial<SaidLine>[]) => [
  ...(first ? given.map((one) => answer(first, one)) : []),
  ...others.map((line) => answer(line)),
];
const told = (lines: readonly PaymentLineRow[], bank: Bank, ...given: Partial<SaidLine>[]) =>
  write(bank, answers(lines, ...given));
const failed: Partial<SaidLine> = { outcome: 'FAILED' };

/** 成功 in GB 18030 with its last byte missing: the word is broken and what stands behind it swallowed. */
function brokenWord(lines: readonly PaymentLineRow[], bank: Bank): Uint8Array {
  const said = answers(lines, { bankReference: 'B1' });
  const place = bank.layout.result.columns.findIndex(({ field }) => field === 'outcome');
  const rows = said.map((one) => resultCells(one, bank.layout));
  rows[0]?.splice(place, 1, 'BROKEN');
  const whole = Buffer.from(write(bank, said, rows));
  const at = whole.indexOf('BROKEN');
  return Buffer.concat([whole.subarray(0, at), Buffer.from([0xb3, 0xc9, 0xb9]), whole.subarray(at + 6)]);
}

/** Every cell one place further to the right. */
function moved(lines: readonly PaymentLineRow[], bank: Bank): Uint8Array {
  const said = answers(lines, {});
  return write(
    bank,
    said,
    said.map((one) => ['', ...resultCells(one, bank.layout)]),
  );
}

export const LIES: readonly Lie[] = [
  { name: 'a line twice', truth: 'paid', files: (lines, bank) => [told(lines, bank, {}, {})] },
  {
    name: 'a line lost, told later',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank), told(lines, bank, {})],
  },
  {
    name: 'paid though reported failed',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, failed), told(lines, bank, {})],
  },
  {
    name: 'failed though reported paid',
    truth: 'not-paid',
    files: (lines, bank) => [told(lines, bank, {}), told(lines, bank, failed)],
  },
  {
    name: 'contradictory in one file',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, {}, failed), told(lines, bank, {})],
  },
  {
    name: 'the same file three times',
    truth: 'paid',
    files: (lines, bank) => Array(3).fill(told(lines, bank, {})) as Uint8Array[],
  },
  {
    name: 'out of order, the correction before the file',
    truth: 'paid',
    files: (lines, bank) => [write(bank, answers(lines, {}).reverse()), told(lines, bank, {})],
  },
  {
    name: 'a file cut in the middle of a line, whole later',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, {}).slice(0, -25), told(lines, bank, {})],
  },
  {
    name: 'another amount',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, { amountFen: 100 }), told(lines, bank, {})],
  },
  {
    name: 'another account',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, { accountTail: '0001' }), told(lines, bank, {})],
  },
  {
    name: 'a line that was never ours',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, { lineNumber: 'FK20990001-001' }, {})],
  },
  {
    name: 'two references for one line',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, { bankReference: 'B1' }, { bankReference: 'B2' })],
  },
  {
    name: 'another reference later',
    truth: 'paid',
    files: (lines, bank) => [told(lines, bank, { bankReference: 'B1' }), told(lines, bank, { bankReference: 'B2' })],
  },
  {
    name: 'paid and sent back',
    truth: 'not-paid',
    files: (lines, bank) => [told(lines, bank, {}), told(lines, bank, { outcome: 'RETURNED' })],
  },
  {
    name: 'a broken character',
    truth: 'paid',
    files: (lines, bank) => [brokenWord(lines, bank), told(lines, bank, {})],
  },
  { name: 'columns that moved', truth: 'paid', files: (lines, bank) => [moved(lines, bank), told(lines, bank, {})] },
];
