import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { CameraScreen } from '@/components/capture/camera-screen';
import { aCamera, drawing, UPRIGHT } from './a-camera';

const EXPECTED = { number: 'SJ20260001876', version: 2 };

let camera: ReturnType<typeof aCamera>;
let permission: EventTarget & { state: string };
/** How the video begins to play. */
let play: () => Promise<void>;

beforeEach(() => void (play = async () => undefined));
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'mediaDevices');
  Reflect.deleteProperty(navigator, 'permissions');
});

async function open(refused: DOMException | null = null) {
  camera = aCamera([UPRIGHT, UPRIGHT, UPRIGHT], () => play());
  camera.refuse(refused);
  permission = Object.assign(new EventTarget(), { state: 'prompt' });
  Object.defineProperty(navigator, 'permissions', { configurable: true, value: { query: async () => permission } });
  const onPicture = jest.fn();
  await act(async () => {
    render(<CameraScreen pairingCode="4719" expected={EXPECTED} onPicture={onPicture} onLeave={() => undefined} />);
  });
  return { onPicture };
}

const isHidden = (hidden: boolean) =>
  act(async () => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    fireEvent(document, new Event('visibilitychange'));
  });
const settings = (state: string) =>
  act(async () => {
    permission.state = state;
    permission.dispatchEvent(new Event('change'));
  });
const words = () => screen.getByRole('status').textContent;
const shutter = () => screen.getByRole<HTMLButtonElement>('button', { name: '拍照' });
const DENIED = new DOMException('no', 'NotAllowedError');

describe('a camera that the system took away', () => {
  it('is opened anew at once while the page is in sight', async () => {
    await open();
    await act(async () => camera.end());
    expect([camera.asked.length, camera.live(), shutter().disabled]).toEqual([2, 1, false]);
  });

  it('is opened anew when one comes back, and until then no picture can be taken', async () => {
    await open();
    await isHidden(true);
    await act(async () => camera.end());
    expect([camera.asked.length, shutter().disabled]).toEqual([1, true]);
    expect(words()).toContain('相机画面暂停了');
    await isHidden(false);
    expect([camera.asked.length, camera.live(), shutter().disabled]).toEqual([2, 1, false]);
    expect(words()).toBe('将拍照框与虚线裁剪框对齐');
  });

  it('says so when it cannot be had again, and tries once more when one comes back', async () => {
    await open();
    camera.refuse(new DOMException('in use', 'NotReadableError'));
    await act(async () => camera.end());
    expect(words()).toContain('没有相机画面');
    camera.refuse(null);
    await isHidden(false);
    expect(words()).toBe('将拍照框与虚线裁剪框对齐');
  });
});

describe('what happens while the camera is being opened', () => {
  let begin: () => void;
  beforeEach(() => {
    play = () => new Promise((resolve) => (begin = resolve));
  });
  const begins = () => act(async () => begin());

  it('counts: one who comes back then and finds it held back has it opened anew', async () => {
    await open();
    camera.mute();
    await isHidden(false);
    await begins();
    await begins();
    expect([camera.asked.length, camera.live(), shutter().disabled]).toEqual([2, 1, false]);
  });

  it('counts: one that the system took away again is opened anew, and is left alone where that one went too', async () => {
    await open();
    camera.end();
    await begins();
    expect(camera.asked).toHaveLength(2);
    camera.end();
    await begins();
    expect([camera.asked.length, shutter().disabled]).toEqual([2, true]);
  });

  it('counts nothing where it was forbidden: the question itself may have hidden the page', async () => {
    let answer: (error: Error) => void = () => undefined;
    play = () => new Promise((_, reject) => (answer = reject));
    await open();
    await isHidden(false);
    await act(async () => answer(DENIED));
    expect([camera.asked.length, words()?.includes('没有相机权限')]).toEqual([1, true]);
  });
});

describe('a camera whose picture is held back', () => {
  it('takes none until it comes again', async () => {
    await open();
    await act(async () => camera.mute());
    expect([words()?.includes('相机画面暂停了'), shutter().disabled]).toEqual([true, true]);
    camera.pause();
    await act(async () => camera.unmute());
    expect([camera.isPaused(), shutter().disabled, camera.asked.length]).toEqual([false, false, 1]);
  });

  it('is opened anew when one comes back and it is still held back', async () => {
    await open();
    await isHidden(true);
    await act(async () => camera.mute());
    await isHidden(false);
    expect([camera.asked.length, camera.live(), shutter().disabled]).toEqual([2, 1, false]);
  });

  it('a video that stood still in the background goes on', async () => {
    await open();
    camera.pause();
    await isHidden(false);
    expect([camera.isPaused(), camera.asked.length, shutter().disabled]).toEqual([false, 1, false]);
  });

  it('a video that the system stops in sight goes on', async () => {
    await open();
    camera.pause();
    await act(async () => void fireEvent(screen.getByLabelText('相机画面'), new Event('pause')));
    expect([camera.isPaused(), camera.asked.length, shutter().disabled]).toEqual([false, 1, false]);
  });

  it('is opened anew when it does not go on within three seconds', async () => {
    await open();
    jest.useFakeTimers();
    camera.pause();
    play = () => new Promise(() => undefined);
    await isHidden(false);
    expect(shutter().disabled).toBe(true);
    play = async () => undefined;
    await act(async () => void (await jest.advanceTimersByTimeAsync(3000)));
    expect([camera.asked.length, camera.live(), shutter().disabled]).toEqual([2, 1, false]);
  });

  it.each(['ended', 'muted'] as const)(
    'sends nothing of a track that is %s though nobody has said so yet',
    async (how) => {
      drawing();
      const { onPicture } = await open();
      Object.assign(camera.tracks[0] ?? {}, how === 'ended' ? { readyState: 'ended' } : { muted: true });
      await act(async () => void fireEvent.click(shutter()));
      expect(onPicture).not.toHaveBeenCalled();
    },
  );
});

describe('a camera that was not allowed', () => {
  it('is asked for again when one comes back from the settings', async () => {
    await open(DENIED);
    expect(words()).toContain('没有相机权限');
    await isHidden(false);
    expect(words()).toContain('没有相机权限');
    camera.refuse(null);
    await isHidden(false);
    expect(words()).toBe('将拍照框与虚线裁剪框对齐');
  });

  it('is asked for again as soon as it is allowed, and not when it is forbidden once more', async () => {
    await open(DENIED);
    camera.refuse(null);
    await settings('denied');
    expect(camera.asked).toHaveLength(0);
    await settings('granted');
    expect([camera.asked.length, shutter().disabled]).toEqual([1, false]);
  });
});
