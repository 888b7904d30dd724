import type { Fen } from '@/lib/kernel/fen';
import { formatYuan, sumFen } from '@/lib/kernel/fen';

export type AwardInput = {
  readonly talentId: string;
  readonly name: string;
  readonly categoryLabel: string;
  readonly standardFen: Fen;
  readonly supported: boolean;
};

export type AwardLine = AwardInput & {
  readonly grantedFen: Fen;
  /** What the cap took away; 0 for one that is not supported. */
  readonly cutFen: Fen;
  readonly note?: string;
};

export type Award = {
  readonly lines: readonly AwardLine[];
  /** Of the supported talents, before the cap. */
  readonly standardTotalFen: Fen;
  readonly capFen: Fen;
  /** Granted to the enterprise in this programme year before, by other cases. */
  readonly usedFen: Fen;
  readonly roomFen: Fen;
  readonly totalFen: Fen;
};

export const CAP_USED_UP = '支持（额度已用完）';

/**
 * What an application is granted, line by line, in whole fen; expected (all supported) as well as final.
 *
 * The yearly cap counts what the enterprise was granted in the same programme year. It cuts the last talents of the
 * list first; the one on whom it falls gets the remainder. That way the clerk's own order decides, and it can be
 * explained. 0 ≤ totalFen ≤ roomFen. Throws RangeError for amounts that are negative or no whole fen.
 */
export function award(inputs: readonly AwardInput[], capFen: Fen, grantedThisYearFen: Fen): Award {
  for (const fen of [capFen, grantedThisYearFen, ...inputs.map(({ standardFen }) => standardFen)]) assertAmount(fen);
  const roomFen = Math.max(0, capFen - grantedThisYearFen);
  let leftFen = roomFen;
  const lines = inputs.map((input) => {
    const entitledFen = input.supported ? input.standardFen : 0;
    const grantedFen = Math.min(entitledFen, leftFen);
    leftFen -= grantedFen;
    return lineOf(input, grantedFen, entitledFen - grantedFen);
  });
  return {
    lines,
    standardTotalFen: sumFen(lines.map(({ grantedFen, cutFen }) => grantedFen + cutFen)),
    capFen,
    usedFen: grantedThisYearFen,
    roomFen,
    totalFen: sumFen(lines.map(({ grantedFen }) => grantedFen)),
  };
}

export type DerivationLine = { readonly label: string; readonly fen: Fen; readonly strong?: true };

/**
 * How the amount came about, from the standards down to the total; amounts that are taken off are negative.
 * `total` is the word for the last line: 预计补贴 before the decision, 核定补贴 after it.
 */
export function derivation(result: Award, total: '预计补贴' | '核定补贴' = '预计补贴'): DerivationLine[] {
  const supported = result.lines.filter((line) => line.supported);
  const cuts = supported.filter(({ cutFen }) => cutFen > 0).reverse();
  return [
    { label: `${supported.length} 人标准合计`, fen: result.standardTotalFen },
    { label: '年度上限', fen: result.capFen },
    { label: '本年度已核定', fen: -result.usedFen || 0 },
    { label: '剩余额度', fen: result.roomFen },
    ...cuts.map(({ name, cutFen }, index) => ({
      label: index === 0 ? `超出部分从末位${name}扣减` : `再从${name}扣减`,
      fen: -cutFen,
    })),
    { label: total, fen: result.totalFen, strong: true },
  ];
}

function lineOf(input: AwardInput, grantedFen: Fen, cutFen: Fen): AwardLine {
  const line = { ...input, grantedFen, cutFen };
  if (cutFen === 0) return line;
  return { ...line, note: grantedFen === 0 ? CAP_USED_UP : `额度只余 ${formatYuan(grantedFen)} 元` };
}

function assertAmount(fen: Fen): void {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`no amount: ${fen} fen`);
}
