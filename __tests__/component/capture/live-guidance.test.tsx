import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { startLive } from '@/components/capture/live-link';
import { STEADY_MS } from '@/lib/capture/rules/live-guide';
import { standInForDialogs } from '../disbursement/with-router';
import { drawing, type aCamera } from './a-camera';
import { aLivePhone, codeOf, FRAME_MS, GOOD, leaveLivePhone, NOTHING, open, Phone, SHARPEST, show } from './live-phone';

let camera: ReturnType<typeof aCamera>;
beforeEach(() => void (camera = aLivePhone()));
afterEach(leaveLivePhone);

const words = () => screen.getByRole('status').textContent;

describe('live guidance', () => {
  it('says one thing at a time in the spoken line, lays the frame on the sheet and ticks off what is reached', async () => {
    const { container } = await open();
    await show(NOTHING, 30);
    expect(words()).toBe('没有看到收据');
    await show({ ...GOOD, code: codeOf(1) }, 30);
    expect(words()).toBe('这是已作废的第1版');
    const outline = container.querySelector<SVGElement>('svg[data-state]');
    expect([outline?.dataset.state, outline?.getAttribute('viewBox')]).toEqual(['seen', '0 0 1080 1920']);
    expect(outline?.querySelectorAll('path')[1]?.getAttribute('d')).toMatch(/^M100\.0 200\.0L980\.0 200\.0/);
    const ticks = screen.getAllByRole('listitem').map((row) => row.textContent.trim());
    expect(ticks).toEqual(['四角，已满足', '距离，已满足', '第2版，未满足', '清晰，已满足', '印章，已满足']);
  });

  it('takes the sharpest of the last frames by itself, once, when everything holds', async () => {
    const { onPicture } = await open();
    await show(GOOD, STEADY_MS / FRAME_MS);
    expect(onPicture).not.toHaveBeenCalled();
    await show(GOOD, 4);
    expect(onPicture.mock.calls).toEqual([[SHARPEST]]);
  });

  it('lets one frame wait for a quick thread and none for a slow one: it would show what is past', async () => {
    await open();
    await show(NOTHING, 1);
    const phone = Phone.now as Phone;
    const waiting = () => phone.heard.length;
    phone.isBusy = true;
    const before = waiting();
    await show(NOTHING, 5);
    expect(waiting()).toBe(before + 2);
    phone.tookMs = 200;
    for (const frame of phone.heard.slice(before)) await act(async () => phone.answer(frame as object));
    await show(NOTHING, 5);
    expect(waiting()).toBe(before + 3);
  });

  it('gives no frame from before the camera stood still: after that the picture is what the video shows', async () => {
    const { onPicture } = await open();
    await show(NOTHING, 1);
    await act(async () => camera.mute());
    await show(GOOD, 10);
    await act(async () => camera.unmute());
    const now = drawing();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '拍照' })));
    expect(onPicture.mock.calls).toEqual([[now]]);
    await show(NOTHING, 10);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '拍照' })));
    expect(onPicture).toHaveBeenLastCalledWith(SHARPEST);
  });

  it('looks at no frame while a picture is made, and goes on after it', async () => {
    await open();
    await show(NOTHING, 1);
    const phone = Phone.now as Phone;
    phone.isBusy = true;
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '拍照' })));
    const shoot = phone.heard.at(-1) as object;
    expect(shoot).toEqual({ shoot: true });
    await show(GOOD, 5);
    expect(phone.heard.at(-1)).toBe(shoot);
    phone.isBusy = false;
    await act(async () => phone.answer(shoot));
    await show(GOOD, 1);
    expect(phone.heard.at(-1)).not.toBe(shoot);
  });

  it('never takes a picture that came too late for the next one', async () => {
    const link = startLive({ onReading: () => undefined, onEnd: () => undefined });
    const phone = Phone.now as Phone;
    phone.isBusy = true;
    const first = link?.shoot();
    await jest.advanceTimersByTimeAsync(2000);
    expect(await first).toBeNull();
    const second = link?.shoot();
    for (const picture of [new Blob(['late']), SHARPEST]) phone.onmessage({ data: { picture } });
    expect(await second).toBe(SHARPEST);
    link?.end();
  });

  it('leaves it to the button when the phone is told to, and remembers that', async () => {
    const { onPicture } = await open();
    await show(NOTHING, 1);
    fireEvent.click(screen.getByRole('switch', { name: /自动拍照/ }));
    expect(screen.getByRole('switch', { name: /自动拍照/ }).getAttribute('aria-checked')).toBe('false');
    expect(localStorage.getItem('camera-auto')).toBe('off');
    await show(GOOD, 10);
    expect(onPicture).not.toHaveBeenCalled();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '拍照' })));
    expect(onPicture.mock.calls).toEqual([[SHARPEST]]);
  });

  it('takes no picture by itself while 帮助 lies over the camera, and one as soon as that is closed', async () => {
    standInForDialogs();
    const { onPicture } = await open();
    await show(NOTHING, 1);
    fireEvent.click(screen.getByRole('button', { name: '帮助' }));
    await show(GOOD, 10);
    expect(onPicture).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '继续拍照' }));
    await show(GOOD, 1);
    expect(onPicture.mock.calls).toEqual([[SHARPEST]]);
  });

  it('goes on with the button alone when the thread breaks down', async () => {
    await open();
    await show(GOOD, 2);
    await act(async () => Phone.now?.onmessage({ data: { failed: 'no memory' } }));
    expect(Phone.now?.isOver).toBe(true);
    expect(words()).toBe('将拍照框与虚线裁剪框对齐');
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '拍照' }).disabled).toBe(false);
  });

  it.each([
    ['the camera’s own frame where the browser has it', 1080, 'camera'],
    ['a picture where it shows another cut of it', 1920, 'picture'],
  ])('looks at %s', async (_, displayWidth, kind) => {
    const frameOf = (of: string) => ({ kind: of, displayWidth, displayHeight: 1920, close: () => undefined });
    Object.assign(globalThis, {
      VideoFrame: function () {
        return frameOf('camera');
      },
      createImageBitmap: async () => frameOf('picture'),
    });
    await open();
    await show(GOOD, 1);
    expect(Phone.now?.heard).toMatchObject([{ frame: { kind } }]);
  });

  it('sends the thread one frame alone, until it is known how quick it is', async () => {
    await open();
    const phone = Phone.now as Phone;
    phone.isBusy = true;
    await show(NOTHING, 6);
    expect(phone.heard).toHaveLength(1);
  });
});
