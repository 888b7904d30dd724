const MB = 1024 * 1024;

export type Sample = { readonly done: number; readonly rssMb: number };

export const rssMb = (): number => process.memoryUsage().rss / MB;

/**
 * By how many MB the line of best fit rises per thousand receipts. The first fifth is left out: there threads start and
 * fonts are opened.
 */
export function slopePerThousand(samples: readonly Sample[]): number {
  const rest = samples.slice(Math.floor(samples.length / 5));
  const mean = (of: (sample: Sample) => number) => rest.reduce((sum, one) => sum + of(one), 0) / rest.length;
  const [x, y] = [mean(({ done }) => done), mean((one) => one.rssMb)];
  const up = rest.reduce((sum, one) => sum + (one.done - x) * (one.rssMb - y), 0);
  const across = rest.reduce((sum, one) => sum + (one.done - x) ** 2, 0);
  return across === 0 ? 0 : (up / across) * 1000;
}
