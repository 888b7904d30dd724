import { isSwitchedOn } from './camera-switches';

const VIBRATION_MS = 60;
const TONE = { hertz: 880, seconds: 0.09, loudness: 0.15 } as const;
/** The screen is left with the picture: so long its tone may still sound. */
const LINGER_MS = 500;
/** What counts as a touch for a browser that allows no sound without one. */
const TOUCHES = ['touchend', 'click', 'keydown'] as const;

export type ShutterSignal = {
  /** Says by hand and ear that the picture has been taken; the words say it too. Silent where a phone has neither. */
  give(): void;
  end(): void;
};

/** Gets the sound ready with the first touch, since the picture that is taken by itself comes without one. */
export function startSignal(): ShutterSignal {
  const over = new AbortController();
  let context: AudioContext | null = null;
  let lingerMs = 0;

  async function wake(): Promise<AudioContext | null> {
    if (!isSwitchedOn('signals')) return null;
    context ??= new AudioContext();
    if (context.state !== 'running') await context.resume();
    return context;
  }
  const onTouch = () => void wake().catch(() => undefined);
  TOUCHES.forEach((touch) => document.addEventListener(touch, onTouch, { signal: over.signal }));
  return {
    give() {
      if (!isSwitchedOn('signals')) return;
      lingerMs = LINGER_MS;
      navigator.vibrate?.(VIBRATION_MS);
      // A browser without sound, or one that allows none yet.
      wake()
        .then((ready) => ready && sound(ready))
        .catch(() => undefined);
    },
    end() {
      over.abort();
      setTimeout(() => void context?.close().catch(() => undefined), lingerMs);
    },
  };
}

function sound(context: AudioContext): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = TONE.hertz;
  volume.gain.value = TONE.loudness;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + TONE.seconds);
}
