/** An order of ours as the bank has it. */
export type PaymentLineRow = { readonly lineNumber: string; readonly accountTail: string; readonly yuan: string };

/** What the bank really did with an order, beside what it says in its files. */
export type Truth = 'paid' | 'not-paid';

export type Lie = {
  readonly name: string;
  /** What really became of the first order of the file; the others are paid. */
  readonly truth: Truth;
  /** The files that the bank sends, in their order, as bytes. */
  files(lines: readonly PaymentLineRow[]): Uint8Array[];
};

const TITLES = '明细编号,账号后四位,金额,结果,原因代码,银行流水号,日期';
const DAY = '2026-11-23';

type Cells = { id?: string; tail?: string; amount?: string; outcome?: string; code?: string; reference?: string };

const row = (line: PaymentLineRow, cells: Cells = {}) => {
  const outcome = cells.outcome ?? 'PAID';
  const reference =
    cells.reference ?? (outcome === 'PAID' || outcome === '成功' ? `B${line.lineNumber.slice(-7)}` : '');
  const code = cells.code ?? (reference ? '' : 'MS03');
  return [
    cells.id ?? line.lineNumber,
    cells.tail ?? line.accountTail,
    cells.amount ?? line.yuan,
    outcome,
    code,
    reference,
    DAY,
  ].join(',');
};

const utf8 = (rows: readonly string[]) => new TextEncoder().encode(`${TITLES}\r\n${rows.join('\r\n')}\r\n`);
const all = (lines: readonly PaymentLineRow[], first: readonly string[]) => [
  ...first,
  ...lines.slice(1).map((line) => row(line)),
];
const told = (lines: readonly PaymentLineRow[], ...first: Cells[]) => {
  const [line] = lines;
  return utf8(all(lines, line ? first.map((cells) => row(line, cells)) : []));
};
const failed: Cells = { outcome: 'FAILED' };

/** 成功 in GB 18030 with its last byte missing: the word is broken and the comma behind it swallowed. */
const brokenWord = (text: string) => {
  const [before = '', after = ''] = text.split('成功', 2);
  return Buffer.concat([Buffer.from(before), Buffer.from([0xb3, 0xc9, 0xb9]), Buffer.from(after)]);
};

export const LIES: readonly Lie[] = [
  { name: 'a line twice', truth: 'paid', files: (lines) => [told(lines, {}, {})] },
  { name: 'a line lost, told later', truth: 'paid', files: (lines) => [told(lines), told(lines, {})] },
  { name: 'paid though reported failed', truth: 'paid', files: (lines) => [told(lines, failed), told(lines, {})] },
  { name: 'failed though reported paid', truth: 'not-paid', files: (lines) => [told(lines, {}), told(lines, failed)] },
  { name: 'contradictory in one file', truth: 'paid', files: (lines) => [told(lines, {}, failed), told(lines, {})] },
  {
    name: 'the same file three times',
    truth: 'paid',
    files: (lines) => Array(3).fill(told(lines, {})) as Uint8Array[],
  },
  {
    name: 'out of order, the correction before the file',
    truth: 'paid',
    files: (lines) => [utf8(all(lines, lines[0] ? [row(lines[0])] : []).reverse()), told(lines, {})],
  },
  {
    name: 'a file cut in the middle of a line, whole later',
    truth: 'paid',
    files: (lines) => [told(lines, {}).slice(0, -25), told(lines, {})],
  },
  { name: 'another amount', truth: 'paid', files: (lines) => [told(lines, { amount: '1.00' }), told(lines, {})] },
  { name: 'another account', truth: 'paid', files: (lines) => [told(lines, { tail: '0001' }), told(lines, {})] },
  { name: 'a line that was never ours', truth: 'paid', files: (lines) => [told(lines, { id: 'FK20990001-001' }, {})] },
  {
    name: 'two references for one line',
    truth: 'paid',
    files: (lines) => [told(lines, { reference: 'B1' }, { reference: 'B2' })],
  },
  {
    name: 'another reference later',
    truth: 'paid',
    files: (lines) => [told(lines, { reference: 'B1' }), told(lines, { reference: 'B2' })],
  },
  {
    name: 'paid and sent back',
    truth: 'not-paid',
    files: (lines) => [told(lines, {}), told(lines, { outcome: 'RETURNED' })],
  },
  {
    name: 'GB 18030 with a broken character',
    truth: 'paid',
    files: (lines) => [
      brokenWord(new TextDecoder().decode(told(lines, { outcome: '成功', reference: 'B1' }))),
      told(lines, {}),
    ],
  },
  {
    name: 'columns that moved',
    truth: 'paid',
    files: (lines) => [told(lines, { tail: '', code: ',,' }), told(lines, {})],
  },
];
