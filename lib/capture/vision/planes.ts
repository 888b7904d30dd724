import type { Rect } from '@/lib/paper/rules/geometry';
import { sizeWithin, type LiveFrame } from './live-frame';
import type { Raster } from './raster';

/** One kind of value of a frame: where in the bytes it begins, and how far it is from one row to the next. */
export type Plane = { readonly offset: number; readonly stride: number };

/** A frame as cameras give it: the brightness of every pixel, the colour of every second one across and down. */
export type Planes = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly luma: Plane;
  readonly blue: Plane;
  readonly red: Plane;
  /** Bytes from one colour to the next: 1 where each has a plane of its own, 2 where they share one. */
  readonly colourStep: 1 | 2;
  /** Whether black is 0 and white 255, and not 16 and 235. */
  readonly isFullRange: boolean;
};

/** What is drawn out of a frame: the pixel at (0, 0) covers so much from `left`, `top` on, in pixels of the frame. */
type Grid = { readonly left: number; readonly top: number; readonly across: number; readonly down: number };
type Size = { readonly width: number; readonly height: number };

const NEUTRAL = 128;
const BLACK = 16;
/** What stretches brightness and colours of the narrow range to the full one. */
const LUMA_STRETCH = 255 / 219;
const COLOUR_STRETCH = 255 / 224;
/** Rec. 601; with 709 the same ink is as red for what is asked here. */
const TO_RGB = { red: 1.402, greenByBlue: -0.344, greenByRed: -0.714, blue: 1.772 };
const OPAQUE = 0xff000000;

/**
 * A frame read straight off the camera's own bytes. A browser that has to make a picture of it first takes many times
 * longer than everything that is then found in it. Only `colours` are not grey.
 */
export function planarFrame(planes: Planes): LiveFrame {
  const { width, height } = planes;
  const shades = Uint32Array.from({ length: 256 }, (_, level) => {
    const gray = Math.round(Math.min(255, Math.max(0, brightnessOf(planes, level))));
    return (OPAQUE | (gray << 16) | (gray << 8) | gray) >>> 0;
  });
  const copy = (longSide: number, area: Rect) => {
    const small = sizeWithin(planes, longSide);
    const [across, down] = [width / small.width, height / small.height];
    return grey(planes, shades, { left: area.x * across, top: area.y * down, across, down }, area);
  };
  return {
    ...{ width, height },
    shrunk: (longSide) => copy(longSide, { x: 0, y: 0, ...sizeWithin(planes, longSide) }),
    window: copy,
    piece: (area, scale) => grey(planes, shades, ...gridOf(area, scale)),
    colours: (area, scale) => coloured(planes, ...gridOf(area, scale)),
  };
}

function gridOf(area: Rect, scale: number): [Grid, Size] {
  const width = Math.max(1, Math.round(area.width * scale));
  const height = Math.max(1, Math.round(area.height * scale));
  const steps = { across: area.width / width, down: area.height / height };
  return [
    { left: area.x, top: area.y, ...steps },
    { width, height },
  ];
}

const brightnessOf = ({ isFullRange }: Planes, level: number) => (isFullRange ? level : (level - BLACK) * LUMA_STRETCH);

function grey(planes: Planes, shades: Uint32Array, grid: Grid, { width, height }: Size): Raster {
  const luma = lumaOf(planes, grid, { width, height });
  const pixels = new Uint32Array(luma.length);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = shades[luma[at] ?? 0] ?? 0;
  return { width, height, data: new Uint8ClampedArray(pixels.buffer) };
}

function coloured(planes: Planes, grid: Grid, { width, height }: Size): Raster {
  const { data, blue, red, colourStep, isFullRange } = planes;
  const luma = lumaOf(planes, grid, { width, height });
  const out = new Uint8ClampedArray(width * height * 4);
  const stretch = isFullRange ? 1 : COLOUR_STRETCH;
  for (let y = 0, to = 0; y < height; y += 1) {
    const row = Math.floor((grid.top + (y + 0.5) * grid.down) / 2);
    for (let x = 0; x < width; x += 1, to += 4) {
      const column = Math.floor((grid.left + (x + 0.5) * grid.across) / 2) * colourStep;
      const towardsBlue = ((data[blue.offset + row * blue.stride + column] ?? NEUTRAL) - NEUTRAL) * stretch;
      const towardsRed = ((data[red.offset + row * red.stride + column] ?? NEUTRAL) - NEUTRAL) * stretch;
      const light = brightnessOf(planes, luma[to >> 2] ?? 0);
      out[to] = light + TO_RGB.red * towardsRed;
      out[to + 1] = light + TO_RGB.greenByBlue * towardsBlue + TO_RGB.greenByRed * towardsRed;
      out[to + 2] = light + TO_RGB.blue * towardsBlue;
      out[to + 3] = 255;
    }
  }
  return { width, height, data: out };
}

/** Shrunk to half and less each pixel is the mean of what it covers; else it is mixed from its four neighbours. */
function lumaOf(planes: Planes, grid: Grid, size: Size): Uint8ClampedArray {
  if (grid.across === 1 && grid.down === 1) return copied(planes, grid, size);
  return Math.min(grid.across, grid.down) >= 2 ? meansOf(planes, grid, size) : mixedOf(planes, grid, size);
}

function copied({ data, luma }: Planes, { left, top }: Grid, { width, height }: Size): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = luma.offset + (top + y) * luma.stride + left;
    out.set(data.subarray(start, start + width), y * width);
  }
  return out;
}

function meansOf({ data, luma, ...frame }: Planes, grid: Grid, { width, height }: Size): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height);
  const columns = Int32Array.from({ length: width + 1 }, (_, x) => nearest(grid.left + x * grid.across, frame.width));
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    const first = nearest(grid.top + y * grid.down, frame.height);
    const last = nearest(grid.top + (y + 1) * grid.down, frame.height);
    sums.fill(0);
    for (let row = first; row < last; row += 1) {
      const start = luma.offset + row * luma.stride;
      for (let x = 0, at = columns[0] ?? 0; x < width; x += 1) {
        const end = columns[x + 1] ?? 0;
        let sum = sums[x] ?? 0;
        for (; at < end; at += 1) sum += data[start + at] ?? 0;
        sums[x] = sum;
      }
    }
    for (let x = 0; x < width; x += 1) {
      out[y * width + x] = (sums[x] ?? 0) / ((last - first) * ((columns[x + 1] ?? 0) - (columns[x] ?? 0)));
    }
  }
  return out;
}

const nearest = (place: number, end: number) => Math.min(end, Math.round(place));

function mixedOf({ data, luma, ...frame }: Planes, grid: Grid, { width, height }: Size): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height);
  for (let y = 0, to = 0; y < height; y += 1) {
    const v = Math.max(0, grid.top + (y + 0.5) * grid.down - 0.5);
    const upper = luma.offset + Math.floor(v) * luma.stride;
    const lower = v + 1 < frame.height ? upper + luma.stride : upper;
    const below = v - Math.floor(v);
    for (let x = 0; x < width; x += 1, to += 1) {
      const u = Math.max(0, grid.left + (x + 0.5) * grid.across - 0.5);
      const left = Math.floor(u);
      const right = u + 1 < frame.width ? left + 1 : left;
      const aside = u - left;
      const above = (data[upper + left] ?? 0) * (1 - aside) + (data[upper + right] ?? 0) * aside;
      const under = (data[lower + left] ?? 0) * (1 - aside) + (data[lower + right] ?? 0) * aside;
      out[to] = above * (1 - below) + under * below;
    }
  }
  return out;
}
