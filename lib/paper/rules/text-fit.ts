import { breakLines } from './line-breaking';

/** The three cuts of type on the sheet; the renderer knows their files. */
export type Typeface = 'regular' | 'bold' | 'title';

/** The width of a text set in 1 mm type, in mm. */
export type Measure = (text: string, face: Typeface) => number;

export type FitRules = {
  /** In mm, as is all below. */
  readonly width: number;
  readonly face: Typeface;
  /** The text is set as large as it fits on one line, from `size` down to `sizeMin`; only then on several. */
  readonly size: number;
  readonly sizeMin: number;
  readonly linesMax: number;
};

export type FittedText = { readonly lines: readonly string[]; readonly size: number };

const STEP = 0.05;

/**
 * Sets a text into a width. It always fits: when `linesMax` lines at `sizeMin` do not hold it, the type goes on
 * shrinking, because a receipt with a small name is better than a receipt that cannot be issued.
 */
export function fitText(text: string, rules: FitRules, measure: Measure): FittedText {
  const { width } = rules;
  const emWidth = measure(text, rules.face);
  const largest = Math.floor(width / emWidth / STEP) * STEP;
  if (largest >= rules.sizeMin || rules.linesMax === 1) return { lines: [text], size: Math.min(rules.size, largest) };

  for (let size = rules.sizeMin; ; size -= STEP) {
    const lines = breakLines(text, width / size, (part) => measure(part, rules.face));
    if (lines.length <= rules.linesMax) return { lines, size };
  }
}
