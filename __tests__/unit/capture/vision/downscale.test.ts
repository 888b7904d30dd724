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

  it('never enlarges', () => {
    const image = stripes(30, 20);
    expect(downscale(image, 960)).toBe(image);
  });
});
