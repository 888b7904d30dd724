import { floor } from './arithmetic';
import type { Random } from './random';

const SIDE = 256;

/** Smooth random hills between 0 and 1, endless in both directions; one unit is one hill. */
export type Texture = (x: number, y: number) => number;

export function texture(random: Random): Texture {
  const heights = Float32Array.from({ length: SIDE * SIDE }, () => random.next());
  const height = (x: number, y: number) => heights[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))] ?? 0;
  return (x, y) => {
    const left = floor(x);
    const top = floor(y);
    const across = ease(x - left);
    const down = ease(y - top);
    const above = height(left, top) * (1 - across) + height(left + 1, top) * across;
    const below = height(left, top + 1) * (1 - across) + height(left + 1, top + 1) * across;
    return above * (1 - down) + below * down;
  };
}

const ease = (part: number) => part * part * (3 - 2 * part);
