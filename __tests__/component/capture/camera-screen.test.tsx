import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { CameraScreen } from '@/components/capture/camera-screen';
import { standInForDialogs } from '../disbursement/with-router';
import { aCamera, UPRIGHT } from './a-camera';

const EXPECTED = { number: 'SJ20260001876', version: 2 };

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

async function open() {
  const onPicture = jest.fn();
  let screenOf: ReturnType<typeof render> | undefined;
  await act(async () => {
    screenOf = render(
      <CameraScreen pairingCode="4719" expected={EXPECTED} onPicture={onPicture} onLeave={() => undefined} />,
    );
  });
  return { onPicture, leave: () => screenOf?.unmount() };
}

const words = () => screen.getByRole('status').textContent;
const shutter = () => screen.getByRole<HTMLButtonElement>('button', { name: '拍照' });

describe('the live camera', () => {
  it('asks for the camera at the back without insisting, shows it and stops it when one leaves', async () => {
    const camera = aCamera([UPRIGHT]);
    const { leave } = await open();
    expect(camera.asked.map(({ video }) => [video.width.ideal, video.height.ideal, video.facingMode])).toEqual([
      [1920, 1080, { ideal: 'environment' }],
    ]);
    expect(words()).toBe('将拍照框与虚线裁剪框对齐');
    expect(shutter().disabled).toBe(false);
    leave();
    expect(camera.live()).toBe(0);
  });

  it('asks again with the sides swapped where the browser cropped the picture to a square', async () => {
    const camera = aCamera([
      { width: 1080, height: 1080 },
      { width: 1080, height: 1920 },
    ]);
    await open();
    expect(camera.asked.map(({ video }) => [video.width.ideal, video.height.ideal])).toEqual([
      [1920, 1080],
      [1080, 1920],
    ]);
    expect(camera.live()).toBe(1);
  });
});

describe('补光灯', () => {
  const lamp = () => screen.queryByRole('button', { name: '补光灯' });
  const lit = () => lamp()?.getAttribute('aria-pressed');
  const turn = () => act(async () => void fireEvent.click(lamp() as HTMLElement));

  it('is there where the phone has one, and goes on and off', async () => {
    const applyConstraints = jest.fn(async () => undefined);
    aCamera([UPRIGHT], undefined, { getCapabilities: () => ({ torch: true }), applyConstraints });
    await open();
    expect(lit()).toBe('false');
    await turn();
    expect(lit()).toBe('true');
    await turn();
    expect(lit()).toBe('false');
    expect(applyConstraints.mock.calls).toEqual([
      [{ advanced: [{ torch: true }] }],
      [{ advanced: [{ torch: false }] }],
    ]);
  });

  it('is not there where the phone has none, and goes away where it does not let it go on', async () => {
    aCamera([UPRIGHT], undefined, { getCapabilities: () => ({}) });
    const { leave } = await open();
    expect(lamp()).toBeNull();
    leave();
    const applyConstraints = async () => Promise.reject(new DOMException('battery', 'NotReadableError'));
    aCamera([UPRIGHT], undefined, { getCapabilities: () => ({ torch: true }), applyConstraints });
    await open();
    await turn();
    expect(lamp()).toBeNull();
  });
});

describe('帮助', () => {
  it('says how to hold the phone and leads to the ways without a live camera', async () => {
    standInForDialogs();
    aCamera([UPRIGHT]);
    const { onPicture } = await open();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '帮助' })));
    const help = screen.getByRole('dialog', { name: '怎样拍收据' });
    expect(help.textContent).toContain('四个角的黑色方块都要拍到');
    const scan = new File(['scan'], '收据.pdf', { type: 'application/pdf' });
    const album = within(help).getByLabelText('选择相册图片或PDF');
    await act(async () => void fireEvent.change(album, { target: { files: [scan] } }));
    expect(onPicture).toHaveBeenCalledWith(scan);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('without a live camera', () => {
  it('names the way to another browser in WeChat, which may well have a camera', async () => {
    jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Android MicroMessenger/8.0');
    aCamera([UPRIGHT], async () => Promise.reject(new Error('no')));
    await open();
    expect(words()).toContain('没有相机画面');
    expect(words()).toContain('在浏览器打开');
    jest.restoreAllMocks();
  });

  it('says that permission is missing, and leaves the phone’s own camera and the album open', async () => {
    const getUserMedia = async () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } });
    const { onPicture } = await open();
    expect(words()).toContain('没有相机权限');
    expect(shutter().disabled).toBe(true);
    const picture = new File(['x'], 'a.jpg', { type: 'image/jpeg' });
    const input = screen.getByLabelText('系统相机');
    expect(input.getAttribute('capture')).toBe('environment');
    await act(async () => void fireEvent.change(input, { target: { files: [picture] } }));
    expect(onPicture).toHaveBeenCalledWith(picture);
  });

  it('gives up on a camera that was allowed and shows nothing for three seconds', async () => {
    jest.useFakeTimers();
    const camera = aCamera([UPRIGHT], () => new Promise(() => undefined));
    await open();
    expect(words()).toContain('正在打开相机');
    await act(async () => void (await jest.advanceTimersByTimeAsync(3000)));
    expect(words()).toContain('没有相机画面');
    expect(camera.live()).toBe(0);
  });
});
