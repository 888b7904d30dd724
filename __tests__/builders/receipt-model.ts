import { sumFen } from '@/lib/kernel/fen';
import { formatNumber } from '@/lib/kernel/numbers';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { usccCheckCharacter } from '@/lib/kernel/uscc';
import type { ReceiptLine, ReceiptModel } from '@/lib/receipt/rules/model';

const USCC_BODY = '91320599MA2ABCDE0';

const LINES = [
  { name: '陈思远', categoryLabel: 'A 类　领军人才', amountFen: 100_000_00 },
  { name: '欧阳文博', categoryLabel: 'B 类　博士', amountFen: 50_000_00 },
  { name: '李婧', categoryLabel: 'C 类　硕士', amountFen: 20_000_00 },
  { name: '周喆', categoryLabel: 'D 类　紧缺岗位', amountFen: 10_000_00 },
];

type Overrides = Partial<Omit<ReceiptModel, 'lines' | 'totalFen'>> & {
  /** Positions are given in order; the total is always their sum. */
  readonly lines?: readonly Omit<ReceiptLine, 'position'>[];
};

/** A receipt over invented people, an invented enterprise and an account that no bank has. */
export function aReceiptModel({ lines = LINES, ...overrides }: Overrides = {}): ReceiptModel {
  return {
    number: formatNumber('SJ', 2026, 187),
    version: 2,
    issuedOn: shanghaiDay('2026-11-23'),
    payer: '苏州工业园区示例人才服务中心',
    payee: '苏州示例智能科技有限公司',
    uscc: USCC_BODY + usccCheckCharacter(USCC_BODY),
    purpose: '2026年度人才补贴资金',
    programmeName: '高层次和紧缺人才招聘补贴',
    batchNumber: 'PC2026007',
    account: {
      holder: '苏州示例智能科技有限公司',
      number: '3225019882361234',
      bankName: '示例银行股份有限公司苏州工业园区支行',
      cnapsCode: '999305000012',
    },
    contact: { name: '林晓雯', phone: '13800000000' },
    paymentMethod: '银行转账',
    ...overrides,
    lines: lines.map((line, index) => ({ position: index + 1, ...line })),
    totalFen: sumFen(lines.map((line) => line.amountFen)),
  };
}

/** So many talents with short invented names and the amounts of the four categories in turn. */
export function someTalents(count: number): Omit<ReceiptLine, 'position'>[] {
  const families = [...'赵钱孙李周吴郑王冯陈褚卫'];
  const given = ['思远', '文博', '婧', '喆', '子涵', '一鸣', '晓雯'];
  return Array.from({ length: count }, (_, index) => {
    const { categoryLabel, amountFen } = LINES[index % LINES.length] ?? { categoryLabel: 'A 类', amountFen: 1 };
    const name = `${families[index % families.length]}${given[index % given.length]}`;
    return { name, categoryLabel, amountFen };
  });
}
