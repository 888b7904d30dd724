import { cos, sin } from './arithmetic';
import type { Random } from './random';
import { texture, type Texture } from './texture';

export type DeskKind = 'wood' | 'white' | 'dark' | 'felt' | 'clutter';

/** The share of light that comes back, red green blue, 0 to 1. */
export type Colour = readonly [number, number, number];

/** Colour of the desk at a place in mm from the sheet's top left corner. */
export type Desk = (x: number, y: number) => Colour;

/** What the sheet lies on. Everything on it is measured in mm, so it looks the same in every resolution. */
export function desk(kind: DeskKind, random: Random): Desk {
  const hills = texture(random);
  const turn = random.between(-0.4, 0.4);
  switch (kind) {
    case 'wood':
      return wood(hills, turn);
    case 'white':
      return (x, y) => plain([0.72, 0.72, 0.7], 0.03 * (hills(x / 60, y / 60) - 0.5));
    case 'dark':
      return (x, y) =>
        plain([0.05, 0.05, 0.055], 0.025 * (hills(x / 0.7, y / 0.7) + 0.6 * hills(x / 40, y / 40) - 0.8));
    case 'felt':
      return (x, y) => plain([0.1, 0.17, 0.14], 0.06 * (hills(x / 0.9, y / 0.9) + hills(x / 7, y / 7) - 1));
    case 'clutter':
      return clutter(wood(hills, turn), hills, random);
  }
}

const plain = ([red, green, blue]: Colour, more: number): Colour => [red + more, green + more, blue + more];

function wood(hills: Texture, turn: number): Desk {
  return (x, y) => {
    const along = x * cos(turn) + y * sin(turn);
    const across = y * cos(turn) - x * sin(turn);
    const bend = 4 * hills(along / 90, across / 30);
    const fine = hills(along / 25, (across + bend) / 0.8);
    const grain = hills(along / 140, (across + bend) / 4) * 0.6 + fine * 0.4;
    const pore = hills(along / 12, across / 0.5) > 0.86 ? 0.8 : 1;
    const share = (0.55 + 0.6 * grain) * pore;
    return [0.37 * share, 0.22 * share, 0.115 * share];
  };
}

type Thing = {
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
  look: (x: number, y: number) => Colour;
};

/** A keyboard, a book and another letter lie beside and partly under the sheet. */
function clutter(under: Desk, hills: Texture, random: Random): Desk {
  const things: Thing[] = [
    { x: 215, y: -30, width: 190, height: 120, turn: random.between(-0.2, 0.2), look: keyboard },
    { x: -170, y: 90, width: 165, height: 235, turn: random.between(-0.15, 0.25), look: letter(hills) },
    { x: 190, y: 240, width: 140, height: 190, turn: random.between(-0.5, 0.5), look: () => [0.08, 0.16, 0.3] },
    { x: 20, y: 305, width: 145, height: 9, turn: random.between(-0.3, 0.3), look: () => [0.03, 0.03, 0.03] },
  ];
  return (x, y) => {
    for (const { x: left, y: top, width, height, turn, look } of things) {
      const across = (x - left) * cos(turn) + (y - top) * sin(turn);
      const down = (y - top) * cos(turn) - (x - left) * sin(turn);
      if (across > 0 && across < width && down > 0 && down < height) return look(across, down);
    }
    return under(x, y);
  };
}

const keyboard = (x: number, y: number): Colour => {
  const onKey = x % 19 > 2 && y % 19 > 2;
  return onKey ? [0.06, 0.06, 0.065] : [0.3, 0.3, 0.31];
};

/** Another office paper, with lines that look like print. */
function letter(hills: Texture): Thing['look'] {
  return (x, y) => {
    const isLine = y > 30 && y < 205 && y % 7.5 < 3 && x > 18 && x < 145;
    const isInk = isLine && hills(x / 0.9, y / 0.7) > 0.55;
    return isInk ? [0.08, 0.08, 0.09] : [0.74, 0.74, 0.72];
  };
}
