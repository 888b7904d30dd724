import { describe, expect, it } from '@jest/globals';
import { bankRisk } from '@/lib/enterprise/rules/bank-standing';
import { bankWords, compareBanks, countBanks, readBankSheet, type BankRow } from '@/lib/enterprise/rules/bank-sheet';
import { parseCnaps } from '@/lib/kernel/cnaps';
import { DEMO_BANKS } from '../../../prisma/seed/banks';

const HEAD = ['联行号', '开户行名称', '城市'];
const aBranch = (serial: number, more: Partial<BankRow> = {}): BankRow => ({
  cnapsCode: `99930500${String(serial).padStart(4, '0')}`,
  name: `样例银行苏州第${serial}支行`,
  city: '苏州',
  ...more,
});
const mapOf = (rows: readonly BankRow[]) => new Map(rows.map((row) => [row.cnapsCode, row]));

describe('a sheet of branches', () => {
  it('is read by its headings, under a title, with numbers as people paste them', () => {
    expect(
      readBankSheet([
        ['行名行号'],
        ['城 市*', '银行名称', '支付系统行号'],
        ['苏州', '样例银行苏州第1支行', '9993 0500 0001'],
      ]),
    ).toEqual({
      ok: true,
      value: { rows: [aBranch(1)], faults: [] },
    });
  });

  it('says of each wrong row its line and what to mend, and takes none of them', () => {
    const read = readBankSheet([
      HEAD,
      ['999305000001', '样例银行苏州第1支行', '苏州'],
      ['99930500002', '样例银行苏州第2支行', '苏州'],
      ['', '=cmd', ''],
      ['999305000001', '样例银行苏州第4支行', '苏州'],
    ]);
    expect(read).toEqual({
      ok: true,
      value: {
        rows: [aBranch(1)],
        faults: [
          { line: 3, name: '样例银行苏州第2支行', says: ['联行号不是 12 位，开头的 0 可能被表格软件删去'] },
          { line: 4, name: '=cmd', says: ['缺联行号', '开户行名称不能以 = + - @ 开头', '缺城市'] },
          { line: 5, name: '样例银行苏州第4支行', says: ['与第 2 行的联行号相同'] },
        ],
      },
    });
  });

  it('without one of its three columns is refused by the name of that column', () => {
    expect(
      readBankSheet([
        ['联行号', '开户行名称'],
        ['1', '2'],
      ]),
    ).toEqual({
      ok: false,
      refusal: { code: 'header-missing', missing: ['城市'] },
    });
  });
});

describe('taking a sheet over', () => {
  const standing = mapOf([aBranch(1), aBranch(2), aBranch(3)]);
  const rows = [aBranch(1), aBranch(2, { name: '样例银行苏州湖东支行' }), aBranch(9)];

  it('of a whole table lets go of what it does not name', () => {
    const compared = compareBanks(rows, standing, true);
    expect(countBanks(compared, 0)).toEqual({
      newCount: 1,
      changedCount: 1,
      sameCount: 1,
      goneCount: 1,
      wrongCount: 0,
    });
    expect(compared.gone).toEqual([aBranch(3).cnapsCode]);
    expect(compared.changes[0]).toEqual({
      cnapsCode: aBranch(2).cnapsCode,
      name: '样例银行苏州湖东支行',
      what: 'changed',
      fields: [{ label: '开户行名称', before: '样例银行苏州第2支行', after: '样例银行苏州湖东支行' }],
    });
  });

  it('of a part leaves what it does not name', () => {
    expect(compareBanks(rows, standing, false).gone).toEqual([]);
  });
});

describe('what finance is told of an account', () => {
  it.each([
    ['样例银行苏州（湖东）支行', '样例银行苏州(湖东) 支行', null],
    ['样例银行苏州湖东支行', '样例银行苏州湖西支行', '开户行与银行表不一致：表中为“样例银行苏州湖西支行”'],
  ])('%s beside %s in the table', (bankName, name, said) => {
    expect(bankRisk(bankName, { name })).toBe(said);
  });

  it('of a code that the table does not have', () => {
    expect(bankRisk('样例银行苏州湖东支行', null)).toBe('联行号不在银行表中');
  });
});

it('what was typed to find a branch is taken apart into its words, however wide and spaced', () => {
  expect(bankWords('  苏州　工商、９９９ ')).toEqual(['苏州', '工商', '999']);
});

it('the branches of the demo are well formed, each once, of a bank code that was never given', () => {
  expect(DEMO_BANKS.length).toBeGreaterThan(200);
  expect(new Set(DEMO_BANKS.map(({ cnapsCode }) => cnapsCode)).size).toBe(DEMO_BANKS.length);
  expect(DEMO_BANKS.filter(({ cnapsCode }) => !parseCnaps(cnapsCode).ok || !cnapsCode.startsWith('999'))).toEqual([]);
  expect(DEMO_BANKS.filter(({ name }) => !/样例|示例|样本/.test(name))).toEqual([]);
});
