import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { aLivePhone, GOOD, leaveLivePhone, NOTHING, open, show } from './live-phone';

/** Sound as a browser has it that allows none without a touch. */
class Sound {
  static made: Sound[] = [];
  static isTouched = false;
  state = 'suspended';
  currentTime = 0;
  tones = 0;
  readonly destination = {};
  constructor() {
    Sound.made.push(this);
  }
  resume() {
    if (Sound.isTouched) this.state = 'running';
    return this.state === 'running' ? Promise.resolve() : new Promise<void>(() => undefined);
  }
  async close() {
    this.state = 'closed';
  }
  createGain = () => ({ gain: {}, connect: () => undefined });
  createOscillator = () => ({
    frequency: {},
    connect: () => ({ connect: () => undefined }),
    start: () => void (this.tones += this.state === 'running' ? 1 : 0),
    stop: () => undefined,
  });
}

beforeEach(() => {
  aLivePhone();
  Sound.made = [];
  Object.assign(globalThis, { AudioContext: Sound });
});
afterEach(() => {
  leaveLivePhone();
  Reflect.deleteProperty(globalThis, 'AudioContext');
});

const touch = (element: Element) =>
  act(async () => {
    Sound.isTouched = true;
    fireEvent.click(element);
    Sound.isTouched = false;
  });
const made = () => Sound.made.map(({ state, tones }) => [state, tones]);

it('sounds for a picture that is taken by itself, once the phone was touched, and gives the sound back afterwards', async () => {
  localStorage.setItem('camera-signals', 'on');
  const { onPicture } = await open();
  await touch(document.body);
  await show(NOTHING, 1);
  await show(GOOD, 10);
  expect(onPicture).toHaveBeenCalledTimes(1);
  expect(made()).toEqual([['running', 1]]);
  cleanup();
  expect(made()).toEqual([['running', 1]]);
  await jest.advanceTimersByTimeAsync(500);
  expect(made()).toEqual([['closed', 1]]);
});

it('the touch that switches it on is enough', async () => {
  await open();
  await show(NOTHING, 1);
  await touch(screen.getByRole('switch', { name: /提示音和振动/ }));
  await show(GOOD, 10);
  expect(made()).toEqual([['running', 1]]);
});

it('takes no sound from a phone that is to be silent', async () => {
  const { onPicture } = await open();
  await touch(document.body);
  await show(GOOD, 10);
  expect([onPicture.mock.calls.length, made()]).toEqual([1, []]);
});

it('a picture is taken all the same where there is no sound', async () => {
  localStorage.setItem('camera-signals', 'on');
  Reflect.deleteProperty(globalThis, 'AudioContext');
  const { onPicture } = await open();
  await touch(document.body);
  await show(GOOD, 10);
  expect(onPicture).toHaveBeenCalledTimes(1);
});
