import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { standInForDialogs } from '../disbursement/with-router';
import type { aCamera } from './a-camera';
import { aLivePhone, GOOD, leaveLivePhone, NOTHING, open, Phone, SHARPEST, show } from './live-phone';

let camera: ReturnType<typeof aCamera>;
beforeEach(() => void (camera = aLivePhone()));
afterEach(leaveLivePhone);

const PICTURE = new File(['picked'], 'a.jpg', { type: 'image/jpeg' });
const HEIC = new File(['picked'], 'a.heic', { type: 'image/heic' });

const tap = (element: HTMLElement) =>
  act(async () => {
    fireEvent.pointerDown(element);
    fireEvent.click(element);
  });
const pick = (input: HTMLElement, file: File) =>
  act(async () => void fireEvent.change(input, { target: { files: [file] } }));
const album = () => screen.getByLabelText('相册');
const cancel = () => act(async () => void album().dispatchEvent(new Event('cancel', { bubbles: true })));

/** Things are as for a picture, after they were not. */
async function holdStill() {
  await show(NOTHING, 1);
  await show(GOOD, 10);
}

describe('while a picture is chosen', () => {
  it('none is taken by itself, and the chosen one is sent', async () => {
    const { onPicture } = await open();
    await tap(album());
    await holdStill();
    expect(onPicture).not.toHaveBeenCalled();
    await pick(album(), PICTURE);
    expect(onPicture.mock.calls).toEqual([[PICTURE]]);
  });

  it('none that was already on its way overtakes it', async () => {
    const { onPicture } = await open();
    await show(GOOD, 3);
    const phone = Phone.now as Phone;
    phone.isBusy = true;
    for (const said of [{}, {}, {}]) {
      await show(GOOD, 1);
      if (phone.heard.some((one) => 'shoot' in (one as object))) break;
      await act(async () => phone.answer(said));
    }
    expect(phone.heard.at(-1)).toEqual({ shoot: true });
    await tap(album());
    await act(async () => phone.answer({ shoot: true }));
    expect(onPicture).not.toHaveBeenCalled();
    phone.isBusy = false;
    await cancel();
    await show(GOOD, 3);
    expect(onPicture.mock.calls).toEqual([[SHARPEST]]);
  });

  it('none is taken while the chosen one is still being read', async () => {
    const { onPicture } = await open();
    let drawn: (error: Error) => void = () => undefined;
    await tap(album());
    globalThis.createImageBitmap = (() => new Promise((_, reject) => (drawn = reject))) as typeof createImageBitmap;
    await pick(album(), HEIC);
    globalThis.createImageBitmap = (async () => ({ close: () => undefined })) as unknown as typeof createImageBitmap;
    fireEvent.pointerDown(document.body);
    await holdStill();
    expect(onPicture).not.toHaveBeenCalled();
    await act(async () => drawn(new Error('no HEIC')));
    expect(onPicture.mock.calls).toEqual([[HEIC]]);
  });

  it.each([
    ['closed without one', () => album().dispatchEvent(new Event('cancel', { bubbles: true }))],
    ['closed in silence, at the next touch', () => fireEvent.pointerDown(document.body)],
  ])('goes on by itself after the chooser was %s', async (_, close) => {
    const { onPicture } = await open();
    await tap(album());
    await holdStill();
    await act(async () => void close());
    await show(GOOD, 1);
    expect(onPicture.mock.calls).toEqual([[SHARPEST]]);
  });

  it('goes on by itself after 帮助 was closed with a chooser in it still open', async () => {
    standInForDialogs();
    const { onPicture } = await open();
    await tap(screen.getByRole('button', { name: '帮助' }));
    await act(async () => void fireEvent.click(within(screen.getByRole('dialog')).getByLabelText('选择相册图片或PDF')));
    await act(async () => void fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true })));
    expect(screen.queryByRole('dialog')).toBeNull();
    await holdStill();
    expect(onPicture.mock.calls).toEqual([[SHARPEST]]);
  });

  it('帮助 stays open when a chooser in it is closed without a picture', async () => {
    standInForDialogs();
    await open();
    await tap(screen.getByRole('button', { name: '帮助' }));
    const input = within(screen.getByRole('dialog')).getByLabelText('选择相册图片或PDF');
    await tap(input);
    await act(async () => void input.dispatchEvent(new Event('cancel', { bubbles: true })));
    expect(screen.getByRole('dialog', { name: '怎样拍收据' })).toBeTruthy();
  });
});

describe('the camera behind a chooser', () => {
  const comeBack = () => act(async () => void fireEvent(document, new Event('visibilitychange')));

  it('is not opened anew before that is closed, so that no question lies over the picture', async () => {
    await open();
    await tap(album());
    await act(async () => camera.end());
    await comeBack();
    expect(camera.asked).toHaveLength(1);
    await cancel();
    expect([camera.asked.length, camera.live()]).toEqual([2, 1]);
  });

  it('is left alone where nothing happened to it meanwhile', async () => {
    await open();
    await tap(album());
    await cancel();
    expect([camera.asked.length, camera.live()]).toEqual([1, 1]);
  });
});

it('the way to the phone’s own camera stays while that is open, though the camera here comes meanwhile', async () => {
  camera.refuse(new DOMException('no', 'NotAllowedError'));
  const { onPicture } = await open();
  camera.refuse(null);
  const { mediaDevices } = navigator;
  const { getUserMedia } = mediaDevices;
  let allow: () => void = () => undefined;
  mediaDevices.getUserMedia = async (given) => {
    await new Promise<void>((resolve) => (allow = resolve));
    return getUserMedia(given);
  };
  await act(async () => void fireEvent(document, new Event('visibilitychange')));
  const input = screen.getByLabelText('系统相机');
  await tap(input);
  await act(async () => allow());
  await show(GOOD, 10);
  expect(camera.live()).toBe(1);
  await pick(input, PICTURE);
  expect(onPicture.mock.calls).toEqual([[PICTURE]]);
});
