import { bankLayoutSchema, type BankLayout, type ResultPart } from './bank-layout.schema';

const title = <F extends string>(field: F, words: string) => ({ field, title: words });
const text = (words: string) => ({ field: 'text' as const, text: words });
const total = (form: 'fen' | 'yuan' | 'yuan-thousands') => ({ field: 'total' as const, form });

/** The result file of our own, for banks that write what they are asked to. */
const OWN_RESULT: ResultPart = {
  encoding: 'either',
  separator: ',',
  quotes: 'needed',
  header: null,
  titles: 'forgiven',
  columns: [
    title('lineNumber', '明细编号'),
    { ...title('account', '账号后四位'), form: 'tail' },
    { ...title('amount', '金额'), form: 'yuan' },
    title('outcome', '结果'),
    title('reason', '原因代码'),
    title('bankReference', '银行流水号'),
    title('day', '日期'),
  ],
  trailer: null,
  words: {
    PAID: ['PAID', '成功'],
    FAILED: ['FAILED', '失败'],
    RETURNED: ['RETURNED', '退汇'],
  },
  reasons: {},
};

/** Our own layout, for banks that take what they are given. */
export const STANDARD: BankLayout = bankLayoutSchema.parse({
  code: 'FK1',
  name: '标准格式（CSV，UTF-8）',
  order: {
    encoding: 'utf-8',
    byteOrderMark: true,
    separator: ',',
    quotes: 'needed',
    lineEnd: '\r\n',
    extension: 'csv',
    header: [
      text('FK1'),
      { field: 'number' },
      { field: 'madeOn', form: 'YYYY-MM-DD' },
      { field: 'programmeName' },
      { field: 'count' },
      total('yuan'),
    ],
    titles: true,
    columns: [
      title('lineNumber', '明细编号'),
      title('holder', '户名'),
      title('account', '账号'),
      title('bankName', '开户行'),
      title('cnapsCode', '联行号'),
      { ...title('amount', '金额'), form: 'yuan' },
      title('remark', '附言'),
    ],
    trailer: null,
    remarkMax: 60,
  },
  result: OWN_RESULT,
});

/** Sample figures of invented banks: a real bank's layout is uploaded as it stands in its manual. */
const COUNTER_BATCH: BankLayout = bankLayoutSchema.parse({
  code: 'YB-PIPE',
  name: '样本银行柜面批量（竖线，GB 18030）',
  order: {
    encoding: 'gb18030',
    byteOrderMark: false,
    separator: '|',
    quotes: 'none',
    lineEnd: '\n',
    extension: 'txt',
    header: [text('H'), { field: 'number' }, { field: 'madeOn', form: 'YYYYMMDD' }, { field: 'count' }, total('fen')],
    titles: false,
    columns: [
      title('sequence', '序号'),
      title('account', '收款账号'),
      title('holder', '收款户名'),
      title('cnapsCode', '收款行联行号'),
      title('bankName', '收款行名'),
      { ...title('amount', '金额（分）'), form: 'fen' },
      { ...text('CNY'), title: '币种' },
      title('remark', '附言'),
      title('lineNumber', '客户流水号'),
    ],
    trailer: [text('T'), { field: 'count' }, total('fen'), { field: 'tailSum' }],
    remarkMax: 30,
  },
  result: OWN_RESULT,
});

const NET_BATCH: BankLayout = bankLayoutSchema.parse({
  code: 'YB-NET',
  name: '样本银行网银批量（CSV，GB 18030）',
  order: {
    encoding: 'gb18030',
    byteOrderMark: false,
    separator: ',',
    quotes: 'needed',
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
      { ...title('amount', '金额'), form: 'yuan' },
      { ...text('CNY'), title: '币种' },
      title('remark', '用途'),
    ],
    trailer: [
      text('合计'),
      { field: 'count' },
      total('yuan'),
      { field: 'tailSum' },
      { field: 'number' },
      { field: 'madeOn', form: 'YYYY-MM-DD' },
    ],
    remarkMax: 40,
  },
  result: OWN_RESULT,
});

