import { FRAME, MARKS, QR, QR_QUIET, type Rect, withRoom } from '@/lib/paper/rules/geometry';
import type { LiveReading, LiveSheet } from '../rules/live-reading';
import { THRESHOLDS } from '../rules/thresholds';
import { mapSpot, type Homography } from './homography';
import { copiesOf } from './copies';
import { cornersSeen } from './corners-seen';
import { cutOut, sizeWithin, type LiveFrame, type Piece, type Wanted } from './live-frame';
import { liveMarks } from './live-marks';
import { cornersOf, pixelsPerMm, type LocatedPage } from './locate-page';
import { distanceOf, tiltOf } from './pose';
import { printQuality } from './print-quality';
import { readCode } from './read-page-code';
import { rectify } from './rectify';
import { redInk } from './red-ink';
import { SEAL_SEARCH } from './seal';
import { wholePicture } from './whole-picture';

/** Code and seal are looked at three times a second: neither changes faster. */
const LOOK_EVERY_MS = 330;
/** A code that is known is read again to notice another sheet, the whole picture for what changes as the light does. */
const LOOK_AGAIN_MS = 660;
/** A code that was not read again for so long may belong to a sheet that has been taken away. */
const CODE_HOLDS_MS = 2000;
const WHOLE_SIDE = 1280;
/** To look at the whole picture is to take one part in so many of the time, but what it said holds no longer than this. */
const AROUND_REST = 8;
const AROUND_HOLDS_MS = 2000;
const FINEST_PX_PER_MM = 8;
const SEAL_PX_PER_MM = 2;

/** The QR with its quiet zone and what a map through two or three marks may be off. */
const CODE: Wanted = { part: withRoom(QR, QR_QUIET + 3), pxPerMm: FINEST_PX_PER_MM };
const SEAL: Wanted = { part: SEAL_SEARCH, pxPerMm: SEAL_PX_PER_MM, inColour: true };

/**
 * Reads a camera frame by frame and remembers what need not be read in each: where the marks were, what the code said,
 * whether there is a seal. All of it is forgotten when the sheet leaves the picture. `now` in ms.
 *
 * The code is read once `isCodeReader` says that its wasm has come; until then nothing waits for it.
 */
export function liveReader(isCodeReader: () => boolean) {
  const marks = liveMarks();
  let code: { text: string; at: number } | null = null;
  let hasSeal: boolean | null = null;
  let nextCode = 0;
  let nextSeal = 0;
  let around: LiveReading['whole'] = null;
  let nextAround = 0;

  async function lookAtCode({ raster }: Piece, now: number) {
    if (code && now - code.at > CODE_HOLDS_MS) code = null;
    if (now < nextCode || !isCodeReader()) return;
    const text = await readCode(raster);
    nextCode = now + (text ? LOOK_AGAIN_MS : LOOK_EVERY_MS);
    if (text) code = { text, at: now };
  }

  function lookAtSeal(frame: LiveFrame, toFrame: Homography, now: number) {
    if (now < nextSeal) return;
    nextSeal = now + LOOK_EVERY_MS;
    hasSeal = hasRedInk(frame, toFrame);
  }

  function lookAround(frame: LiveFrame, now: number) {
    if (now < nextAround) return around;
    const began = performance.now();
    around = wholePicture(copiesOf(frame.window(WHOLE_SIDE, middleOf(frame))));
    // A slow phone would else do little else, and see the sheet late.
    const rest = AROUND_REST * (performance.now() - began);
    nextAround = now + Math.min(AROUND_HOLDS_MS, Math.max(LOOK_AGAIN_MS, rest));
    return around;
  }

  async function read(frame: LiveFrame, now: number): Promise<LiveReading> {
    const { seen, page } = marks.find(frame);
    const whole = page && page.marks.length === MARKS.length ? page : null;
    if (!page) code = null;
    if (!whole) hasSeal = null;
    const piece = page && cutOut(frame, page.toPicture, CODE);
    if (piece) await lookAtCode(piece, now);
    if (whole) lookAtSeal(frame, whole.toPicture, now);
    const { outside, hidden } = cornersSeen(frame, page);
    return {
      ...{ width: frame.width, height: frame.height, outside, hidden },
      sheet: whole && piece && sheetOf(frame, whole, piece),
      pxPerMm: seen.length > 0 ? pixelsPerMm(seen) : null,
      whole: whole ? null : lookAround(frame, now),
      code: code?.text ?? null,
      hasSeal,
    };
  }
  return { read };
}

function sheetOf(frame: LiveFrame, { toPicture, marks }: LocatedPage, piece: Piece): LiveSheet {
  const [a, b, c, d] = cornersOf(FRAME);
  const place = (corner: typeof a) => mapSpot(toPicture, corner);
  return {
    corners: [place(a), place(b), place(c), place(d)],
    margin: marginOf(frame, marks),
    pxPerMm: distanceOf(toPicture).pxPerMm,
    tiltDegrees: tiltOf(frame, toPicture),
    ...printQuality(piece.raster, piece.toPiece),
  };
}

/** The half of the frame in which a sheet would lie, in pixels of its copy of WHOLE_SIDE. */
function middleOf(frame: LiveFrame): Rect {
  const { width, height } = sizeWithin(frame, WHOLE_SIDE);
  const isTall = height > width;
  const quarter = Math.floor((isTall ? height : width) / 4);
  return isTall
    ? { x: 0, y: quarter, width, height: height - 2 * quarter }
    : { x: quarter, y: 0, width: width - 2 * quarter, height };
}

function marginOf({ width, height }: LiveFrame, marks: LocatedPage['marks']): number {
  const spots = marks.flatMap(({ corners }) => corners);
  const nearest = Math.min(...spots.flatMap(({ x, y }) => [x, y, width - x, height - y]));
  return nearest / Math.min(width, height);
}

/** Enough red for a seal, wherever in its zone; whether it is a whole one is for the server to find out. */
function hasRedInk(frame: LiveFrame, toFrame: Homography): boolean {
  const piece = cutOut(frame, toFrame, SEAL);
  if (!piece) return false;
  const ink = redInk(rectify(piece.raster, piece.toPiece, SEAL_SEARCH, SEAL_PX_PER_MM), SEAL_PX_PER_MM);
  const areaMm2 = ink.isInk.reduce((sum, isInk) => sum + isInk, 0) / SEAL_PX_PER_MM ** 2;
  return areaMm2 >= THRESHOLDS.seal.areaMm2.doubt;
}
