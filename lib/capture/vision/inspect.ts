import { FRAME, MARKS, PAPER } from '@/lib/paper/rules/geometry';
import type { Finding } from '../rules/findings';
import type { Inspection, PageReading } from '../rules/inspection';
import { pictureFindings } from '../rules/picture-findings';
import { copiesOf } from './copies';
import { cornersSeen } from './corners-seen';
import { findMarks } from './find-marks';
import { grainOf } from './grain';
import { mapSpot } from './homography';
import { cornersOf, locatePage, pixelsPerMm, type LocatedPage } from './locate-page';
import { distanceOf, tiltOf } from './pose';
import { printQuality } from './print-quality';
import type { Raster } from './raster';
import { readPageCode } from './read-page-code';
import { rectify } from './rectify';
import { SEAL_PX_PER_MM, SEAL_SEARCH, sealOf } from './seal';
import { wholePicture } from './whole-picture';

/** 200 dots per inch: 4.4 mm print is 35 pixels high. */
export const FLAT_PX_PER_MM = 200 / 25.4;

export type InspectedPicture = {
  readonly inspection: Inspection;
  /** What the picture alone tells; the server adds whether the code is the right one (judge). */
  readonly findings: readonly Finding[];
  /** The whole sheet straightened, FLAT_PX_PER_MM; null when the four marks were not found. */
  readonly flat: Raster | null;
};

/**
 * Reads everything off one upright picture of a receipt: where the sheet lies, its code, its light, its seal.
 *
 * `small` is a copy of it where there is one already. `prepareQrReader` must have been awaited before. Never refuses:
 * what is wrong stands in `findings`.
 */
export async function inspectPhotograph(image: Raster, small?: Raster): Promise<InspectedPicture> {
  const copies = copiesOf(image, small);
  const seen = findMarks(copies);
  const page = locatePage(seen);
  const whole = page && page.marks.length === MARKS.length ? page.toPicture : null;
  const inspection: Inspection = {
    width: image.width,
    height: image.height,
    marks: { ...cornersSeen(image, page), pxPerMm: seen.length > 0 ? pixelsPerMm(seen) : null },
    page: page && whole ? readingOf(image, page) : null,
    code: await readPageCode(copies, whole),
    whole: whole ? null : wholePicture(copies),
  };
  const sheet = { x: 0, y: 0, ...PAPER };
  return {
    inspection,
    findings: pictureFindings(inspection),
    flat: whole && rectify(image, whole, sheet, FLAT_PX_PER_MM),
  };
}

function readingOf(image: Raster, { toPicture, misfitMm }: LocatedPage): PageReading {
  return {
    frameCorners: cornersOf(FRAME).map((corner) => mapSpot(toPicture, corner)),
    ...distanceOf(toPicture),
    tiltDegrees: tiltOf(image, toPicture),
    misfitMm,
    ...printQuality(image, toPicture),
    grain: grainOf(image, toPicture),
    seal: sealOf(rectify(image, toPicture, SEAL_SEARCH, SEAL_PX_PER_MM)),
  };
}
