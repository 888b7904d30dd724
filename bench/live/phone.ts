import type { Page } from 'playwright';
import { aPerson, PHONE } from '../../__tests__/support/browser';
import { aView } from '../../__tests__/component/capture/phone-server';
import { RECEIPT } from '../../__tests__/unit/capture/support/issued-page';
import { slowDown } from './slow';

/** What the page itself saw, on its own clock, ms. */
export type Seen = {
  /** Each frame that was looked at. */
  readonly readings: readonly number[];
  readonly firstFrame: number | null;
  /** When the camera took the first frame of the sheet lying still. */
  readonly steady: number | null;
  /** When the shutter went off, and when its picture was there. */
  readonly shutters: readonly number[];
  readonly pictures: readonly number[];
  /** When a picture went out. */
  readonly shots: readonly number[];
};

export type Aiming = { seen(): Promise<Seen>; words(): Promise<string>; page: Page; leave(): Promise<void> };

/** The real page of the phone with this clip as its camera; the server's answers are made up, its pictures kept. */
export async function aim(clip: string, { slower = 1, auto = true } = {}): Promise<Aiming> {
  const person = await aPerson({ fakeCamera: clip, viewport: PHONE });
  const { page } = person;
  await page.addInitScript(WATCH);
  await page.addInitScript((on) => localStorage.setItem('camera-auto', on), auto ? 'on' : 'off');
  const receipt = { ...aView().receipt, number: RECEIPT.number, version: RECEIPT.version };
  await page.route('**/api/phone/**', (route) => {
    const isState = new URL(route.request().url()).pathname.endsWith('/state');
    return route.fulfill({ json: { ok: true, value: isState ? aView({ receipt }) : { photographId: 'photo' } } });
  });
  await page.goto(`/m/receipt#${'t'.repeat(32)}`);
  const open = page.getByRole('button', { name: '打开相机拍照' });
  await open.waitFor();
  const normal = await slowDown(person.browser, slower);
  await open.click();
  return {
    page,
    seen: () => page.evaluate(() => (window as never as { seen: Seen }).seen),
    words: () => page.getByRole('main').getByRole('status').innerText(),
    leave: async () => {
      normal();
      await person.leave();
    },
  };
}

/** Runs in the page before anything of it: notes what passes between it, its thread, its camera and the server. */
function WATCH(): void {
  const seen = {
    readings: [] as number[],
    firstFrame: null as number | null,
    steady: null as number | null,
    shutters: [] as number[],
    pictures: [] as number[],
    shots: [] as number[],
  };
  Object.assign(window, { seen });
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    constructor(script: string | URL, options?: WorkerOptions) {
      super(script, options);
      this.addEventListener('message', ({ data }) => {
        if ('reading' in data) seen.readings.push(performance.now());
        if ('picture' in data) seen.pictures.push(performance.now());
      });
    }
    override postMessage(said: unknown, give?: unknown) {
      if (typeof said === 'object' && said && 'shoot' in said) seen.shutters.push(performance.now());
      super.postMessage(said, give as Transferable[]);
    }
  };
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof Blob) seen.shots.push(performance.now());
    send.call(this, body as XMLHttpRequestBodyInit);
  };
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    if (this instanceof HTMLVideoElement) watch(this);
    return play.call(this);
  };
  function watch(video: HTMLVideoElement) {
    video.requestVideoFrameCallback((now, frame) => {
      const at = frame.captureTime ?? now;
      seen.firstFrame ??= at;
      // asked first for a picture that lies on its side, the fake camera cuts a square out of it, without the corner
      if (video.videoWidth !== video.videoHeight) note(new VideoFrame(video), at);
      if (seen.steady === null) watch(video);
    });
  }
  // Read off the frame's own bytes: to draw it would cost this page more than all that is measured.
  async function note(frame: VideoFrame, at: number) {
    const pixels = new Uint8Array(2 * 2 * 4);
    const [, blue] = await frame.copyTo(pixels, { rect: { x: 12, y: 12, width: 2, height: 2 } });
    frame.close();
    if ((pixels[blue?.offset ?? 0] ?? 0) < 180) seen.steady ??= at;
  }
}
