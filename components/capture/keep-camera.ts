import { isLive, openCamera, stopCamera } from './camera';

/** `paused`: the camera is there, and the system holds its picture back or keeps it for another program. */
export type CameraState = 'starting' | 'showing' | 'paused' | 'denied' | 'failed';

export type KeptCamera = {
  /** Whether what the video shows is what lies before the camera now. */
  isLive(): boolean;
  end(): void;
};

type Hearing = {
  readonly onView: (view: CameraState) => void;
  /** A camera was opened; the one before, if any, is over. */
  readonly onOpened: (stream: MediaStream) => void;
};

/**
 * Opens the camera and keeps its picture moving. The system ends it or holds it back when the phone is locked, a call
 * comes or another program wants it, and a video that stood still in the background does not go on by itself. What was
 * refused or failed is tried again when one comes back to the page, and when the permission changes.
 */
export function keepCamera(video: HTMLVideoElement, { onView, onOpened }: Hearing): KeptCamera {
  const over = new AbortController();
  const { signal } = over;
  let stream: MediaStream | null = null;
  let isOpening = false;

  async function open() {
    if (isOpening || signal.aborted) return;
    isOpening = true;
    stopCamera(stream);
    stream = null;
    const opened = await openCamera(video).catch((error: unknown) => {
      if (!signal.aborted) onView(isDenied(error) ? 'denied' : 'failed');
      return null;
    });
    isOpening = false;
    if (!opened) return;
    if (signal.aborted) return stopCamera(opened);
    stream = opened;
    opened.getTracks().forEach(listen);
    onOpened(opened);
    say();
  }
  /** The last words of a camera that was given up meanwhile count nothing. */
  function listen(track: MediaStreamTrack) {
    const on = (event: string, act: () => void) =>
      track.addEventListener(event, () => void (stream?.getTracks().includes(track) && act()), { signal });
    on('mute', say);
    on('unmute', goOn);
    on('ended', say);
    on('ended', look);
  }
  const say = () => onView(isLive(stream) ? 'showing' : 'paused');
  function goOn() {
    if (!isLive(stream) || document.hidden) return;
    if (!video.paused) return say();
    onView('paused');
    video.play().then(say, () => void open());
  }
  function look() {
    if (document.hidden || isOpening) return;
    if (isLive(stream)) goOn();
    else void open();
  }

  document.addEventListener('visibilitychange', look, { signal });
  video.addEventListener('pause', goOn, { signal });
  onPermitted(look, signal);
  void open();
  return {
    isLive: () => isLive(stream),
    end() {
      over.abort();
      stopCamera(stream);
    },
  };
}

const isDenied = (error: unknown) => error instanceof DOMException && error.name === 'NotAllowedError';

/** Calls when the browser's settings no longer forbid the camera; some browsers do not tell. */
function onPermitted(act: () => void, signal: AbortSignal): void {
  navigator.permissions
    ?.query({ name: 'camera' })
    .then((given) => given.addEventListener('change', () => given.state !== 'denied' && act(), { signal }))
    .catch(() => undefined);
}
