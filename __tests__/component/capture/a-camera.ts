type Size = { width: number; height: number };
type Ask = { video: { width: { ideal: number }; height: { ideal: number }; facingMode: { ideal: string } } };

export const UPRIGHT: Size = { width: 1080, height: 1920 };

type Track = EventTarget & { readyState: string; muted: boolean; stop: () => void };

function aTrack(lamp: object): Track {
  const track = Object.assign(new EventTarget(), {
    ...lamp,
    ...{ readyState: 'live', muted: false, stop: () => void (track.readyState = 'ended') },
  });
  return track;
}

/** A camera that gives pictures of these sizes, one per request; `play` stands for the first picture. */
export function aCamera(sizes: readonly Size[], play: () => Promise<void> = async () => undefined, lamp: object = {}) {
  const asked: Ask[] = [];
  const tracks: Track[] = [];
  let shown: Size | undefined;
  let isPaused = true;
  let refuses: DOMException | null = null;
  const getUserMedia = async (given: unknown) => {
    if (refuses) throw refuses;
    shown = sizes[asked.length];
    asked.push(given as Ask);
    const track = aTrack(lamp);
    tracks.push(track);
    return { getTracks: () => [track] };
  };
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } });
  const video = HTMLVideoElement.prototype;
  video.play = () => play().then(() => void (isPaused = false));
  Object.defineProperty(video, 'paused', { configurable: true, get: () => isPaused });
  Object.defineProperty(video, 'srcObject', { configurable: true, set: () => undefined });
  Object.defineProperty(video, 'videoWidth', { configurable: true, get: () => shown?.width ?? 0 });
  Object.defineProperty(video, 'videoHeight', { configurable: true, get: () => shown?.height ?? 0 });
  const tell = (event: string, change: (track: Track) => void) =>
    tracks.slice(-1).forEach((track) => {
      change(track);
      track.dispatchEvent(new Event(event));
    });
  return {
    asked,
    tracks,
    live: () => tracks.filter(({ readyState }) => readyState === 'live').length,
    /** From now on whoever asks is refused, or with null no more. */
    refuse: (error: DOMException | null) => void (refuses = error),
    /** The system stops the video, as it does in the background. */
    pause: () => void (isPaused = true),
    isPaused: () => isPaused,
    mute: () => tell('mute', (track) => (track.muted = true)),
    unmute: () => tell('unmute', (track) => (track.muted = false)),
    end: () => tell('ended', (track) => (track.readyState = 'ended')),
  };
}

/** What the video shows now, drawn and made a picture: this one. */
export function drawing(): Blob {
  const picture = new Blob(['shown now'], { type: 'image/jpeg' });
  HTMLCanvasElement.prototype.getContext = (() => null) as HTMLCanvasElement['getContext'];
  HTMLCanvasElement.prototype.toBlob = (done) => done(picture);
  return picture;
}
