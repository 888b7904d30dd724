import type { LiveReading } from '@/lib/capture/rules/live-reading';
import type { GivenFrame } from '@/lib/capture/vision/live-camera';
import type { FromLiveWorker, ToLiveWorker } from '@/lib/capture/vision/live-worker';

/** Built beside the wasm that it loads; see scripts/build/vision-assets.mjs. */
const SCRIPT = '/wasm/live-worker.js';
/** While the thread looks at one frame the next is on its way, so that it never waits for one. */
export const MOST_ON_THE_WAY = 2;
/** Where looking at a frame takes this long, one that waits for it shows what is past: then the next is taken after it. */
const SLOW_MS = 80;
/** A picture that has not come by then is taken without the thread. */
const PICTURE_MS = 2000;

export type LiveLink = {
  /** Looks at what the video shows now; false while those before it are still looked at, or a picture is made. */
  show(video: HTMLVideoElement): boolean;
  /** The sharpest of the last frames; null when the thread has none to give. */
  shoot(): Promise<Blob | null>;
  end(): void;
};

type Hearing = { readonly onReading: (reading: LiveReading) => void; readonly onEnd: () => void };

/**
 * Starts the thread that looks at the camera. Null where this browser cannot have one; `onEnd` when it broke down: then
 * there is no guidance, and the button takes pictures all the same.
 */
export function startLive({ onReading, onEnd }: Hearing): LiveLink | null {
  const worker = canGuide() ? aWorker() : null;
  if (!worker) return null;
  let onTheWay = 0;
  let mostOnTheWay = 1;
  let isOver = false;
  let waiting: ((picture: Blob | null) => void) | null = null;
  /** Pictures that are still to come and that nobody waits for any more. */
  let late = 0;

  const say = (said: ToLiveWorker, give: Transferable[] = []) => worker.postMessage(said, give);
  function answer(picture: Blob | null) {
    waiting?.(picture);
    waiting = null;
  }
  function giveUp() {
    if (!waiting) return;
    late += 1;
    answer(null);
  }
  function end() {
    isOver = true;
    worker?.terminate();
    answer(null);
  }
  function fail() {
    if (isOver) return;
    end();
    onEnd();
  }
  function give(frame: GivenFrame) {
    if (isOver) frame.close();
    else say({ frame }, [frame]);
  }

  worker.onerror = fail;
  worker.onmessage = ({ data }: MessageEvent<FromLiveWorker>) => {
    if (isOver) return;
    if ('failed' in data) return fail();
    if ('picture' in data) {
      if (late === 0) return answer(data.picture);
      late -= 1;
      return;
    }
    onTheWay -= 1;
    mostOnTheWay = data.tookMs > SLOW_MS ? 1 : MOST_ON_THE_WAY;
    onReading(data.reading);
  };
  return {
    show(video) {
      if (onTheWay >= mostOnTheWay || waiting || isOver || video.videoWidth === 0) return false;
      onTheWay += 1;
      const frame = cameraFrame(video);
      if (frame) give(frame);
      // One that cannot be grabbed now may be in a moment: the camera is just being turned or taken away.
      else createImageBitmap(video).then(give, () => (onTheWay -= 1));
      return true;
    },
    shoot() {
      if (isOver) return Promise.resolve(null);
      return new Promise((resolve) => {
        giveUp();
        const timer = setTimeout(giveUp, PICTURE_MS);
        waiting = (picture) => {
          clearTimeout(timer);
          resolve(picture);
        };
        say({ shoot: true });
      });
    },
    end,
  };
}

/** The camera's own frame, which costs nothing to hand on; null where the browser has none or shows another cut of it. */
function cameraFrame(video: HTMLVideoElement): VideoFrame | null {
  if (typeof VideoFrame !== 'function') return null;
  try {
    const frame = new VideoFrame(video);
    if (frame.displayWidth === video.videoWidth && frame.displayHeight === video.videoHeight) return frame;
    frame.close();
  } catch {
    // a picture of it may be had all the same
  }
  return null;
}

function canGuide(): boolean {
  return [globalThis.Worker, globalThis.OffscreenCanvas, globalThis.createImageBitmap].every(
    (part) => typeof part === 'function',
  );
}

function aWorker(): Worker | null {
  try {
    return new Worker(SCRIPT);
  } catch {
    return null;
  }
}

/** Calls for every new frame of a video, and where a browser does not tell of them, for every one of the screen. */
export function onFrames(video: HTMLVideoElement, act: () => void): () => void {
  const tells = 'requestVideoFrameCallback' in video;
  let id = 0;
  const next = () => (id = tells ? video.requestVideoFrameCallback(run) : requestAnimationFrame(run));
  const run = () => {
    next();
    act();
  };
  next();
  return () => (tells ? video.cancelVideoFrameCallback(id) : cancelAnimationFrame(id));
}
