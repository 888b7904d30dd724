import { downscale } from './downscale';
import type { Raster } from './raster';

/** One picture in several sizes, each made once and from the next larger one that there is. */
export type Copies = {
  readonly original: Raster;
  /** Longer side at most `longSide` pixels. */
  within(longSide: number): Raster;
};

/** `small` is one that there is already. */
export function copiesOf(original: Raster, small?: Raster): Copies {
  const made = new Map<number, Raster>();
  if (small) made.set(Math.max(small.width, small.height), small);
  return {
    original,
    within: (longSide) => {
      const present = made.get(longSide);
      if (present) return present;
      const larger = [...made.keys()].filter((side) => side > longSide).sort((a, b) => a - b)[0];
      const copy = downscale((larger && made.get(larger)) || original, longSide);
      made.set(longSide, copy);
      return copy;
    },
  };
}
