/** Whether this browser can show a live camera: only over https or on localhost, and not in every WeChat. */
export function canUseCamera(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function';
}

const LONG_SIDE = 1920;
const SHORT_SIDE = 1080;
/** A browser that shows nothing this long after it was allowed to will show nothing. */
const FIRST_FRAME_MS = 3000;

/**
 * Opens the camera at the back, upright. Some browsers crop a request that lies across the sensor, so the size that
 * really came is read and, where it is square, asked for again with the sides swapped. Rejects with the browser's own
 * error, or when there is permission and no picture.
 */
export async function openCamera(video: HTMLVideoElement): Promise<MediaStream> {
  const ask = (width: number, height: number) =>
    navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: width }, height: { ideal: height } },
    });
  const stream = await ask(LONG_SIDE, SHORT_SIDE);
  await show(video, stream);
  if (video.videoWidth !== video.videoHeight) return stream;
  stopCamera(stream);
  const swapped = await ask(SHORT_SIDE, LONG_SIDE);
  await show(video, swapped);
  return swapped;
}

async function show(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.srcObject = stream;
  try {
    await play(video);
  } catch (error) {
    stopCamera(stream);
    throw error;
  }
}

/** Rejects where the browser does not play it, and where it says nothing for too long. */
export async function play(video: HTMLVideoElement): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no picture came')), FIRST_FRAME_MS);
  });
  try {
    // WeChat on iPhones shows nothing until play() is called by hand.
    await Promise.race([video.play(), late]);
  } finally {
    clearTimeout(timer);
  }
}

export function stopCamera(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

/** Whether pictures come: the system ends or mutes a camera when the phone is locked or another program takes it. */
export function isLive(stream: MediaStream | null): boolean {
  return stream?.getTracks().every(({ readyState, muted }) => readyState === 'live' && !muted) ?? false;
}

/** Whether it was ended, for good. */
export function isOver(stream: MediaStream): boolean {
  return stream.getTracks().some(({ readyState }) => readyState === 'ended');
}

/** The track whose lamp can be switched, or null: not every phone and browser has one. */
export function lampOf(stream: MediaStream): MediaStreamTrack | null {
  const hasLamp = (track: MediaStreamTrack) => (track.getCapabilities?.() as { torch?: boolean } | undefined)?.torch;
  return stream.getTracks().find(hasLamp) ?? null;
}

/** Rejects where the phone has a lamp and does not let it go on, as some do when their battery is low. */
export async function switchLamp(track: MediaStreamTrack, on: boolean): Promise<void> {
  await track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}

const QUALITY = 0.92;

/** The frame that is shown now, at the camera's full size. Null when the browser gave no picture. */
export async function takeFrame(video: HTMLVideoElement): Promise<Blob | null> {
  return asJpeg(video, video.videoWidth, video.videoHeight);
}

/**
 * A picked picture in a form that the server reads. iPhones may hand out their own format, which they can also draw;
 * what this browser cannot draw is sent as it is, and the server says what it thinks of it.
 */
export async function asReadable(file: Blob): Promise<Blob> {
  if (['image/jpeg', 'image/png', 'application/pdf'].includes(file.type)) return file;
  let picture: ImageBitmap | null = null;
  try {
    picture = await createImageBitmap(file);
    return (await asJpeg(picture, picture.width, picture.height)) ?? file;
  } catch {
    return file;
  } finally {
    // It holds the whole picture outside the heap, some 50 MB.
    picture?.close();
  }
}

async function asJpeg(source: CanvasImageSource, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(source, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob && blob.size > 0 ? blob : null;
}
