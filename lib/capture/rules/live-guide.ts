import type { ReceiptVersion } from './findings';
import { hintOf, holds, type Hint } from './live-hints';
import type { LiveReading } from './live-reading';

/** So long the sheet must lie still and hold, and in so many frames at least, of which the sharpest is taken. */
export const STEADY_MS = 200;
export const STEADY_FRAMES = 3;
/** How far a corner of the sheet may wander over them, in pixels of a picture whose longer side has 960. */
export const STILL_PX = 6;
const STILL_SIDE = 960;
/** A screen reader needs as long to say it, an eye to read it. */
export const HINT_STANDS_MS = 1200;
/** What is gone again by then was the hand's shake or one bad frame. */
export const HINT_LASTS_MS = 200;

/** The guidance as it stands: the hint that is shown, the one that may follow, and the last frames. Times in ms. */
export type Guide = {
  readonly hint: Hint;
  readonly since: number;
  readonly coming: Hint;
  readonly comingSince: number;
  /** Those of the last STEADY_MS and the one before. */
  readonly recent: readonly Look[];
};

/** One frame, and when it was looked at. */
type Look = { readonly reading: LiveReading; readonly at: number };

export function startGuide(now: number): Guide {
  const hint: Hint = { code: 'no-sheet' };
  return { hint, since: now, coming: hint, comingSince: now, recent: [] };
}

/** Goes on by one frame. The hint changes only for what lasts, and not before it could be read. */
export function guideOn(guide: Guide, reading: LiveReading, expected: ReceiptVersion, now: number): Guide {
  const recent = lastOf([...guide.recent, { reading, at: now }]);
  const wanted = hintOf(reading, expected, stillFrames(recent) > 1, guide.hint);
  const comingSince = isSame(wanted, guide.coming) ? guide.comingSince : now;
  const next = { ...guide, recent, coming: wanted, comingSince };
  const isDue = now - guide.since >= HINT_STANDS_MS && now - comingSince >= HINT_LASTS_MS;
  return isDue && !isSame(wanted, guide.hint) ? { ...next, hint: wanted, since: now } : next;
}

/** A slow phone sees few frames in that time, a fast one many: what counts is that none of them was bad. */
function lastOf(looks: readonly Look[]): readonly Look[] {
  const newest = looks.at(-1)?.at ?? 0;
  const first = looks.findLastIndex(({ at }) => newest - at >= STEADY_MS);
  return looks.slice(Math.max(0, Math.min(first, looks.length - STEADY_FRAMES)));
}

/** How far it has come, 0 to 1: the last frames that could be the picture and show the sheet at one place. */
export function steadyShare({ recent }: Pick<Guide, 'recent'>, expected: ReceiptVersion): number {
  const still = recent.slice(recent.length - stillFrames(recent));
  const steady = still.slice(still.findLastIndex(({ reading }) => !holds(reading, expected)) + 1);
  const [oldest, newest] = [steady[0], steady.at(-1)];
  if (!oldest || !newest) return 0;
  const bySpan = Math.max((newest.at - oldest.at) / STEADY_MS, 1 / STEADY_FRAMES);
  return Math.min(1, steady.length / STEADY_FRAMES, bySpan);
}

export function mayShoot(guide: Pick<Guide, 'recent'>, expected: ReceiptVersion): boolean {
  return steadyShare(guide, expected) === 1;
}

/** How many of the last frames show the sheet where the newest shows it. */
function stillFrames(recent: readonly Look[]): number {
  const newest = recent.at(-1)?.reading;
  if (!newest) return 0;
  return recent.length - 1 - recent.findLastIndex(({ reading }) => !isAtOnePlace(reading, newest));
}

function isAtOnePlace(one: LiveReading, other: LiveReading): boolean {
  const [here, there] = [one.sheet, other.sheet];
  if (!here || !there) return false;
  const scale = STILL_SIDE / Math.max(other.width, other.height);
  return here.corners.every(({ x, y }, index) => {
    const spot = there.corners[index];
    return spot !== undefined && Math.hypot(spot.x - x, spot.y - y) * scale < STILL_PX;
  });
}

const isSame = (one: Hint, other: Hint) => JSON.stringify(one) === JSON.stringify(other);
