/** One talent's line of a decided amount, as it is kept with the case. */
export type DecidedLine = {
  readonly talentId: string;
  readonly supported: boolean;
  readonly standardFen: number;
  readonly grantedFen: number;
  readonly note?: string;
  readonly reason: string | null;
};

/** Reads the lines of the decision out of their JSON column; none before a decision. */
export function parseDecidedLines(json: unknown): readonly DecidedLine[] {
  return Array.isArray(json) ? (json as DecidedLine[]) : [];
}
