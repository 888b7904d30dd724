import type { LiveReading } from '../rules/live-reading';
import { STEADY_FRAMES } from '../rules/live-guide';
import type { LiveFrame } from './live-frame';
import { liveReader } from './live-reader';
import { prepareQrReader } from './read-page-code';

/** What the page says: here is a frame (its own, given away), or: now the picture. */
export type ToLiveWorker = { readonly frame: ImageBitmap } | { readonly shoot: true };
/** What the thread says. A picture is null where none could be made; a failure is the last word. */
export type FromLiveWorker =
  { readonly reading: LiveReading } | { readonly picture: Blob | null } | { readonly failed: string };

// The entry of the thread that looks at the camera: scripts/build/vision-assets.mjs bundles it into one file, which
// the browser fetches with the QR reader's wasm when the camera opens, and never with another page.

const QUALITY = 0.92;
const WASM = '/wasm/zxing_reader.wasm';

/** The last frames at full size, the newest last; each holds memory outside the heap until it is closed. */
let kept: { readonly frame: ImageBitmap; readonly rank: number }[] = [];
let hasCodeReader = false;
const { read } = liveReader(() => hasCodeReader);
const whole = aCanvas();
const part = aCanvas();

const say = (said: FromLiveWorker) => self.postMessage(said);

self.onmessage = ({ data }: MessageEvent<ToLiveWorker>) => {
  const done = 'frame' in data ? look(data.frame) : shoot();
  done.catch((error: unknown) => say({ failed: String(error) }));
};
// Without it there is no code and so no picture taken by itself; every other word can be said all the same.
prepareQrReader({ locateFile: () => WASM }).then(
  () => (hasCodeReader = true),
  () => undefined,
);

async function look(frame: ImageBitmap): Promise<void> {
  const reading = await read(liveFrame(frame), performance.now());
  kept.push({ frame, rank: rankOf(reading) });
  kept.slice(0, -STEADY_FRAMES).forEach((old) => old.frame.close());
  kept = kept.slice(-STEADY_FRAMES);
  say({ reading });
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
  const canvas = new OffscreenCanvas(best.frame.width, best.frame.height);
  canvas.getContext('2d')?.drawImage(best.frame, 0, 0);
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  say({ picture: picture.size > 0 ? picture : null });
}

function liveFrame(frame: ImageBitmap): LiveFrame {
  const { width, height } = frame;
  return {
    ...{ width, height },
    shrunk: (longSide) => whole(frame, { x: 0, y: 0, width, height }, Math.min(1, longSide / Math.max(width, height))),
    piece: (area, scale) => part(frame, area, scale),
  };
}

/** A canvas that is used again and again: draws a part of a frame at a scale and answers its pixels. */
function aCanvas() {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (
    frame: ImageBitmap,
    { x, y, width, height }: { x: number; y: number; width: number; height: number },
    scale: number,
  ) => {
    const across = Math.max(1, Math.round(width * scale));
    const down = Math.max(1, Math.round(height * scale));
    if (!context) throw new Error('no canvas');
    if (canvas.width !== across || canvas.height !== down) Object.assign(canvas, { width: across, height: down });
    // finer smoothing than this takes longer than everything that is then found
    context.imageSmoothingQuality = 'low';
    context.drawImage(frame, x, y, width, height, 0, 0, across, down);
    return context.getImageData(0, 0, across, down);
  };
}