/** Stand in every database from the first migration on; payment files from before are read by them. */
export const FIRST_LAYOUTS: readonly BankLayout[] = [STANDARD, COUNTER_BATCH, NET_BATCH];

/** Another way of doing everything: tabs, its own words, thousands, control rows, columns found by their titles. */
const ENTERPRISE_LINE: BankLayout = bankLayoutSchema.parse({
  code: 'YB-TAB',
  name: '示例银行银企直联（制表符，GB 18030）',
  order: {
    encoding: 'gb18030',
    byteOrderMark: false,
    separator: '\t',
    quotes: 'none',
    lineEnd: '\r\n',
    extension: 'txt',
    header: [text('批量代付'), { field: 'number' }, { field: 'count' }, total('yuan-thousands')],
    titles: true,
    columns: [
      { ...title('amount', '付款金额'), form: 'yuan-thousands' },
      title('holder', '收方户名'),
      title('account', '收方账号'),
      title('remark', '摘要'),
      title('bankName', '收方行'),
      title('cnapsCode', '收方行号'),
      { ...title('madeOn', '制单日期'), form: 'YYYY/MM/DD' },
      title('lineNumber', '企业流水号'),
      { ...text('人民币'), title: '币别' },
    ],
    trailer: null,
    remarkMax: 32,
  },
  result: {
    encoding: 'gb18030',
    separator: '\t',
    quotes: 'none',
    header: [text('批量代付回单'), { field: 'number' }],
    titles: 'named',
    columns: [
      title('outcome', '处理状态'),
      title('day', '交易日期'),
      { ...title('amount', '交易金额'), form: 'yuan-thousands' },
      { ...title('account', '收方账号'), form: 'masked' },
      title('other', '收方户名'),
      title('bankReference', '柜员流水'),
      title('reason', '失败说明'),
      title('lineNumber', '企业流水号'),
    ],
    trailer: [text('共'), { field: 'count' }, total('yuan-thousands')],
    words: {
      PAID: ['交易成功', '已入账'],
      FAILED: ['交易失败', '拒绝'],
      RETURNED: ['退票'],
    },
    reasons: {
      账号不存在: 'AC01',
      账户已销户: 'AC04',
      账户状态异常: 'AC06',
      户名不符: 'BE01',
      余额不足: 'AM04',
      超过受理时间: 'TM01',
      原因不详: 'MS03',
    },
  },
});

/** No titles, every value in quotes, fen, whole accounts and numbers for words. */
const HOST_FILE: BankLayout = bankLayoutSchema.parse({
  code: 'YB-HOST',
  name: '样例银行主机文件（分号，UTF-8）',
  order: {
    encoding: 'utf-8',
    byteOrderMark: false,
    separator: ';',
    quotes: 'all',
    lineEnd: '\n',
    extension: 'csv',
    header: null,
    titles: false,
    columns: [
      title('lineNumber', '编号'),
      title('cnapsCode', '行号'),
      title('account', '账号'),
      { ...title('amount', '金额'), form: 'fen' },
      title('holder', '户名'),
      title('bankName', '行名'),
      title('remark', '附言'),
    ],
    trailer: [text('99'), { field: 'count' }, total('fen'), { field: 'number' }],
    remarkMax: 50,
  },
  result: {
    encoding: 'utf-8',
    separator: ';',
    quotes: 'all',
    header: null,
    titles: 'none',
    columns: [
      title('lineNumber', '编号'),
      { ...title('account', '账号'), form: 'whole' },
      { ...title('amount', '金额'), form: 'fen' },
      title('outcome', '状态'),
      title('reason', '原因'),
      title('bankReference', '流水'),
      title('day', '日期'),
      title('other', '备用'),
    ],
    trailer: null,
    words: { PAID: ['00'], FAILED: ['01', '02'], RETURNED: ['09'], WAITING: ['08'] },
    reasons: { E101: 'AC01', E104: 'AC04', E106: 'AC06', E201: 'AM04', E301: 'TM01', E999: 'MS03' },
  },
});

/** Layouts of invented banks that an administrator of the demo uploads; tests run over them too. */
export const SAMPLE_LAYOUTS: readonly BankLayout[] = [ENTERPRISE_LINE, HOST_FILE];
