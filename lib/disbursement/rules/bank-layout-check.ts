import { z } from 'zod';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import { shanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { decodeFor, encodeFor } from './bank-layout';
import { bankLayoutSchema, type BankLayout } from './bank-layout.schema';
import { decodeResult, readBankResult, type BankResult } from './bank-result';
import { resultBytes, resultText, type SaidLine } from './bank-result-sample';
import { fitted, readPaymentFile, writePaymentFile, type PaymentFileContent, type PaymentOrder } from './payment-file';

/**
 * Reads a bank's layout as an administrator wrote it. Refuses with everything that is wrong at once, in Chinese and by
 * path: first its shape, then whether sample files written by it read back as they were.
 */
export function checkBankLayout(json: unknown): Result<BankLayout, string[]> {
  const parsed = bankLayoutSchema.safeParse(json, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    return refuse(parsed.error.issues.map(({ path, message }) => `${path.join('.') || '整份配置'}：${message}。`));
  }
  const { faults } = layoutPreview(parsed.data);
  return faults.length === 0 ? ok(parsed.data) : refuse([...faults]);
}

export type LayoutPreview = {
  readonly paymentFile: string;
  readonly resultFile: string;
  readonly read: BankResult;
  readonly faults: readonly string[];
};

/** A sample payment file and a sample result of made-up lines, and what comes out when both are read again. */
export function layoutPreview(layout: BankLayout): LayoutPreview {
  const bytes = encodeFor(layout.order, writePaymentFile(CONTENT, layout));
  const back = readPaymentFile(decodeFor(layout.order, bytes), layout);
  const wanted = CONTENT.orders.map((order) => fitted(layout, order));
  const isSame = back.ok && JSON.stringify(back.value.orders.map(inOrder)) === JSON.stringify(wanted.map(inOrder));
  const answer = resultBytes(resultText(saidBy(layout), layout, CONTENT.number), layout);
  const text = decodeResult(answer, layout);
  const read = text.ok ? readBankResult(text.value, layout, CONTENT.number) : text;
  const said = read.ok ? read.value.lines.map(({ line: _line, ...one }) => one) : [];
  const isHeard = JSON.stringify(said.map(inOrderSaid)) === JSON.stringify(saidBy(layout).map(inOrderSaid));
  return {
    paymentFile: decodeFor(layout.order, bytes).replace('\uFEFF', ''),
    resultFile: text.ok ? text.value.replace('\uFEFF', '') : '',
    read: read.ok ? read.value : { lines: [], waiting: [], unread: [] },
    faults: [
      ...(isSame ? [] : ['order：按此格式写出的样例付款文件读回后与原文不同，请核对分隔符、引号和固定文字。']),
      ...(isHeard ? [] : ['result：按此格式写出的样例结果文件读回后与原文不同，请核对分隔符、列和结果用词。']),
    ],
  };
}

const inOrder = (one: PaymentOrder) => [
  one.lineNumber,
  one.holder,
  one.account,
  one.bankName,
  one.amountFen,
  one.remark,
];
const inOrderSaid = (one: SaidLine) => [
  ...[one.lineNumber, one.accountTail, one.amountFen, one.outcome, one.reasonCode, one.bankReference, one.on],
];

const ON: ShanghaiDay = shanghaiDay('2026-11-23');
const order = (position: number, given: Partial<PaymentOrder>): PaymentOrder => ({
  lineNumber: `FK20269999-00${position}`,
  holder: '苏州示例智能科技有限公司',
  account: '3225019882361234',
  bankName: '示例银行苏州工业园区支行',
  cnapsCode: '999305000012',
  amountFen: 180_000_00,
  remark: `高层次和紧缺人才招聘补贴 SJ2026000187${position}`,
  ...given,
});
const CONTENT: PaymentFileContent = {
  number: 'FK20269999',
  madeOn: ON,
  programmeName: '高层次和紧缺人才招聘补贴',
  orders: [
    order(1, {}),
    order(2, { holder: '样例|分隔,符号;（苏州）有限公司', account: '6222020200112235', amountFen: 1_234_567_89 }),
    order(3, { holder: '示例·瑞士"引号"有限公司', account: '1102345678901236', amountFen: 5 }),
  ],
};

const line = (position: number, given: Pick<SaidLine, 'outcome' | 'reasonCode' | 'bankReference'>): SaidLine => {
  const { lineNumber, account, amountFen } = CONTENT.orders[position - 1] ?? order(position, {});
  return { lineNumber, accountTail: account.slice(-4), amountFen, on: ON, ...given };
};
const SAID: readonly SaidLine[] = [
  line(1, { outcome: 'PAID', reasonCode: '', bankReference: 'B2026112300017' }),
  line(2, { outcome: 'FAILED', reasonCode: 'AC01', bankReference: '' }),
  line(3, { outcome: 'RETURNED', reasonCode: 'AC04', bankReference: '' }),
];

/** A bank without a word for 退汇 says it in no result. */
const saidBy = ({ result }: BankLayout) => SAID.filter(({ outcome }) => result.words[outcome].length > 0);
