import { USUAL_WAITING, type BankLayout, type OrderPart, type ResultPart } from './bank-layout.schema';

const SEPARATORS = { ',': '逗号', ';': '分号', '|': '竖线', '\t': '制表符' } as const;
const QUOTES = { needed: '需要时加引号', all: '全部加引号', none: '不用引号' } as const;
const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB 18030', either: 'UTF-8 或 GB 18030' } as const;
const FORMS = { fen: '分', yuan: '元', 'yuan-thousands': '元，带千分位' } as const;
const ACCOUNTS = { tail: '后四位', masked: '掩码', whole: '全部' } as const;
const TITLES = { none: '没有列名', forgiven: '可有列名，按位置取数', named: '首行为列名，按列名取数' } as const;
const CONTROLS = {
  number: '文件编号',
  programmeName: '事项名称',
  count: '笔数',
  tailSum: '账号尾数和',
  total: '合计',
  madeOn: '制单日期',
  other: '不取',
} as const;

/** What the form of the import says beside its field. */
export function resultHint({ result }: Pick<BankLayout, 'result'>): string {
  const titles = result.columns.filter(({ field }) => field !== 'other').map(({ title }) => title);
  return `${ENCODINGS[result.encoding]}，${SEPARATORS[result.separator]}分隔：${titles.join('、')}；不超过 1 MB`;
}

type Fact = { readonly label: string; readonly value: string };

/** How a payment file of this layout looks, line by line, in words. */
export function orderFacts(order: OrderPart): Fact[] {
  const mark = order.byteOrderMark ? '，带字节序标记' : '';
  return [
    { label: '编码', value: `${ENCODINGS[order.encoding]}${mark}` },
    { label: '分隔', value: `${SEPARATORS[order.separator]}，${QUOTES[order.quotes]}` },
    { label: '换行和扩展名', value: `${order.lineEnd === '\n' ? 'LF' : 'CRLF'}，.${order.extension}` },
    { label: '首行', value: controlWords(order.header) },
    { label: '列名行', value: order.titles ? '有' : '没有' },
    { label: '列', value: order.columns.map(columnWords).join('、') },
    { label: '末行', value: controlWords(order.trailer) },
    { label: '附言', value: `不超过 ${order.remarkMax} 字` },
  ];
}

/** How a result of this layout is read, line by line, in words. */
export function resultFacts(result: ResultPart): Fact[] {
  const reasons = Object.entries(result.reasons).map(([word, code]) => `${word} → ${code}`);
  return [
    { label: '编码', value: ENCODINGS[result.encoding] },
    { label: '分隔', value: `${SEPARATORS[result.separator]}，${QUOTES[result.quotes]}` },
    { label: '首行', value: controlWords(result.header) },
    { label: '列名', value: TITLES[result.titles] },
    { label: '列', value: result.columns.map(columnWords).join('、') },
    { label: '末行', value: controlWords(result.trailer) },
    { label: '已付', value: result.words.PAID.join('、') },
    { label: '未成功', value: result.words.FAILED.join('、') },
    { label: '退汇', value: result.words.RETURNED.join('、') || '没有' },
    { label: '处理中', value: (result.words.WAITING ?? USUAL_WAITING).join('、') || '没有' },
    { label: '原因', value: reasons.join('；') || '直接用代码' },
  ];
}

type AnyColumn = OrderPart['columns'][number] | ResultPart['columns'][number];

function columnWords(column: AnyColumn): string {
  if (column.field === 'text') return `${column.title}（固定“${column.text}”）`;
  if (column.field === 'account' && 'form' in column) return `${column.title}（${ACCOUNTS[column.form]}）`;
  if (column.field === 'amount') return `${column.title}（${FORMS[column.form]}）`;
  if (column.field === 'madeOn') return `${column.title}（${column.form}）`;
  return column.field === 'other' ? `${column.title}（不取）` : column.title;
}

function controlWords(cells: OrderPart['header'] | ResultPart['header']): string {
  if (!cells) return '没有';
  return cells
    .map((cell) => {
      if (cell.field === 'text') return `“${cell.text}”`;
      if (cell.field === 'total') return `${CONTROLS.total}（${FORMS[cell.form]}）`;
      return CONTROLS[cell.field];
    })
    .join('、');
}

export type LayoutChange = {
  readonly area: '付款文件' | '结果文件';
  readonly what: string;
  readonly before: string;
  readonly after: string;
};

/** What differs between two versions of a layout, in words. */
export function layoutChanges(before: BankLayout, after: BankLayout): LayoutChange[] {
  const differing = (area: LayoutChange['area'], was: readonly Fact[], is: readonly Fact[]) =>
    is.flatMap(({ label, value }, index) => {
      const old = was[index]?.value ?? '';
      return old === value ? [] : [{ area, what: label, before: old, after: value }];
    });
  const name = { label: '名称', value: '' };
  return [
    ...differing('付款文件', [{ ...name, value: before.name }], [{ ...name, value: after.name }]),
    ...differing('付款文件', orderFacts(before.order), orderFacts(after.order)),
    ...differing('结果文件', resultFacts(before.result), resultFacts(after.result)),
  ];
}
