import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { join } from 'node:path';
import { PI, ceil, cos, min, round, sin } from './arithmetic';
import type { Place } from './camera';
import type { Random } from './random';
import { texture } from './texture';

export type SealKind = 'red' | 'oval' | 'faint' | 'grey' | 'blue' | 'square' | 'elsewhere' | 'none';

/** A page as drawn: four bytes a pixel, the whole A4 sheet. */
export type PageRaster = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray | Uint8Array;
};

export type SealOptions = {
  readonly kind: SealKind;
  /** Middle of the imprint on the sheet, mm. */
  readonly at: Place;
  /** The enterprise's name, which runs around the rim. */
  readonly owner: string;
};

const SHEET_WIDTH_MM = 210;
const FAMILY = 'Seal Song';
const FONT = 'node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
const ELSEWHERE: Place = { x: 62, y: 150 };

/** Share of red, green and blue that the ink swallows where it is full. */
const INKS: Record<Exclude<SealKind, 'none'>, readonly [number, number, number]> = {
  red: [0.13, 0.86, 0.84],
  oval: [0.13, 0.86, 0.84],
  faint: [0.04, 0.26, 0.25],
  grey: [0.72, 0.72, 0.72],
  blue: [0.82, 0.62, 0.14],
  square: [0.13, 0.86, 0.84],
  elsewhere: [0.13, 0.86, 0.84],
};

/** Presses a seal onto a copy of the page: by hand, so a little turned, uneven, and paler where the pad was dry. */
export function stamp(page: PageRaster, { kind, at, owner }: SealOptions, random: Random): PageRaster {
  if (kind === 'none') return page;
  const pxPerMm = page.width / SHEET_WIDTH_MM;
  const side = ceil(50 * pxPerMm);
  const print = imprint({ kind, owner }, { side, pxPerMm, turn: random.between(-0.35, 0.35) });
  const middle = kind === 'elsewhere' ? ELSEWHERE : at;
  const left = round(middle.x * pxPerMm - side / 2);
  const top = round(middle.y * pxPerMm - side / 2);
  const dryness = texture(random);
  const speckle = texture(random);
  const [red, green, blue] = INKS[kind];
  const rgba = new Uint8ClampedArray(page.rgba);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const ink = (print[(y * side + x) * 4 + 3] ?? 0) / 255;
      if (ink === 0 || left + x < 0 || left + x >= page.width || top + y < 0 || top + y >= page.height) continue;
      const patch = 0.68 + 0.4 * dryness(x / (9 * pxPerMm), y / (9 * pxPerMm));
      const grain = 0.72 + 0.4 * speckle(x / (0.28 * pxPerMm), y / (0.28 * pxPerMm));
      const strength = ink * min(1, patch * grain);
      const to = ((top + y) * page.width + left + x) * 4;
      rgba[to] = (rgba[to] ?? 0) * (1 - red * strength);
      rgba[to + 1] = (rgba[to + 1] ?? 0) * (1 - green * strength);
      rgba[to + 2] = (rgba[to + 2] ?? 0) * (1 - blue * strength);
    }
  }
  return { width: page.width, height: page.height, rgba };
}

type Pressed = { readonly side: number; readonly pxPerMm: number; readonly turn: number };

/** The rubber itself: only its alpha matters. */
function imprint(
  { kind, owner }: Pick<SealOptions, 'kind' | 'owner'>,
  { side, pxPerMm, turn }: Pressed,
): Uint8ClampedArray {
  const canvas = createCanvas(side, side);
  const pen = canvas.getContext('2d');
  if (!GlobalFonts.has(FAMILY)) GlobalFonts.registerFromPath(join(process.cwd(), FONT), FAMILY);
  pen.translate(side / 2, side / 2);
  pen.rotate(turn);
  pen.scale(pxPerMm, pxPerMm);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  if (kind === 'square') nameSeal(pen, owner);
  else if (kind === 'oval') ovalSeal(pen, owner);
  else roundSeal(pen, owner);
  return pen.getImageData(0, 0, side, side).data;
}

function roundSeal(pen: SKRSContext2D, owner: string): void {
  pen.lineWidth = 1.1;
  pen.beginPath();
  pen.arc(0, 0, 19.4, 0, 2 * PI);
  pen.stroke();
  star(pen, 6.2);
  aroundRim(pen, owner, { size: 4.6, across: 15.4, up: 15.4 });
  pen.font = `3.6px "${FAMILY}"`;
  pen.fillText('财务专用章', 0, 11.2);
}

/** 发票 and 财务 seals are often oval, 45 × 30 mm. */
function ovalSeal(pen: SKRSContext2D, owner: string): void {
  pen.lineWidth = 1;
  pen.beginPath();
  pen.ellipse(0, 0, 21.8, 14.6, 0, 0, 2 * PI);
  pen.stroke();
  aroundRim(pen, owner, { size: 3.9, across: 17.8, up: 10.8 });
  pen.font = `4.2px "${FAMILY}"`;
  pen.fillText('财务专用章', 0, 1.5);
  pen.font = `3px "${FAMILY}"`;
  pen.fillText('3205940012345', 0, 7.5);
}

function nameSeal(pen: SKRSContext2D, owner: string): void {
  pen.lineWidth = 1.2;
  pen.strokeRect(-9, -9, 18, 18);
  pen.font = `7.4px "${FAMILY}"`;
  [...owner.slice(0, 4)].forEach((character, index) => {
    pen.fillText(character, index < 2 ? 4 : -4, index % 2 ? 4 : -4);
  });
}

function star(pen: SKRSContext2D, radius: number): void {
  pen.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const reach = point % 2 ? radius * 0.382 : radius;
    const angle = (point * PI) / 5 - PI / 2;
    pen.lineTo(reach * cos(angle), reach * sin(angle));
  }
  pen.fill();
}

/** Height of the characters and half axes of the line they stand on, mm. */
type Rim = { readonly size: number; readonly across: number; readonly up: number };

/** Characters along the upper three quarters of the rim, feet to the middle. */
function aroundRim(pen: SKRSContext2D, owner: string, { size, across, up }: Rim): void {
  const characters = [...owner].slice(0, 18);
  const span = min(1.5 * PI, characters.length * 0.36);
  pen.font = `${size}px "${FAMILY}"`;
  characters.forEach((character, index) => {
    const angle = characters.length < 2 ? 0 : (index / (characters.length - 1) - 0.5) * span;
    pen.save();
    pen.translate(across * sin(angle), -up * cos(angle));
    pen.rotate(angle);
    pen.scale(0.82, 1);
    pen.fillText(character, 0, 0);
    pen.restore();
  });
}
