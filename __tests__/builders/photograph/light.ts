import { PI, cos, exp, sin } from './arithmetic';
import type { Random } from './random';
import { texture } from './texture';

export type LightOptions = {
  /** Brightness of blank paper in the middle of the picture, 0 to 255 as stored. */
  readonly paperWhite: number;
  /** How much weaker the light is on the far side of the picture, 0 to 1. */
  readonly slope: number;
  /** How much light the shadow of a hand or a shelf takes, 0 to 1. */
  readonly shadow: number;
  /** How much light the lens loses in the picture's corners, 0 to 1. */
  readonly vignetting: number;
  /** 1 = daylight; above it a warm lamp, below it a cloudy window. */
  readonly warmth: number;
  /** How strongly a lamp mirrors in the paper, 0 to 1: at 1 nothing can be read in the middle of it. */
  readonly glare: number;
  /** Where, both coordinates from -1 to 1 of the longer half side; null: by chance. */
  readonly glareAt: { readonly x: number; readonly y: number } | null;
};

/** Light that falls on a place of the picture, both coordinates from -1 to 1 of the longer half side. */
export type Light = (x: number, y: number) => number;

/** What a mirrored lamp adds to the light of each place, in shares of white. */
export function glare({ glare: strength, glareAt }: LightOptions, random: Random): Light {
  if (strength === 0) return () => 0;
  const { x: x0, y: y0 } = glareAt ?? { x: random.between(-0.4, 0.4), y: random.between(-0.6, 0.6) };
  const [across, down] = [random.between(0.1, 0.22), random.between(0.1, 0.22)];
  return (x, y) => strength * exp(-(((x - x0) / across) ** 2) - ((y - y0) / down) ** 2);
}

export function light({ slope, shadow, vignetting }: LightOptions, random: Random): Light {
  const towards = random.between(0, 2 * PI);
  const edge = random.between(-0.25, 0.35);
  const across = random.between(0, 2 * PI);
  const softness = random.between(0.06, 0.25);
  const wobble = texture(random);
  return (x, y) => {
    const side = (x * cos(towards) + y * sin(towards) + 1) / 2;
    const depth = x * cos(across) + y * sin(across) - edge + 0.25 * (wobble(x * 2 + 9, y * 2 + 9) - 0.5);
    const shaded = 1 / (1 + exp(-depth / (softness / 3)));
    return (1 - slope * side) * (1 - shadow * shaded) * (1 - vignetting * (x * x + y * y) * 0.7);
  };
}
