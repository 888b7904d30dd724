import type { BankRow } from '@/lib/enterprise/rules/bank-sheet';

const BANKS = [
  '中国工商银行',
  '中国农业银行',
  '中国银行',
  '中国建设银行',
  '交通银行',
  '中国邮政储蓄银行',
  '招商银行',
  '中信银行',
  '上海浦东发展银行',
  '兴业银行',
  '江苏银行',
  '苏州银行',
];
const CITIES = ['苏州', '南京', '无锡', '常州', '南通', '上海', '杭州', '北京'];
const BRANCHES = ['星湖路', '云桥路', '青禾街'];

const two = (number: number) => String(number).padStart(2, '0');

/** The branches of the accounts that the demo's enterprises have; one of theirs is left out, so that it is flagged. */
const OF_ACCOUNTS: readonly BankRow[] = [
  { cnapsCode: '999305000012', name: '示例银行股份有限公司苏州工业园区支行', city: '苏州' },
  { cnapsCode: '999305000037', name: '样本银行苏州独墅湖支行', city: '苏州' },
];

/**
 * 样例: branches that do not exist, with numbers that no bank has (999 was never given to one). The bank table of a real
 * office comes from its clearing house.
 */
export const DEMO_BANKS: readonly BankRow[] = [
  ...BANKS.flatMap((bank, b) =>
    CITIES.flatMap((city, c) =>
      BRANCHES.map((branch, n) => ({
        cnapsCode: `999${two(b + 1)}${two(c + 1)}${String(n + 1).padStart(5, '0')}`,
        name: `${bank}${city}${branch}支行（样例）`,
        city,
      })),
    ),
  ),
  ...OF_ACCOUNTS,
];
