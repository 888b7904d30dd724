import type { MarkCorner } from '@/lib/paper/rules/geometry';

type Spot = { readonly x: number; readonly y: number };

/** The sheet in one frame of the camera; only there when all four marks were seen. */
export type LiveSheet = {
  /** Corners of the printed frame, pixels of the frame at full size, clockwise from the sheet's top left. */
  readonly corners: readonly [Spot, Spot, Spot, Spot];
  /** How far the outermost corner of a mark lies from the picture's edge, as a share of the picture's shorter side. */
  readonly margin: number;
  readonly pxPerMm: number;
  readonly tiltDegrees: number;
  /** Brightness of blank paper, 0 to 255. */
  readonly paperWhite: number;
  /** Of the QR, see vision/sharpness.ts. */
  readonly sharpness: number;
};

/** What one frame of the live camera tells; plain numbers and words, so that a worker can send it. */
export type LiveReading = {
  readonly width: number;
  readonly height: number;
  readonly outside: readonly MarkCorner[];
  readonly hidden: readonly MarkCorner[];
  readonly sheet: LiveSheet | null;
  /** Of the marks seen; null without any. */
  readonly pxPerMm: number | null;
  /** Of the middle half of the frame, see vision/whole-picture.ts; null where the sheet says it better, or nobody looked yet. */
  readonly whole: { readonly brightness: number; readonly crispness: number } | null;
  /** What the QR said when it was last read on this sheet. */
  readonly code: string | null;
  /** Whether there is red ink in the seal's zone; null as long as nobody looked. */
  readonly hasSeal: boolean | null;
};
