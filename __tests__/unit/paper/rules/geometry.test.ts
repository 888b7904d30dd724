import { describe, expect, it } from '@jest/globals';

import type { MarkBits, Rect } from '@/lib/paper/rules/geometry';
import {
  FRAME,
  FRAME_SIDES,
  MARK_BITS,
  MARK_QUIET,
  MARKS,
  PAPER,
  QR,
  QR_QUIET,
  SEAL_ZONE,
} from '@/lib/paper/rules/geometry';

const flat = (bits: MarkBits) => bits.flat();
const turned = (bits: MarkBits): MarkBits =>
  bits.map((row, y) => row.map((_, x) => bits[bits.length - 1 - x]?.[y] ?? 0));
const turns = (bits: MarkBits) => [bits, turned(bits), turned(turned(bits)), turned(turned(turned(bits)))];
const distance = (a: MarkBits, b: MarkBits) => flat(a).filter((bit, index) => bit !== flat(b)[index]).length;

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the geometry of the receipt', () => {
  it('has marks that differ from each other in at least 7 of 16 cells whichever way each is turned', () => {
    const pairs = MARK_BITS.flatMap((a, i) =>
      MARK_BITS.slice(i + 1).flatMap((b) => turns(b).map((t) => distance(a, t))),
    );
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(7);
  });

  it('has marks that show which way up they are: each differs from itself turned in at least 8 cells', () => {
    const own = MARK_BITS.flatMap((bits) =>
      turns(bits)
        .slice(1)
        .map((t) => distance(bits, t)),
    );
    expect(Math.min(...own)).toBeGreaterThanOrEqual(8);
  });

  it('centres the marks 16.5 mm from top, left and right and 22.5 mm from the foot', () => {
    const { width, height } = PAPER;
    expect(MARKS.map(({ center }) => center)).toEqual([
      { x: 16.5, y: 16.5 },
      { x: width - 16.5, y: 16.5 },
      { x: width - 16.5, y: height - 22.5 },
      { x: 16.5, y: height - 22.5 },
    ]);
  });

  it('stops the dashes 2 mm before each mark', () => {
    for (const { rect } of MARKS) {
      for (const { from, to } of FRAME_SIDES) {
        const side = { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
        expect(overlap(grown(rect, MARK_QUIET - 0.01), grown(side, 0.001))).toBe(false);
      }
    }
  });

  it('leaves the quiet zones of the QR and of the marks to nobody else', () => {
    for (const { rect } of MARKS) {
      expect(overlap(grown(rect, MARK_QUIET), QR)).toBe(false);
      expect(overlap(grown(QR, QR_QUIET), rect)).toBe(false);
      expect(overlap(grown(rect, MARK_QUIET), SEAL_ZONE)).toBe(false);
    }
  });

  it('has room for a round seal of 56 mm inside the frame', () => {
    expect(SEAL_ZONE.width).toBeGreaterThanOrEqual(64);
    expect(SEAL_ZONE.height).toBeGreaterThanOrEqual(56);
    expect(SEAL_ZONE.x + SEAL_ZONE.width).toBeLessThan(FRAME.x + FRAME.width);
    expect(SEAL_ZONE.y + SEAL_ZONE.height).toBeLessThan(FRAME.y + FRAME.height);
  });
});
