import type { Rect } from '@/lib/paper/rules/geometry';
import { sizeWithin, type LiveFrame } from './live-frame';
import { planarFrame, type Planes } from './planes';

/** What the page hands over: the camera's own frame where the browser can, else a picture made of it. */
export type GivenFrame = VideoFrame | ImageBitmap;

/** One frame that is kept for a while. Both kinds hold memory outside the heap until they are released. */
export type HeldFrame = {
  readonly frame: LiveFrame;
  /** At full size, for a canvas to draw; the caller closes what it was given. */
  picture(): Promise<GivenFrame>;
  release(): void;
};

/** Newer browsers tell it; the frame's bytes are then not turned as the frame is. */
type Turned = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

/**
 * Takes frames over. A camera lends only a few of its own, so their bytes are copied (3 MB, a fraction of a millisecond)
 * and the frame is given back at once; the memory of one that was released serves the next.
 */
export function frameHolder(): { hold(given: GivenFrame): Promise<HeldFrame> } {
  const spare: Uint8Array[] = [];
  const drawn = drawnFrames();

  async function holdBytes(given: VideoFrame): Promise<HeldFrame> {
    const size = given.allocationSize();
    const data = spare.find((one) => one.length === size) ?? new Uint8Array(size);
    spare.splice(0, spare.length, ...spare.filter((one) => one !== data && one.length === size));
    const layout = await given.copyTo(data);
    const { format, colorSpace, timestamp, visibleRect } = given;
    const [width, height] = [visibleRect?.width ?? 0, visibleRect?.height ?? 0];
    const init = { timestamp, layout, codedWidth: width, codedHeight: height, colorSpace: colorSpace.toJSON() };
    return {
      frame: planarFrame(planesOf(given, data, layout)),
      picture: async () => new VideoFrame(data, { ...init, format: format ?? 'I420' }),
      release: () => void spare.push(data),
    };
  }

  return {
    async hold(given) {
      if (!(isVideoFrame(given) && hasPlanes(given))) return drawn(isVideoFrame(given) ? await drawnOf(given) : given);
      try {
        return await holdBytes(given);
      } finally {
        given.close();
      }
    },
  };
}

const isVideoFrame = (given: GivenFrame): given is VideoFrame => 'allocationSize' in given;

/** Of phones that turn their frames, or keep them where no script can read them, a picture has to be made first. */
function hasPlanes(given: Turned): boolean {
  const isUpright = !given.rotation && !given.flip;
  const isUnscaled =
    given.visibleRect?.width === given.displayWidth && given.visibleRect.height === given.displayHeight;
  return (given.format === 'I420' || given.format === 'NV12') && isUpright && isUnscaled;
}

async function drawnOf(given: VideoFrame): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(given);
  } finally {
    given.close();
  }
}

function planesOf(
  { format, displayWidth, displayHeight, colorSpace }: VideoFrame,
  data: Uint8Array,
  layout: PlaneLayout[],
): Planes {
  const [luma, blue, red] = layout;
  if (!luma || !blue) throw new Error('a frame without planes');
  return {
    ...{ width: displayWidth, height: displayHeight, data, luma, blue },
    red: red ?? { ...blue, offset: blue.offset + 1 },
    colourStep: format === 'NV12' ? 2 : 1,
    isFullRange: colorSpace.fullRange === true,
  };
}

/** For pictures: canvases that are used again and again cut out of them what is asked for. */
function drawnFrames() {
  const whole = aCanvas();
  const part = aCanvas();
  return (picture: ImageBitmap): HeldFrame => {
    const { width, height } = picture;
    const window = (longSide: number, area: Rect) => {
      const small = sizeWithin(picture, longSide);
      const [across, down] = [width / small.width, height / small.height];
      const from = { x: area.x * across, y: area.y * down, width: area.width * across, height: area.height * down };
      return whole(picture, from, area);
    };
    const piece = (area: Rect, scale: number) =>
      part(picture, area, { width: area.width * scale, height: area.height * scale });
    return {
      frame: {
        ...{ width, height },
        shrunk: (longSide) => window(longSide, { x: 0, y: 0, ...sizeWithin(picture, longSide) }),
        window,
        piece,
        colours: piece,
      },
      picture: () => createImageBitmap(picture),
      release: () => picture.close(),
    };
  };
}

/** Draws a part of a picture at a size and answers its pixels. */
function aCanvas() {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (picture: ImageBitmap, from: Rect, size: { width: number; height: number }) => {
    const across = Math.max(1, Math.round(size.width));
    const down = Math.max(1, Math.round(size.height));
    if (!context) throw new Error('no canvas');
    if (canvas.width !== across || canvas.height !== down) Object.assign(canvas, { width: across, height: down });
    // finer smoothing than this takes longer than everything that is then found
    context.imageSmoothingQuality = 'low';
    context.drawImage(picture, from.x, from.y, from.width, from.height, 0, 0, across, down);
    return context.getImageData(0, 0, across, down);
  };
}
