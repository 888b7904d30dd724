import { bankLayoutSchema, type BankLayout } from './bank-layout';

const title = (field: BankLayout['columns'][number]['field'], words: string) => ({ field, title: words });

/** Our own layout, for banks that take what they are given. */
export const STANDARD: BankLayout = bankLayoutSchema.parse({
  code: 'FK1',
  name: '标准格式（CSV，UTF-8）',
  encoding: 'utf-8',
  byteOrderMark: true,
  separator: ',',
  lineEnd: '\r\n',
  extension: 'csv',
  header: ['mark=FK1', 'number', 'madeOn', 'programmeName', 'count', 'totalYuan'],
  titles: true,
  columns: [
    title('lineNumber', '明细编号'),
    title('holder', '户名'),
    title('account', '账号'),
    title('bankName', '开户行'),
    title('cnapsCode', '联行号'),
    title('amountYuan', '金额'),
    title('remark', '附言'),
  ],
  trailer: null,
  remarkMax: 60,
});

/** Sample figures of two invented banks: a real bank's layout is added here as it stands in its manual. */
const COUNTER_BATCH: BankLayout = bankLayoutSchema.parse({
  code: 'YB-PIPE',
  name: '样本银行柜面批量（竖线，GB 18030）',
  encoding: 'gb18030',
  byteOrderMark: false,
  separator: '|',
  lineEnd: '\n',
  extension: 'txt',
  header: ['mark=H', 'number', 'madeOnCompact', 'count', 'totalFen'],
  titles: false,
  columns: [
    title('sequence', '序号'),
    title('account', '收款账号'),
    title('holder', '收款户名'),
    title('cnapsCode', '收款行联行号'),
    title('bankName', '收款行名'),
    title('amountFen', '金额（分）'),
    title('currency', '币种'),
    title('remark', '附言'),
    title('lineNumber', '客户流水号'),
  ],
  trailer: ['mark=T', 'count', 'totalFen', 'tailSum'],
  remarkMax: 30,
});

const NET_BATCH: BankLayout = bankLayoutSchema.parse({
  code: 'YB-NET',
  name: '样本银行网银批量（CSV，GB 18030）',
  encoding: 'gb18030',
  byteOrderMark: false,
  separator: ',',
  lineEnd: '\r\n',
  extension: 'csv',
  header: null,
  titles: true,
  columns: [
    title('sequence', '序号'),
    title('lineNumber', '业务编号'),
    title('holder', '收款人名称'),
    title('account', '收款人账号'),
    title('bankName', '收款人开户行'),
    title('cnapsCode', '联行号'),
    title('amountYuan', '金额'),
    title('currency', '币种'),
    title('remark', '用途'),
  ],
  trailer: ['mark=合计', 'count', 'totalYuan', 'tailSum', 'number', 'madeOn'],
  remarkMax: 40,
});

export const BANK_LAYOUTS: readonly BankLayout[] = [STANDARD, COUNTER_BATCH, NET_BATCH];

/** The layout of that code; null where none is configured. */
export const layoutOf = (code: string): BankLayout | null => BANK_LAYOUTS.find((one) => one.code === code) ?? null;
