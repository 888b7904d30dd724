import { z } from 'zod';
import { sumFen, type Fen } from '@/lib/kernel/fen';

/** The lines that an approval keeps with its case; members that this does not know are carried along. */
const keptLines = z.array(
  z.looseObject({
    talentId: z.string(),
    name: z.string(),
    supported: z.boolean(),
    grantedFen: z.number().int().nonnegative().safe(),
    cutFen: z.number().int().nonnegative().safe(),
  }),
);
export type KeptLine = z.infer<typeof keptLines>[number];

export type AfterStop = {
  /** The whole list, the stopped ones with nothing. */
  readonly lines: readonly KeptLine[];
  /** Those who are stopped by this, as they stood. */
  readonly stopped: readonly { readonly talentId: string; readonly name: string; readonly amountFen: Fen }[];
  readonly leftFen: Fen;
};

/**
 * The award of a decided case once these talents are stopped. Everybody else keeps what was granted: room that becomes
 * free under the cap raises nobody. Those who have nothing to lose, are not of the case, or fell away at paying
 * (`fallen`: their money is free already) are passed over.
 */
export function withoutTalents(
  awardLines: unknown,
  talentIds: readonly string[],
  reason: string,
  fallen: ReadonlySet<string> = new Set(),
): AfterStop {
  const before = keptLines.parse(awardLines);
  const isStopped = (line: KeptLine) =>
    line.grantedFen > 0 && talentIds.includes(line.talentId) && !fallen.has(line.talentId);
  const lines = before.map((line) =>
    isStopped(line) ? { ...line, supported: false, grantedFen: 0, cutFen: 0, note: undefined, reason } : line,
  );
  return {
    lines,
    stopped: before
      .filter(isStopped)
      .map(({ talentId, name, grantedFen }) => ({ talentId, name, amountFen: grantedFen })),
    leftFen: sumFen(lines.filter(({ talentId }) => !fallen.has(talentId)).map(({ grantedFen }) => grantedFen)),
  };
}
