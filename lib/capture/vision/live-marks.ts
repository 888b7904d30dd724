import { MARKS } from '@/lib/paper/rules/geometry';
import { copiesOf } from './copies';
import { findMarks, type SeenMark } from './find-marks';
import { sizeWithin, type LiveFrame } from './live-frame';
import { locatePage, type LocatedPage } from './locate-page';
import type { Raster } from './raster';
import { patchesOf, trackMarks, type Patch, type View } from './track-marks';

/** Longer side at which every frame is looked at, and every third time that this finds too little. */
const LIVE_SIDE = 640;
const LARGER_SIDE = 960;
const LARGER_EVERY = 3;
/** Side of a mark in the small copy below which it is often missed there. */
const FAR_PX = 11;
/** Marks that were followed so often are looked for anew: a patch that is renewed each time drifts. */
const FOLLOWED_MOST = 12;

export type LiveMarks = {
  /** In pixels of the frame at full size. */
  readonly seen: readonly SeenMark[];
  readonly page: LocatedPage | null;
};

/** Finds the marks frame by frame: detects them, then follows all four in small windows, which costs a tenth of it. */
export function liveMarks(): { find(frame: LiveFrame): LiveMarks } {
  let patches: readonly Patch[] | null = null;
  let followedFor = 0;
  let misses = 0;
  let isFar = false;

  /** In pixels of the small copy. Of a sheet that lies far away the larger one is searched as long as it shows anything. */
  function detect(frame: LiveFrame): readonly SeenMark[] {
    followedFor = 0;
    const image = frame.shrunk(LIVE_SIDE);
    const seen = marksOn(image);
    misses = isWhole(seen) ? 0 : misses + 1;
    if (misses === 0 || (!isFar && misses % LARGER_EVERY !== 0)) return seen;
    const larger = frame.shrunk(LARGER_SIDE);
    const again = scaled(marksOn(larger), image.width / larger.width);
    isFar = again.length > 0 && again.every(({ corners: [a, b] }) => Math.hypot(b.x - a.x, b.y - a.y) < FAR_PX);
    return again.length >= seen.length ? again : seen;
  }

  return {
    find(frame) {
      const view = viewOf(frame);
      const followed = patches && followedFor < FOLLOWED_MOST ? trackMarks(view, patches) : null;
      if (followed) followedFor += 1;
      const marks = scaled(followed ?? detect(frame), frame.width / view.width);
      const page = locatePage(marks);
      const isFound = page !== null && page.marks.length === MARKS.length;
      patches = isFound ? patchesOf(view, scaled(page.marks, view.width / frame.width)) : null;
      return { seen: marks, page };
    },
  };
}

const viewOf = (frame: LiveFrame): View => ({
  ...sizeWithin(frame, LIVE_SIDE),
  window: (area) => frame.window(LIVE_SIDE, area),
});

const marksOn = (image: Raster) => findMarks(copiesOf(image), [Math.max(image.width, image.height)]);

const isWhole = (seen: readonly SeenMark[]) => new Set(seen.map(({ id }) => id)).size === MARKS.length;

function scaled(marks: readonly SeenMark[], by: number): readonly SeenMark[] {
  const on = ({ x, y }: { x: number; y: number }) => ({ x: x * by, y: y * by });
  return marks.map((mark) => {
    const [a, b, c, d] = mark.corners;
    return { ...mark, corners: [on(a), on(b), on(c), on(d)] as const };
  });
}
