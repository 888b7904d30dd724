import { MARKS } from '@/lib/paper/rules/geometry';
import { copiesOf } from './copies';
import { findMarks, type SeenMark } from './find-marks';
import type { LiveFrame } from './live-frame';
import { locatePage, type LocatedPage } from './locate-page';
import type { Raster } from './raster';
import { patchesOf, trackMarks, type Patch } from './track-marks';

/** Longer side at which every frame is looked at, and every third time that this finds too little. */
export const LIVE_SIDE = 640;
const LARGER_SIDE = 960;
const LARGER_EVERY = 3;
/** Side of a mark in the small copy below which it is often missed there. */
const FAR_PX = 11;
/** Marks that are followed are looked for anew this often: a patch that is renewed each time drifts. */
const DETECT_EVERY = 8;

export type LiveMarks = {
  /** In pixels of the frame at full size. */
  readonly seen: readonly SeenMark[];
  readonly page: LocatedPage | null;
};

/** Finds the marks frame by frame: detects them, then follows all four in small windows, which costs a tenth of it. */
export function liveMarks(): { find(frame: LiveFrame): LiveMarks } {
  let patches: readonly Patch[] | null = null;
  let sinceDetected = 0;
  let misses = 0;
  let isFar = false;

  /** In pixels of `image`. */
  function follow(image: Raster): readonly SeenMark[] | null {
    sinceDetected += 1;
    return patches && sinceDetected < DETECT_EVERY ? trackMarks(image, patches) : null;
  }

  /** In pixels of `image`. Of a sheet that lies far away the larger copy is searched as long as it shows anything. */
  function detect(frame: LiveFrame, image: Raster): readonly SeenMark[] {
    sinceDetected = 0;
    const seen = isFar ? [] : marksOn(image);
    misses = isWhole(seen) ? 0 : misses + 1;
    if (misses === 0 || (!isFar && misses % LARGER_EVERY !== 0)) return seen;
    const larger = frame.shrunk(LARGER_SIDE);
    const again = scaled(marksOn(larger), image.width / larger.width);
    isFar = again.length > 0 && again.every(({ corners: [a, b] }) => Math.hypot(b.x - a.x, b.y - a.y) < FAR_PX);
    return again.length >= seen.length ? again : seen;
  }

  return {
    find(frame) {
      const image = frame.shrunk(LIVE_SIDE);
      const marks = follow(image) ?? detect(frame, image);
      const page = locatePage(scaled(marks, frame.width / image.width));
      const isFound = page !== null && page.marks.length === MARKS.length;
      patches = isFound ? patchesOf(image, scaled(page.marks, image.width / frame.width)) : null;
      return { seen: scaled(marks, frame.width / image.width), page };
    },
  };
}

const marksOn = (image: Raster) => findMarks(copiesOf(image), [Math.max(image.width, image.height)]);

const isWhole = (seen: readonly SeenMark[]) => new Set(seen.map(({ id }) => id)).size === MARKS.length;

function scaled(marks: readonly SeenMark[], by: number): readonly SeenMark[] {
  const on = ({ x, y }: { x: number; y: number }) => ({ x: x * by, y: y * by });
  return marks.map((mark) => {
    const [a, b, c, d] = mark.corners;
    return { ...mark, corners: [on(a), on(b), on(c), on(d)] as const };
  });
}
