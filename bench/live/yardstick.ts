import { aPerson, PHONE } from '../../__tests__/support/browser';
import { slowDown } from './slow';

/**
 * What a thread does with each frame and nothing else: copies the bytes of the camera's own, as the phone's page does, or
 * has a picture made of it and reads a small copy of that, as a browser without such frames must.
 */
export const YARDSTICKS = ['bytes copied', 'picture drawn'] as const;
type Kind = (typeof YARDSTICKS)[number];

type Asked = { readonly slower: number; readonly warmMs: number; readonly watchedMs: number };

/** Frames a second that a bare page gets through with this clip as its camera: what no guidance could be faster than. */
export async function bareBrowser(clip: string, kind: Kind, { slower, warmMs, watchedMs }: Asked): Promise<number> {
  const { browser, page, leave } = await aPerson({ fakeCamera: clip, viewport: PHONE });
  try {
    await page.route('**/yardstick*', (route) => {
      const isScript = route.request().url().endsWith('.js');
      const [contentType, body] = isScript ? ['text/javascript', `(${THREAD})()`] : ['text/html', BODY];
      return route.fulfill({ contentType, body });
    });
    await page.goto('/yardstick');
    const normal = await slowDown(browser, slower);
    await page.evaluate(PAGE, kind);
    await page.waitForTimeout(warmMs + watchedMs);
    const times = await page.evaluate(() => (window as never as { times: number[] }).times);
    normal();
    const from = (times.at(-1) ?? 0) - watchedMs;
    return times.filter((at) => at > from).length / (watchedMs / 1000);
  } finally {
    await leave();
  }
}

const BODY = '<!doctype html><video playsinline muted autoplay style="width:390px;height:693px"></video>';

async function PAGE(kind: string): Promise<void> {
  const times: number[] = [];
  Object.assign(window, { times });
  const video = document.querySelector('video');
  const size = { width: { ideal: 1080 }, height: { ideal: 1920 } };
  if (!video) return;
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: size });
  await video.play();
  const thread = new Worker('/yardstick.js');
  let isBusy = false;
  thread.onmessage = () => {
    times.push(performance.now());
    isBusy = false;
  };
  const next = async () => {
    video.requestVideoFrameCallback(next);
    if (isBusy) return;
    isBusy = true;
    const frame = kind === 'bytes copied' ? new VideoFrame(video) : await createImageBitmap(video);
    thread.postMessage(frame, [frame]);
  };
  video.requestVideoFrameCallback(next);
}

function THREAD(): void {
  const context = new OffscreenCanvas(360, 640).getContext('2d', { willReadFrequently: true });
  self.onmessage = async ({ data: frame }: MessageEvent<VideoFrame | ImageBitmap>) => {
    if ('copyTo' in frame) await frame.copyTo(new Uint8Array(frame.allocationSize()));
    else context?.drawImage(frame, 0, 0, 360, 640);
    if (!('copyTo' in frame)) context?.getImageData(0, 0, 360, 640);
    frame.close();
    self.postMessage('done');
  };
}
