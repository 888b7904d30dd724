const VIBRATION_MS = 60;
const TONE = { hertz: 880, seconds: 0.09, loudness: 0.15 } as const;

/** Says by hand and ear that the picture has been taken; the words say it too. Silent where a phone has neither. */
export function signalShutter(): void {
  try {
    navigator.vibrate?.(VIBRATION_MS);
    const context = new AudioContext();
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = TONE.hertz;
    volume.gain.value = TONE.loudness;
    tone.connect(volume).connect(context.destination);
    tone.onended = () => void context.close();
    tone.start();
    tone.stop(context.currentTime + TONE.seconds);
  } catch {
    // A browser without sound, or one that allows it only right after a touch.
  }
}
