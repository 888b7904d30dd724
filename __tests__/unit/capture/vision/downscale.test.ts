import { describe, expect, it } from '@jest/globals';
import { downscale } from '@/lib/capture/vision/downscale';
import type { Raster } from '@/lib/capture/vision/raster';

function stripes(width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) if ((at % width) % 2 === 0) data.fill(0, at * 4, at * 4 + 3);
  return { width, height, data };
}

describe('downscale', () => {
  it('mixes black and white lines to an even grey instead of picking some of them', () => {
    const grey = downscale(stripes(300, 40), 100);
    expect([grey.width, grey.height]).toEqual([100, 13]);
    const reds = Array.from({ length: 100 * 13 }, (_, at) => grey.data[at * 4] ?? -1);
    expect(Math.min(...reds)).toBeGreaterThanOrEqual(84);
    expect(Math.max(...reds)).toBeLessThanOrEqual(171);
  });

  it('keeps the brightness of the whole', () => {
    const image = stripes(301, 173);
    const mean = ({ data }: Raster) => data.reduce((sum, value) => sum + value, 0) / data.length;
    expect(mean(downscale(image, 77))).toBeCloseTo(mean(image), 0);
  });

  it('comes to the mean of four, to the nearest, when both sides are halved, wherever in a buffer the picture lies', () => {
    const [width, height, offset] = [6, 4, 3];
    const bytes = new Uint8ClampedArray(offset + width * height * 4).map((_, at) => (at * 89) % 256);
    const image = { width, height, data: bytes.subarray(offset) };
    const small = downscale(image, 3);
    expect([small.width, small.height]).toEqual([3, 2]);
    const levelAt = (x: number, y: number, channel: number) => image.data[(y * width + x) * 4 + channel] ?? NaN;
    small.data.forEach((level, at) => {
      const [x, y, channel] = [2 * ((at >> 2) % 3), 2 * Math.floor((at >> 2) / 3), at % 4];
      const mean =
        (levelAt(x, y, channel) +
          levelAt(x + 1, y, channel) +
          levelAt(x, y + 1, channel) +
          levelAt(x + 1, y + 1, channel)) /
        4;
      expect(level).toBe(Math.floor(mean + 0.5));
    });
  });

  it('never enlarges', () => {
    const image = stripes(30, 20);
    expect(downscale(image, 960)).toBe(image);
  });
});
