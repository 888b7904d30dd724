import { z } from 'zod';
import { maskName } from '@/lib/kernel/personal-name';

/** The lines that an approval keeps with its case, as far as a notice reads them. */
const keptLines = z.array(
  z.object({ talentId: z.string(), name: z.string(), categoryLabel: z.string(), grantedFen: z.number() }),
);

export type NoticeLine = {
  readonly applicationId: string;
  readonly talentId: string;
  readonly enterpriseName: string;
  /** Masked where the programme says so. */
  readonly shownName: string;
  readonly categoryLabel: string;
  readonly amountFen: number;
};

/** The lines of one approved case in a notice: everybody who is granted something, in the order of the award. */
export function noticeLines(
  approved: { readonly id: string; readonly enterpriseName: string; readonly awardLines: unknown },
  isMasked: boolean,
): NoticeLine[] {
  return keptLines
    .parse(approved.awardLines)
    .filter((line) => line.grantedFen > 0)
    .map(({ talentId, name, categoryLabel, grantedFen }) => ({
      applicationId: approved.id,
      talentId,
      enterpriseName: approved.enterpriseName,
      shownName: isMasked ? maskName(name) : name,
      categoryLabel,
      amountFen: grantedFen,
    }));
}
