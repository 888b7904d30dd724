import type { ReceiptVersion } from './findings';
import { hintOf, holds, type Hint } from './live-hints';
import type { LiveReading } from './live-reading';

/** As many frames must lie still and hold one after the other, and of as many the sharpest is taken. */
export const STEADY_FRAMES = 5;
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
  readonly recent: readonly LiveReading[];
};

export function startGuide(now: number): Guide {
  const hint: Hint = { code: 'no-sheet' };
  return { hint, since: now, coming: hint, comingSince: now, recent: [] };
}

/** Goes on by one frame. The hint changes only for what lasts, and not before it could be read. */
export function guideOn(guide: Guide, reading: LiveReading, expected: ReceiptVersion, now: number): Guide {
  const recent = [...guide.recent, reading].slice(-STEADY_FRAMES);
  const wanted = hintOf(reading, expected, stillFrames(recent) > 1, guide.hint);
  const comingSince = isSame(wanted, guide.coming) ? guide.comingSince : now;
  const next = { ...guide, recent, coming: wanted, comingSince };
  const isDue = now - guide.since >= HINT_STANDS_MS && now - comingSince >= HINT_LASTS_MS;
  return isDue && !isSame(wanted, guide.hint) ? { ...next, hint: wanted, since: now } : next;
}

/** How many of the last frames, the newest among them, could be the picture and show the sheet at one place. */
export function steadyFrames({ recent }: Pick<Guide, 'recent'>, expected: ReceiptVersion): number {
  const [newest] = recent.slice(-1);
  if (!newest) return 0;
  const frames = recent.slice(recent.length - stillFrames(recent)).reverse();
  const firstBad = frames.findIndex((frame) => !holds(frame, expected));
  return firstBad < 0 ? frames.length : firstBad;
}

export function mayShoot(guide: Pick<Guide, 'recent'>, expected: ReceiptVersion): boolean {
  return steadyFrames(guide, expected) >= STEADY_FRAMES;
}

/** How many of the last frames show the sheet where the newest shows it. */
function stillFrames(recent: readonly LiveReading[]): number {
  const frames = [...recent].reverse();
  const [newest] = frames;
  if (!newest) return 0;
  const firstMoved = frames.findIndex((frame) => !isAtOnePlace(frame, newest));
  return firstMoved < 0 ? frames.length : firstMoved;
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
