/** A stroke in a unit box, x to the right and y down; `round` ones are drawn as a smooth curve through their points. */
export type Stroke = { readonly round?: true; readonly points: readonly (readonly [number, number])[] };

const line = (...points: [number, number][]): Stroke => ({ points });
const round = (...points: [number, number][]): Stroke => ({ round: true, points });

const STEM = line([0, 0], [0, 1]);
const BOWL = round([0, 0], [0.5, 0], [0.88, 0.1], [0.96, 0.28], [0.86, 0.46], [0.5, 0.56], [0, 0.56]);

/** The characters of a picture code, drawn by hand: there is no font to compare them with. */
export const GLYPHS: Readonly<Record<string, readonly Stroke[]>> = {
  C: [
    round(
      [0.95, 0.2],
      [0.7, 0.02],
      [0.35, 0.03],
      [0.06, 0.3],
      [0.04, 0.62],
      [0.22, 0.92],
      [0.55, 1],
      [0.85, 0.9],
      [0.97, 0.75],
    ),
  ],
  D: [STEM, round([0, 0], [0.45, 0.02], [0.85, 0.2], [0.97, 0.5], [0.85, 0.8], [0.45, 0.98], [0, 1])],
  E: [line([0.9, 0], [0, 0], [0, 1], [0.95, 1]), line([0, 0.48], [0.72, 0.48])],
  F: [line([0.95, 0], [0, 0], [0, 1]), line([0, 0.48], [0.72, 0.48])],
  H: [STEM, line([1, 0], [1, 1]), line([0, 0.5], [1, 0.5])],
  J: [
    round([0.72, 0], [0.72, 0.4], [0.7, 0.75], [0.55, 0.97], [0.28, 0.99], [0.08, 0.85], [0.03, 0.66]),
    line([0.42, 0], [1, 0]),
  ],
  K: [STEM, line([0.95, 0], [0, 0.58]), line([0.33, 0.4], [1, 1])],
  M: [line([0, 1], [0.04, 0], [0.5, 0.64], [0.96, 0], [1, 1])],
  N: [line([0, 1], [0, 0], [1, 1], [1, 0])],
  P: [STEM, BOWL],
  R: [STEM, BOWL, line([0.42, 0.56], [1, 1])],
  T: [line([0, 0], [1, 0]), line([0.5, 0], [0.5, 1])],
  W: [line([0, 0], [0.25, 1], [0.5, 0.3], [0.75, 1], [1, 0])],
  X: [line([0, 0], [1, 1]), line([1, 0], [0, 1])],
  Y: [line([0, 0], [0.5, 0.5], [1, 0]), line([0.5, 0.5], [0.5, 1])],
  '3': [
    round([0.08, 0.13], [0.35, 0], [0.7, 0.03], [0.88, 0.22], [0.74, 0.42], [0.36, 0.47]),
    round([0.36, 0.47], [0.8, 0.55], [0.97, 0.75], [0.8, 0.95], [0.45, 1], [0.15, 0.94], [0.02, 0.8]),
  ],
  '4': [line([0.7, 1], [0.7, 0], [0, 0.7], [1, 0.7])],
  '7': [line([0, 0], [1, 0], [0.38, 1])],
  '9': [
    round(
      [0.92, 0.3],
      [0.75, 0.05],
      [0.4, 0],
      [0.1, 0.15],
      [0.05, 0.38],
      [0.2, 0.56],
      [0.5, 0.6],
      [0.8, 0.5],
      [0.92, 0.3],
    ),
    round([0.92, 0.3], [0.93, 0.6], [0.76, 0.9], [0.45, 1], [0.18, 0.94]),
  ],
};
