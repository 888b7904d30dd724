import { isLive, isOver, openCamera, play, stopCamera } from './camera';

/** `paused`: the camera is there, and the system holds its picture back or keeps it for another program. */
export type CameraState = 'starting' | 'showing' | 'paused' | 'denied' | 'failed';

export type KeptCamera = {
  /** Whether what the video shows is what lies before the camera now. */
  isLive(): boolean;
  /** Nothing holds it back any more: what was put off is done now. */
  release(): void;
  end(): void;
};

type Hearing = {
  readonly onView: (view: CameraState) => void;
  /** A camera was opened; the one before, if any, is over. */
  readonly onOpened: (stream: MediaStream) => void;
  /** Whether it must not be opened anew now: the browser's question would lie over a picture that is being chosen. */
  readonly isHeld: () => boolean;
};

/**
 * Opens the camera and keeps its picture moving. The system ends it or holds it back when the phone is locked, a call
 * comes or another program wants it, and a video that stood still in the background does not go on by itself. What was
 * refused or failed is tried again when one comes back to the page, and when the permission changes.
 */
export function keepCamera(video: HTMLVideoElement, { onView, onOpened, isHeld }: Hearing): KeptCamera {
  const over = new AbortController();
  const { signal } = over;
  let stream: MediaStream | null = null;
  let isOpening = false;
  /** Something happened that could not be looked at then. */
  let isMissed = false;

  async function open(isAgain = false) {
    if (isOpening || signal.aborted) return;
    isOpening = true;
    isMissed = false;
    stopCamera(stream);
    stream = null;
    stream = await openCamera(video).catch(fail);
    isOpening = false;
    if (signal.aborted) return stopCamera(stream);
    if (stream) begin(stream);
    if (isMissed) look();
    // It ended before anybody listened. One that ends each time is left alone.
    else if (stream && isOver(stream) && !isAgain) reopen(true);
  }
  function fail(error: unknown): null {
    if (signal.aborted) return null;
    const denied = isDenied(error);
    onView(denied ? 'denied' : 'failed');
    // The browser's own question may hide the page for a moment: asked again for that, it would never end.
    if (denied) isMissed = false;
    return null;
  }
  function begin(opened: MediaStream) {
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
    const held = stream;
    play(video).then(say, () => void (stream === held && reopen()));
  }
  function look() {
    if (document.hidden) return;
    if (isLive(stream)) goOn();
    else reopen();
  }
  function reopen(isAgain = false) {
    if (document.hidden) return;
    if (isOpening || isHeld()) isMissed = true;
    else void open(isAgain);
  }

  document.addEventListener('visibilitychange', look, { signal });
  video.addEventListener('pause', goOn, { signal });
  onPermitted(look, signal);
  void open();
  return {
    isLive: () => isLive(stream),
    release: () => void (isMissed && look()),
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
