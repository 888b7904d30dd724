/** How an upload ended: kept; refused for what it is; stopped by the clerk; never become whole. */
export const UPLOAD_OUTCOMES = ['stored', 'refused', 'cancelled', 'broken'] as const;
export type UploadOutcome = (typeof UPLOAD_OUTCOMES)[number];

/** A file that was begun so long ago and is not whole has most likely got stuck. */
export const STUCK_AFTER_MINUTES = 15;
/** One clerk behind a bad line is no alarm; as many failures as this of one browser are. */
const FAILURES_MIN = 5;
/** One in so many. */
const FAILED_SHARE = 10;

export type UploadCounts = Readonly<Record<UploadOutcome, number>>;

export type BrowserFigures = UploadCounts & {
  /** In words: `Windows 电脑，Chrome 138`. */
  readonly browser: string;
  /** Begun, not whole and most likely stuck; counted as `broken` once they are given up. */
  readonly stuck: number;
};

export const NO_UPLOADS: UploadCounts = { stored: 0, refused: 0, cancelled: 0, broken: 0 };

const failures = ({ broken, stuck }: BrowserFigures) => broken + stuck;
const ended = (one: BrowserFigures) => one.stored + one.refused + failures(one);

/**
 * The share of uploads that came through, 0 to 1; null where none ended. A refused file came through: it was the file.
 * What the clerk stopped says nothing of the browser.
 */
export function successRate(one: BrowserFigures): number | null {
  return ended(one) === 0 ? null : 1 - failures(one) / ended(one);
}

/** Whether somebody should look into it: many uploads of this browser fail, and not only by chance. */
export function isFailing(one: BrowserFigures): boolean {
  return failures(one) >= FAILURES_MIN && failures(one) * FAILED_SHARE >= ended(one);
}

/** The figures of several browsers together. */
export function summedFigures(all: readonly BrowserFigures[], browser: string): BrowserFigures {
  const sum = (of: (one: BrowserFigures) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    browser,
    stored: sum(({ stored }) => stored),
    refused: sum(({ refused }) => refused),
    cancelled: sum(({ cancelled }) => cancelled),
    broken: sum(({ broken }) => broken),
    stuck: sum(({ stuck }) => stuck),
  };
}
