import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { homographyBetween, inverse, mapSpot, type Homography } from '@/lib/capture/vision/homography';

const SQUARE = [
  { x: 0, y: 0 },
  { x: 200, y: 0 },
  { x: 200, y: 290 },
  { x: 0, y: 290 },
];
const MIDDLE = { x: 83, y: 141 };

const small = fc.double({ min: -0.0008, max: 0.0008, noNaN: true });
const slope = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const far = fc.double({ min: -3000, max: 3000, noNaN: true });

/** Views of a sheet that keep it in front of the camera and do not fold it up. */
const view = fc
  .tuple(slope, slope, far, slope, slope, far, small, small)
  .map(([a, b, c, d, e, f, g, h]): Homography => [a + 3, b, c, d, e + 3, f, g, h, 1])
  .filter(([a, b, , d, e]) => Math.abs(a * e - b * d) > 0.5);

describe('a map between paper and picture', () => {
  it('is found again from four corners, and leads back', () => {
    fc.assert(
      fc.property(view, (map) => {
        const found = homographyBetween(SQUARE.map((from) => ({ from, to: mapSpot(map, from) })));
        const back = found && inverse(found);
        const there = mapSpot(map, MIDDLE);
        expect(found && Math.hypot(...difference(mapSpot(found, MIDDLE), there))).toBeLessThan(1e-4);
        expect(back && Math.hypot(...difference(mapSpot(back, there), MIDDLE))).toBeLessThan(1e-4);
      }),
    );
  });

  it('averages out the errors of many points', () => {
    const map: Homography = [3, 0.2, 100, -0.1, 3.1, 50, 0.0003, 0.0002, 1];
    const pairs = Array.from({ length: 100 }, (_, index) => {
      const from = { x: (index % 10) * 20, y: Math.floor(index / 10) * 30 };
      const to = mapSpot(map, from);
      return { from, to: { x: to.x + (index % 2 ? 1 : -1), y: to.y + (index % 3) - 1 } };
    });
    const found = homographyBetween(pairs);
    expect(found && Math.hypot(...difference(mapSpot(found, MIDDLE), mapSpot(map, MIDDLE)))).toBeLessThan(0.2);
  });

  it('is not made up from points on one line', () => {
    const line = [0, 1, 2, 3].map((step) => ({ from: { x: step, y: step }, to: { x: step * 2, y: step * 3 } }));
    expect(homographyBetween(line)).toBeNull();
    expect(homographyBetween(line.slice(0, 3))).toBeNull();
  });
});

const difference = (a: { x: number; y: number }, b: { x: number; y: number }) => [a.x - b.x, a.y - b.y] as const;
