import type { MarkCorner, Rect } from '@/lib/paper/rules/geometry';

export type SealVerdict = 'PRESENT' | 'DOUBTFUL' | 'ABSENT';

/** What was seen of the red seal in its zone. */
export type SealReading = {
  readonly verdict: SealVerdict;
  /** Red ink in and around the zone. */
  readonly areaMm2: number;
  /** Share of a closed ring that is covered with it, 0 to 1. */
  readonly ringCoverage: number;
  /** Middle of the ring on the sheet; null when there is none. */
  readonly centreMm: { readonly x: number; readonly y: number } | null;
};

/** The straightened sheet, measured. Only there when all four marks were found. */
export type PageReading = {
  /** Corners of the printed frame in the upright picture, pixels, clockwise from the sheet's top left. */
  readonly frameCorners: readonly { readonly x: number; readonly y: number }[];
  readonly pxPerMm: number;
  readonly tiltDegrees: number;
  /** Change of scale from one corner of the frame to another; 0 = seen exactly from above. */
  readonly perspective: number;
  /** How far the marks lie off one plane. */
  readonly misfitMm: number;
  /** Brightness of blank paper, 0 to 255. */
  readonly paperWhite: number;
  readonly sharpness: number;
  /** Difference between neighbouring pixels of blank paper, 0 to 255. */
  readonly grain: number;
  readonly seal: SealReading;
};

/** A photograph beside the page that was issued, piece by piece. */
export type ContentReading = {
  /** How many pieces of print were compared. */
  readonly pieces: number;
  /** How alike the middle one of them is, 0 to 1: what this picture's softness and noise leave of it. */
  readonly usual: number;
  /** The least alike with what overlaps it, as a share of what print of its contrast usually is on this photograph. */
  readonly lowest: number;
  /** Share of pieces that differ. */
  readonly share: number;
  /** Share of larger parts of print that were found at all. */
  readonly found: number;
  /** How far print lies off what the marks say: a curled sheet. */
  readonly driftMm: number;
  /** Where it differs, mm on the sheet. */
  readonly places: readonly Rect[];
};

/** Everything that was read off one picture: plain numbers and words, fit for JSON. */
export type Inspection = {
  /** Of the upright picture, pixels. */
  readonly width: number;
  readonly height: number;
  readonly marks: {
    readonly found: readonly MarkCorner[];
    /** Not found, and would lie beyond the picture's edge (or nothing says where they would lie). */
    readonly outside: readonly MarkCorner[];
    /** Not found although they must be in the picture: covered, dirty, blinded. */
    readonly hidden: readonly MarkCorner[];
    /** Size of what was seen of them, in pixels per mm of paper; null when nothing was. */
    readonly pxPerMm: number | null;
  };
  readonly page: PageReading | null;
  /** What the QR says, unverified; null when it was not read. */
  readonly code: string | null;
  /** What the whole picture still tells when there is no sheet to measure; see whole-picture.ts. */
  readonly whole: { readonly brightness: number; readonly crispness: number } | null;
  /**
   * Missing where there is nothing to compare with: only the server has issued pages, and only of a genuine code. Null
   * where the issued page could not be had, or comparing did not come to an end.
   */
  readonly content?: ContentReading | null;
};
