import { jest } from '@jest/globals';
import { act, render } from '@testing-library/react';
import { CameraScreen } from '@/components/capture/camera-screen';
import type { LiveReading } from '@/lib/capture/rules/live-reading';
import { aCamera, UPRIGHT } from './a-camera';

const EXPECTED = { number: 'SJ20260001876', version: 2 };
export const codeOf = (version: number) => `SJ20260001876-${version}-1-${'0'.repeat(26)}`;
export const GOOD: LiveReading = {
  ...{ width: 1080, height: 1920, outside: [], hidden: [], pxPerMm: 4.7, whole: null },
  sheet: {
    corners: [
      { x: 100, y: 200 },
      { x: 980, y: 200 },
      { x: 980, y: 1500 },
      { x: 100, y: 1500 },
    ],
    ...{ margin: 0.09, pxPerMm: 4.7, tiltDegrees: 8, paperWhite: 190, sharpness: 0.05 },
  },
  ...{ code: codeOf(2), hasSeal: true },
};
export const NOTHING: LiveReading = { ...GOOD, sheet: null, pxPerMm: null, code: null, hasSeal: null };
export const SHARPEST = new Blob(['the sharpest'], { type: 'image/jpeg' });

/** The browser's side: a camera that shows frames when told, and a thread that says what a test wants it to say. */
export class Phone {
  static now: Phone | null = null;
  readonly heard: unknown[] = [];
  isOver = false;
  isBusy = false;
  tookMs = 20;
  reads: LiveReading = NOTHING;
  onmessage: (event: { data: unknown }) => void = () => undefined;
  onerror: () => void = () => undefined;
  constructor(readonly script: string) {
    Phone.now = this;
  }
  postMessage(said: object) {
    this.heard.push(said);
    if (this.isBusy) return;
    this.answer(said);
  }
  answer(said: object) {
    this.onmessage({ data: 'shoot' in said ? { picture: SHARPEST } : { reading: this.reads, tookMs: this.tookMs } });
  }
  terminate() {
    this.isOver = true;
  }
}

let frame: (() => void) | null = null;

/** A phone in a browser that can look at its camera's frames; the time is the test's. */
export function aLivePhone(): ReturnType<typeof aCamera> {
  jest.useFakeTimers();
  Phone.now = null;
  Object.assign(globalThis, {
    Worker: Phone,
    OffscreenCanvas: class {},
    createImageBitmap: async () => ({ close: () => undefined }),
  });
  const video = HTMLVideoElement.prototype;
  video.requestVideoFrameCallback = (told) => ((frame = () => told(0, {} as VideoFrameCallbackMetadata)), 1);
  video.cancelVideoFrameCallback = () => (frame = null);
  return aCamera([UPRIGHT, UPRIGHT]);
}

export function leaveLivePhone(): void {
  jest.useRealTimers();
  localStorage.clear();
  Reflect.deleteProperty(navigator, 'mediaDevices');
  for (const part of ['VideoFrame', 'Worker', 'OffscreenCanvas', 'createImageBitmap'])
    Reflect.deleteProperty(globalThis, part);
}

export async function open() {
  const onPicture = jest.fn();
  let shown: ReturnType<typeof render> | undefined;
  await act(async () => {
    shown = render(
      <CameraScreen pairingCode="4719" expected={EXPECTED} onPicture={onPicture} onLeave={() => undefined} />,
    );
  });
  return { onPicture, container: shown?.container as HTMLElement };
}

export const FRAME_MS = 50;

/** The camera shows this for so many frames. */
export async function show(reads: LiveReading, frames: number) {
  for (let count = 0; count < frames; count += 1) {
    await act(async () => {
      if (Phone.now) Phone.now.reads = reads;
      frame?.();
      await jest.advanceTimersByTimeAsync(FRAME_MS);
    });
  }
}
