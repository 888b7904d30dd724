import { PI, cos, floor, imul, log, sqrt } from './arithmetic';

/** Chance that repeats itself: the same seed gives the same photograph on every machine. */
export type Random = {
  /** 0 to just below 1. */
  next(): number;
  between(low: number, high: number): number;
  /** Normally distributed, mean 0, deviation 1. */
  bell(): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    // a Weyl sequence through two rounds of mixing; passes for noise, nothing more is asked of it
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    bell: () => sqrt(-2 * log(1 - next())) * cos(2 * PI * next()),
    pick: (choices) => choices[floor(next() * choices.length)] ?? choices[0],
  };
}
