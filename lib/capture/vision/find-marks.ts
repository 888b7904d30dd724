import { MARK_BITS, MARK_CELLS, MARKS, type Mark } from '@/lib/paper/rules/geometry';
import { AR } from './generated/aruco.js';
import type { Copies } from './copies';
import type { Raster } from './raster';
import { refineCorners, type Corners } from './refine-corners';

/** One mark of the receipt as a picture shows it. */
export type SeenMark = { readonly id: Mark['id']; readonly corners: Corners; readonly wrongCells: number };

/** Longer side in pixels at which marks are looked for, in this order: the first is fast, the last reads far sheets. */
export const SEARCH_SIDES = [960, 1280, 1920] as const;

/** Our codes differ in at least 7 cells; two wrong ones are still one code and no other. */
const MAX_WRONG_CELLS = 2;

/** The reader's own: a mark is straightened to a square of so many pixels. */
const STRAIGHTENED_SIDE = 49;

const DICTIONARY = 'receipt';

/**
 * Looks for the receipt's four marks; the picture is searched in larger and larger copies until all are seen.
 *
 * Returns all candidates (the same mark may be claimed twice, by dirt or by a second sheet), corners refined on the
 * whole picture. `sides` is there for a live view, which looks only once and small.
 */
export function findMarks(copies: Copies, sides: readonly number[] = SEARCH_SIDES): readonly SeenMark[] {
  const image = copies.original;
  let best: readonly SeenMark[] = [];
  let searched = 0;
  for (const side of sides) {
    const small = copies.within(side);
    if (small.width === searched) break;
    searched = small.width;
    const seen = detect(small, image.width / small.width);
    if (idsOf(seen) >= idsOf(best)) best = seen;
    if (idsOf(best) === MARKS.length) break;
  }
  return best.map((mark) => ({ ...mark, corners: refineCorners(image, mark.corners) }));
}

const idsOf = (marks: readonly SeenMark[]) => new Set(marks.map(({ id }) => id)).size;

function detect(small: Raster, scale: number): SeenMark[] {
  AR.DICTIONARIES[DICTIONARY] ??= { nBits: (MARK_CELLS - 2) ** 2, tau: null, codeList: MARK_BITS.map(codeOf) };
  return detectorFor(small)
    .detectImage(small.width, small.height, small.data)
    .flatMap(({ id, corners, hammingDistance }) => {
      const mark = MARKS.find((known) => known.id === id);
      const [a, b, c, d] = corners.map(({ x, y }) => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale }));
      if (!mark || !a || !b || !c || !d) return [];
      return [{ id: mark.id, corners: [a, b, c, d] as const, wrongCells: hammingDistance }];
    });
}

/** Its own arrays grow pixel by pixel: with typed ones of the right size it takes a fraction of the time. */
function detectorFor({ width, height }: Raster) {
  // the reader takes what is strictly below its bound
  const detector = new AR.Detector({ dictionaryName: DICTIONARY, maxHammingDistance: MAX_WRONG_CELLS + 1 });
  detector.grey.data = new Uint8Array(width * height);
  detector.thres.data = new Uint8Array(width * height);
  detector.homography.data = new Uint8Array(STRAIGHTENED_SIDE ** 2);
  // with a border of one all around; contours are numbered in it
  detector.binary = new Int32Array((width + 2) * (height + 2));
  return detector;
}

const codeOf = (bits: (typeof MARK_BITS)[number]) => parseInt(bits.flat().join(''), 2);
