import type { LiveReading } from '../rules/live-reading';
import { STEADY_FRAMES } from '../rules/live-guide';
import { frameHolder, type GivenFrame, type HeldFrame } from './live-camera';
import { liveReader } from './live-reader';
import { prepareQrReader } from './read-page-code';
import { warmer } from './warm-up';

/** What the page says: here is a frame (its own, given away), or: now the picture. */
export type ToLiveWorker = { readonly frame: GivenFrame } | { readonly shoot: true };
/** What the thread says. A picture is null where none could be made; a failure is the last word. */
export type FromLiveWorker =
  | { readonly reading: LiveReading; readonly tookMs: number }
  | { readonly picture: Blob | null }
  | { readonly failed: string };

// The entry of the thread that looks at the camera: scripts/build/vision-assets.mjs bundles it into one file, which
// the browser fetches with the QR reader's wasm when the camera opens, and never with another page.

const QUALITY = 0.92;
const WASM = '/wasm/zxing_reader.wasm';

/** The last frames at full size, the newest last. */
let kept: { readonly held: HeldFrame; readonly rank: number }[] = [];
let hasCodeReader = false;
let hasFrames = false;
let hasSpoken = false;
/** Frames are looked at one after the other, each wholly: the reader remembers the one before. */
let turn: Promise<void> = Promise.resolve();
const { read } = liveReader(() => hasCodeReader);
const warm = warmer(() => hasCodeReader);
const { hold } = frameHolder();

const say = (said: FromLiveWorker) => self.postMessage(said);

self.onmessage = ({ data }: MessageEvent<ToLiveWorker>) => {
  hasFrames ||= 'frame' in data;
  const done = 'frame' in data ? (turn = turn.then(() => look(data.frame))) : shoot();
  done.catch((error: unknown) => say({ failed: String(error) }));
};
// Without it there is no code and so no picture taken by itself; every other word can be said all the same.
prepareQrReader({ locateFile: () => WASM })
  .then(() => (hasCodeReader = true))
  .then(warmUp)
  .catch(() => undefined);
warmUp().catch(() => undefined);

/** While the camera opens; between two steps a frame gets its turn, and with the first one this ends. */
async function warmUp(): Promise<void> {
  while (!hasFrames && (await warm.step())) await new Promise((resolve) => setTimeout(resolve));
}

async function look(given: GivenFrame): Promise<void> {
  const began = performance.now();
  const held = await hold(given);
  const reading = await read(held.frame, began);
  kept.push({ held, rank: rankOf(reading) });
  kept.slice(0, -STEADY_FRAMES).forEach((old) => old.held.release());
  kept = kept.slice(-STEADY_FRAMES);
  const tookMs = performance.now() - began;
  // Nothing of a sheet is in sight, so nothing is late but the first word; the next frame is taken after it.
  if (reading.pxPerMm === null && hasSpoken) await warm.step().catch(() => false);
  hasSpoken = true;
  say({ reading, tookMs });
}

/** A whole sheet before a part of one, then by sharpness. */
const rankOf = ({ sheet }: LiveReading) => (sheet ? 1 + sheet.sharpness : 0);

/** The sharpest of the last frames as a picture at full size; of equals the newest. */
async function shoot(): Promise<void> {
  const best = kept.reduce<(typeof kept)[number] | null>(
    (best, one) => (best && best.rank > one.rank ? best : one),
    null,
  );
  if (!best) return say({ picture: null });
  const source = await best.held.picture();
  const [width, height] =
    'displayWidth' in source ? [source.displayWidth, source.displayHeight] : [source.width, source.height];
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(source, 0, 0);
  source.close();
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  say({ picture: picture.size > 0 ? picture : null });
}
