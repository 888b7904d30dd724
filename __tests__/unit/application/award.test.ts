import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { award, CAP_USED_UP, derivation, type AwardInput } from '@/lib/application/rules/award';

function line(talentId: string, standardFen: number, supported = true): AwardInput {
  return { talentId, name: talentId, categoryLabel: '博士', standardFen, supported };
}

const SIX = [
  line('安德烈·诺瓦克', 100_000_00),
  line('欧阳文静', 50_000_00),
  line('王䶮', 20_000_00),
  line('陈思睿', 20_000_00),
  line('张明远', 10_000_00),
  line('周子涵', 50_000_00),
];

const amount = fc.integer({ min: 0, max: 2_000_000_00 });
const lines = fc
  .array(fc.record({ standardFen: amount, supported: fc.boolean() }), { maxLength: 12 })
  .map((list) => list.map(({ standardFen, supported }, index) => line(`人${index}`, standardFen, supported)));

describe('award', () => {
  it('cuts the last talent, not the first, and gives the one on the edge the remainder', () => {
    const result = award(SIX, 500_000_00, 280_000_00);
    expect(result.lines.map(({ grantedFen }) => grantedFen)).toEqual([
      100_000_00, 50_000_00, 20_000_00, 20_000_00, 10_000_00, 20_000_00,
    ]);
    expect(result).toMatchObject({ standardTotalFen: 250_000_00, roomFen: 220_000_00, totalFen: 220_000_00 });
  });

  it('marks who gets nothing though supported, and says what the one on the edge gets', () => {
    const result = award(SIX, 500_000_00, 325_000_00);
    expect(result.lines.map(({ note }) => note ?? '')).toEqual([
      '',
      '',
      '',
      '额度只余 5,000.00 元',
      CAP_USED_UP,
      CAP_USED_UP,
    ]);
  });

  it('gives nothing to a talent who is not supported, and lets nobody lose by it', () => {
    const inputs = SIX.map((input, index) => ({ ...input, supported: index !== 0 }));
    const result = award(inputs, 500_000_00, 0);
    expect(result.lines[0]).toMatchObject({ grantedFen: 0, cutFen: 0 });
    expect(result.lines[0]).not.toHaveProperty('note');
    expect(result.totalFen).toBe(150_000_00);
  });

  it('grants nothing, and nothing negative, to an enterprise already over its cap', () => {
    expect(award(SIX, 500_000_00, 600_000_00)).toMatchObject({ roomFen: 0, totalFen: 0 });
    expect(award([], 500_000_00, 0)).toMatchObject({ lines: [], totalFen: 0, standardTotalFen: 0 });
  });

  it('refuses what is no amount', () => {
    expect(() => award([line('某', 0.5)], 1, 0)).toThrow(RangeError);
    expect(() => award([line('某', -1)], 1, 0)).toThrow(RangeError);
    expect(() => award([], 1, -1)).toThrow(RangeError);
  });

  it('stays between nothing and the room, whole fen, line by line', () => {
    fc.assert(
      fc.property(lines, amount, amount, (inputs, capFen, usedFen) => {
        const result = award(inputs, capFen, usedFen);
        expect(result.totalFen).toBeLessThanOrEqual(result.roomFen);
        expect(result.totalFen).toBe(Math.min(result.standardTotalFen, result.roomFen));
        for (const { grantedFen, cutFen, standardFen, supported } of result.lines) {
          expect(grantedFen).toBeGreaterThanOrEqual(0);
          expect(cutFen).toBeGreaterThanOrEqual(0);
          expect(grantedFen + cutFen).toBe(supported ? standardFen : 0);
        }
      }),
    );
  });

  it('never grants more for a smaller cap, nor less for a larger one', () => {
    fc.assert(
      fc.property(lines, amount, amount, amount, (inputs, capFen, moreFen, usedFen) => {
        const [small, large] = [award(inputs, capFen, usedFen), award(inputs, capFen + moreFen, usedFen)];
        expect(small.totalFen).toBeLessThanOrEqual(large.totalFen);
        small.lines.forEach(({ grantedFen }, index) =>
          expect(grantedFen).toBeLessThanOrEqual(large.lines[index]?.grantedFen ?? 0),
        );
      }),
    );
  });

  it('cuts at most one talent in part: before it everybody is whole, after it nobody gets anything', () => {
    fc.assert(
      fc.property(lines, amount, amount, (inputs, capFen, usedFen) => {
        const supported = award(inputs, capFen, usedFen).lines.filter((one) => one.supported && one.standardFen > 0);
        const edge = supported.findIndex(({ cutFen }) => cutFen > 0);
        if (edge < 0) return;
        expect(supported.slice(0, edge).every(({ cutFen }) => cutFen === 0)).toBe(true);
        expect(supported.slice(edge + 1).every(({ grantedFen }) => grantedFen === 0)).toBe(true);
      }),
    );
  });

  it('grants the same sum in whatever order the talents stand', () => {
    fc.assert(
      fc.property(lines, amount, amount, (inputs, capFen, usedFen) => {
        expect(award([...inputs].reverse(), capFen, usedFen).totalFen).toBe(award(inputs, capFen, usedFen).totalFen);
      }),
    );
  });
});

describe('derivation', () => {
  it('shows line by line how the amount came about', () => {
    expect(derivation(award(SIX, 500_000_00, 280_000_00))).toEqual([
      { label: '6 人标准合计', fen: 250_000_00 },
      { label: '年度上限', fen: 500_000_00 },
      { label: '本年度已核定', fen: -280_000_00 },
      { label: '剩余额度', fen: 220_000_00 },
      { label: '超出部分从末位周子涵扣减', fen: -30_000_00 },
      { label: '预计补贴', fen: 220_000_00, strong: true },
    ]);
  });

  it('adds up: standards and what is taken off give the total', () => {
    fc.assert(
      fc.property(lines, amount, amount, (inputs, capFen, usedFen) => {
        const rows = derivation(award(inputs, capFen, usedFen), '核定补贴');
        const cuts = rows.filter(({ label }) => label.endsWith('扣减'));
        const sum = (rows[0]?.fen ?? 0) + cuts.reduce((total, { fen }) => total + fen, 0);
        expect(rows.at(-1)).toEqual({ label: '核定补贴', fen: sum, strong: true });
        expect(rows.some(({ fen }) => Object.is(fen, -0))).toBe(false);
      }),
    );
  });
});
