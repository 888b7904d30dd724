import 'server-only';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { GLYPHS, type Stroke } from './glyphs';

/** Twice the size at which it is shown, for sharp screens and for enlarging. */
export const PICTURE_WIDTH = 264;
export const PICTURE_HEIGHT = 88;

const PAPER = '#fbfcfe';
const INKS = ['#1f2933', '#2b3a4a', '#17324f'];
const STEPS = 14;

type Point = readonly [number, number];
type Chance = (from: number, to: number) => number;

/**
 * Draws a picture code as PNG. Everything that is left to chance comes from `seed`: asked for again, the same picture
 * comes, so nobody can average the noise away.
 */
export function drawPictureCode(answer: string, seed: Uint8Array): Uint8Array {
  const chance = chanceFrom(seed);
  const canvas = createCanvas(PICTURE_WIDTH, PICTURE_HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, PICTURE_WIDTH, PICTURE_HEIGHT);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  const wave = waveOf(chance);
  drawNoise(pen, chance, 4, '#b4c3d2', [1.5, 2.5]);
  const cell = (PICTURE_WIDTH - 44) / answer.length;
  [...answer].forEach((character, place) => {
    drawGlyph(pen, chance, GLYPHS[character] ?? [], 22 + cell * (place + 0.5), wave);
  });
  // Lines in the colour of the letters join what belongs apart, lines in that of the paper cut what belongs together.
  drawNoise(pen, chance, 2, INKS[0] ?? PAPER, [1.5, 2]);
  drawNoise(pen, chance, 1, PAPER, [1.5, 2.5]);
  return canvas.toBuffer('image/png');
}

function drawGlyph(
  pen: SKRSContext2D,
  chance: Chance,
  strokes: readonly Stroke[],
  centre: number,
  wave: (point: Point) => Point,
): void {
  const [width, height] = [chance(32, 40), chance(46, 56)];
  const [turn, slant] = [chance(-0.26, 0.26), chance(-0.16, 0.16)];
  const [x0, y0] = [centre + chance(-4, 4), PICTURE_HEIGHT / 2 + chance(-7, 7)];
  pen.strokeStyle = INKS[Math.floor(chance(0, INKS.length))] ?? PAPER;
  pen.lineWidth = chance(5.5, 7);
  for (const stroke of strokes) {
    const placed = (stroke.round ? curve(stroke.points) : dense(stroke.points)).map(([x, y]): Point => {
      const [u, v] = [(x - 0.5) * width, (y - 0.5) * height];
      const leaning = u - v * slant;
      return wave([
        x0 + leaning * Math.cos(turn) - v * Math.sin(turn),
        y0 + leaning * Math.sin(turn) + v * Math.cos(turn),
      ]);
    });
    drawLine(pen, placed);
  }
}

function drawNoise(pen: SKRSContext2D, chance: Chance, count: number, colour: string, widths: [number, number]): void {
  for (let index = 0; index < count; index += 1) {
    pen.strokeStyle = colour;
    pen.lineWidth = chance(...widths);
    const xs = [-5, 60, 130, 200, PICTURE_WIDTH + 5];
    drawLine(pen, curve(xs.map((x): Point => [x + chance(-15, 15), chance(10, PICTURE_HEIGHT - 10)])));
  }
}

function drawLine(pen: SKRSContext2D, points: readonly Point[]): void {
  pen.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.stroke();
}

/** Bends the whole picture, so that no letter keeps its straight lines. */
function waveOf(chance: Chance): (point: Point) => Point {
  const [a, b] = [chance(2, 4), chance(3, 5)];
  const [f, g] = [chance(0.05, 0.09), chance(0.025, 0.045)];
  const [p, q] = [chance(0, 7), chance(0, 7)];
  return ([x, y]) => [x + a * Math.sin(y * f + p), y + b * Math.sin(x * g + q)];
}

/** Points close enough to one another for the wave to bend what lies between. */
function dense(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    return Array.from({ length: STEPS + 1 }, (_, step): Point => mix(from, to, step / STEPS));
  });
}

/** A smooth curve through the points (Catmull-Rom). */
function curve(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const [before, after] = [points[index - 1] ?? from, points[index + 2] ?? to];
    return Array.from({ length: STEPS + 1 }, (_, step) => between(before, from, to, after, step / STEPS));
  });
}

function between(before: Point, from: Point, to: Point, after: Point, t: number): Point {
  const on = (axis: 0 | 1) => {
    const [a, b, c, d] = [before[axis], from[axis], to[axis], after[axis]];
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);
  };
  return [on(0), on(1)];
}

function mix(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** Numbers between two bounds that follow from the seed (mulberry32 over the bytes that the answer did not use). */
function chanceFrom(seed: Uint8Array): Chance {
  let state = new DataView(seed.buffer, seed.byteOffset, seed.byteLength).getUint32(seed.byteLength - 4);
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * (to - from);
  };
}
