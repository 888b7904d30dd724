/** Whether this browser can show a live camera: only over https or on localhost, and not in every WeChat. */
export function canUseCamera(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function';
}

const LONG_SIDE = 1920;
const SHORT_SIDE = 1080;

/**
 * Opens the camera at the back, upright. Some browsers crop a request that lies across the sensor, so the size that
 * really came is read and, where it is square, asked for again with the sides swapped.
 */
export async function openCamera(video: HTMLVideoElement): Promise<MediaStream> {
  const ask = (width: number, height: number) =>
    navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: width }, height: { ideal: height } },
    });
  let stream = await ask(LONG_SIDE, SHORT_SIDE);
  await show(video, stream);
  if (video.videoWidth === video.videoHeight) {
    stopCamera(stream);
    stream = await ask(SHORT_SIDE, LONG_SIDE);
    await show(video, stream);
  }
  return stream;
}

async function show(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.srcObject = stream;
  // WeChat on iPhones shows nothing until play() is called by hand.
  await video.play();
}

export function stopCamera(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

const QUALITY = 0.92;

/** The frame that is shown now, at the camera's full size. Null when the browser gave no picture. */
export async function takeFrame(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob && blob.size > 0 ? blob : null;
}
