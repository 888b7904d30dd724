import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { frameHolder, type GivenFrame } from '@/lib/capture/vision/live-camera';

const SIZE = { width: 64, height: 96 };
const BYTES = SIZE.width * SIZE.height * 1.5;

/** Frames of a camera as a browser hands them over, each filled with one value. */
class CameraFrame {
  readonly displayWidth = SIZE.width;
  readonly displayHeight = SIZE.height;
  readonly visibleRect = { x: 0, y: 0, ...SIZE };
  readonly timestamp = 0;
  readonly colorSpace = { fullRange: true, toJSON: () => ({}) };
  readonly copiedTo: Uint8Array[] = [];
  close = jest.fn();
  constructor(
    readonly level: number,
    readonly format: string | null = 'I420',
    readonly rotation = 0,
  ) {}
  allocationSize = () => BYTES;
  async copyTo(target: Uint8Array) {
    this.copiedTo.push(target.fill(this.level));
    const { width, height } = SIZE;
    return [
      { offset: 0, stride: width },
      { offset: width * height, stride: width / 2 },
      { offset: (width * height * 5) / 4, stride: width / 2 },
    ];
  }
}
const given = (frame: CameraFrame) => frame as unknown as GivenFrame;

beforeAll(() => {
  const canvas = { getContext: () => ({}) };
  Object.assign(globalThis, {
    OffscreenCanvas: function () {
      return canvas;
    },
    createImageBitmap: async () => ({ ...SIZE, close: () => undefined }),
  });
});
afterAll(() => {
  for (const part of ['OffscreenCanvas', 'createImageBitmap']) Reflect.deleteProperty(globalThis, part);
});

describe('frames that are taken over from the camera', () => {
  it('are given back at once, and what was seen stays as long as it is held', async () => {
    const { hold } = frameHolder();
    const [first, second] = [new CameraFrame(200), new CameraFrame(90)];
    const [one, other] = [await hold(given(first)), await hold(given(second))];
    expect([first.close, second.close].map((close) => close.mock.calls.length)).toEqual([1, 1]);
    expect([one, other].map(({ frame }) => frame.shrunk(32).data[0])).toEqual([200, 90]);
  });

  it('take the memory of one that was let go, and of no other', async () => {
    const { hold } = frameHolder();
    const frames = [1, 2, 3].map((level) => new CameraFrame(level));
    const held = await hold(given(frames[0] as CameraFrame));
    await hold(given(frames[1] as CameraFrame));
    held.release();
    await hold(given(frames[2] as CameraFrame));
    const [first, second, third] = frames.map(({ copiedTo }) => copiedTo[0]);
    expect([second === first, third === first]).toEqual([false, true]);
  });

  it.each([
    ['cannot be read', new CameraFrame(1, null)],
    ['are turned', new CameraFrame(1, 'NV12', 90)],
  ])('become pictures where their bytes %s, and are given back too', async (_, frame) => {
    const { frame: seen } = await frameHolder().hold(given(frame));
    expect([seen.width, seen.height, frame.copiedTo.length]).toEqual([SIZE.width, SIZE.height, 0]);
    expect(frame.close).toHaveBeenCalledTimes(1);
  });
});
