import { PI, ceil, cos, floor, max, min, sin, sqrt } from './arithmetic';

/** A sheet that does not lie flat: it bulges in the middle, or two of its edges stand up. */
export type Bend = {
  readonly shape: 'arch' | 'edges';
  /** Which of the sheet's sides is bent. */
  readonly along: 'width' | 'length';
  /** How far the highest part stands above the desk, mm. */
  readonly riseMm: number;
};

/** The bent sheet from the side: where its paper lies, mm along the desk and above it. */
export type Profile = {
  /** Height of the paper above a place of the desk. */
  heightAt(desk: number): number;
  /** How far along the paper that place is. */
  paperAt(desk: number): number;
  deskOf(paper: number): number;
  /** How much of the light from above the paper catches there, 0 to 1. */
  facing(desk: number): number;
};

const STEP_MM = 0.25;

/** The curve of a side of `length` mm; paper does not stretch, so a bent sheet covers less of the desk. */
export function profileOf({ shape, riseMm }: Pick<Bend, 'shape' | 'riseMm'>, length: number): Profile {
  const covered = coveredBy(shape, riseMm, length);
  const height = (desk: number) => curve(shape, riseMm, max(0, min(covered, desk)) / covered);
  const slope = (desk: number) => (height(desk + 0.5) - height(desk - 0.5)) / 1;
  const papers = [0];
  for (let desk = 0; desk < covered; desk += STEP_MM) {
    papers.push((papers.at(-1) ?? 0) + STEP_MM * sqrt(1 + slope(desk + STEP_MM / 2) ** 2));
  }
  const paperAt = (desk: number) => {
    if (desk <= 0 || desk >= covered) return desk <= 0 ? desk : length + desk - covered;
    const at = floor(desk / STEP_MM);
    const [before = 0, after = 0] = [papers[at], papers[at + 1]];
    return before + ((after - before) * (desk - at * STEP_MM)) / STEP_MM;
  };
  const paper = tableOf(paperAt, covered);
  return {
    heightAt: tableOf(height, covered),
    paperAt: (desk) => (desk <= 0 || desk >= covered ? paperAt(desk) : paper(desk)),
    deskOf: (at) => solve(paperAt, at, covered),
    facing: tableOf((desk) => 1 / sqrt(1 + slope(desk) ** 2), covered),
  };
}

/** Asked for every pixel, so worked out once for each quarter of a millimetre. */
function tableOf(of: (desk: number) => number, covered: number): (desk: number) => number {
  const steps = ceil(covered / STEP_MM);
  const values = Float64Array.from({ length: steps + 2 }, (_, step) => of(step * STEP_MM));
  return (desk) => {
    const at = max(0, min(steps, desk / STEP_MM));
    const low = floor(at);
    const [before = 0, after = 0] = [values[low], values[low + 1]];
    return before + (after - before) * (at - low);
  };
}

function curve(shape: Bend['shape'], riseMm: number, share: number): number {
  return riseMm * (shape === 'arch' ? sin(PI * share) : (1 + cos(2 * PI * share)) / 2);
}

/** How much of the desk a bent side covers: found by halving, since longer cover means longer curve. */
function coveredBy(shape: Bend['shape'], riseMm: number, length: number): number {
  let [low, high] = [length / 2, length];
  for (let round = 0; round < 40; round += 1) {
    const covered = (low + high) / 2;
    let curved = 0;
    for (let step = 0; step < 400; step += 1) {
      const rise = curve(shape, riseMm, (step + 1) / 400) - curve(shape, riseMm, step / 400);
      curved += sqrt((covered / 400) ** 2 + rise ** 2);
    }
    if (curved > length) high = covered;
    else low = covered;
  }
  return low;
}

function solve(paperAt: (desk: number) => number, paper: number, covered: number): number {
  let [low, high] = [-20, covered + 20];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (paperAt(middle) > paper) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
