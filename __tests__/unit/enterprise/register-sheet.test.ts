import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRows, readRegisterSheet, type RegisterRow } from '@/lib/enterprise/rules/register-sheet';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { inventedUscc } from '../../builders/invented-uscc';

const TODAY = shanghaiDay('2026-11-28');
const HEAD = ['统一社会信用代码', '企业名称', '登记状态', '成立日期'];

function faultsOf(rows: string[][]) {
  const read = readRegisterSheet([HEAD, ...rows], TODAY);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.faults;
}

describe('a sheet of the register', () => {
  it('is read by its headings, in any order, under a title, with other columns between', () => {
    const read = readRegisterSheet(
      [
        ['2026年11月 法人库导出'],
        [],
        ['序号', '企 业 名 称*', '经营状态', '统一社会信用代码'],
        ['1', ' 苏州晨星 有限公司 ', '存续', inventedUscc(101).toLowerCase()],
        ['', '', '', ''],
      ],
      TODAY,
    );
    expect(read).toEqual({
      ok: true,
      value: {
        faults: [],
        rows: [
          {
            uscc: inventedUscc(101),
            name: '苏州晨星 有限公司',
            type: null,
            legalRepresentative: null,
            registeredAddress: null,
            establishedOn: null,
            status: '存续',
          },
        ],
      },
    });
  });

  it.each([
    [[['名称', '地址']], 'header-missing'],
    [[], 'header-missing'],
    [[['统一社会信用代码', '企业名称', '名称'], []], 'header-twice'],
    [[HEAD, ['', ' ']], 'no-rows'],
    [[HEAD, ...Array.from({ length: 5_001 }, (_, n) => [inventedUscc(n), `苏州第${n}有限公司`])], 'too-many-rows'],
  ])('without what it needs it is refused (%#)', (cells, code) => {
    expect(readRegisterSheet(cells as string[][], TODAY)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('says of every wrong row its line and how to mend it, and keeps the others', () => {
    const good = [inventedUscc(101), '苏州晨星有限公司', '存续', '2019/3/18'];
    const wrong = inventedUscc(102).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(
      faultsOf([
        good,
        [wrong, '', '在哪', '2099-01-01'],
        ['91320599', '=cmd', '存续', '昨天'],
        [inventedUscc(101), '苏州晨星二号有限公司', '', ''],
      ]),
    ).toEqual([
      {
        line: 3,
        name: '',
        says: [
          '统一社会信用代码的末位校验不符',
          '缺企业名称',
          '成立日期晚于今天',
          '登记状态应为存续、在业、注销或吊销等',
        ],
      },
      {
        line: 4,
        name: '=cmd',
        says: ['统一社会信用代码不是 18 位', '企业名称不能以 = + - @ 开头', '成立日期应写作 2019-03-18'],
      },
      { line: 5, name: '苏州晨星二号有限公司', says: ['与第 2 行的统一社会信用代码相同'] },
    ]);
  });

  it('never throws and loses no row, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.nat(9_999).map(inventedUscc),
      fc.constantFrom('__proto__', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 30 }), (body) => {
        const read = readRegisterSheet([HEAD, ...body], TODAY);
        const filled = body.filter((row) => row.some((one) => one.trim() !== '')).length;
        if (read.ok) expect(read.value.rows.length + read.value.faults.length).toBe(filled);
        else expect(filled).toBe(0);
      }),
    );
  });
});

const row = (serial: number, more: Partial<RegisterRow> = {}): RegisterRow => ({
  uscc: inventedUscc(serial),
  name: `苏州第${serial}有限公司`,
  type: '有限责任公司',
  legalRepresentative: '沈知行',
  registeredAddress: null,
  establishedOn: null,
  status: '存续',
  ...more,
});

describe('what a file would change', () => {
  it('new, changed and same are told apart; an empty cell wipes nothing out', () => {
    const standing = new Map([row(1), row(2)].map((one) => [one.uscc, one] as const));
    const compared = compareRows([row(1, { type: null }), row(2, { name: '苏州改名有限公司' }), row(3)], standing);
    expect(compared.same).toEqual([inventedUscc(1)]);
    expect(compared.changes).toEqual([
      {
        uscc: inventedUscc(2),
        name: '苏州改名有限公司',
        what: 'changed',
        fields: [{ label: '企业名称', before: '苏州第2有限公司', after: '苏州改名有限公司' }],
      },
      { uscc: inventedUscc(3), name: '苏州第3有限公司', what: 'new', fields: [] },
    ]);
    expect(compared.merged.map(({ type }) => type)).toEqual(['有限责任公司', '有限责任公司']);
  });
});
