import { PAPER, SEAL_ZONE, type Rect } from '@/lib/paper/rules/geometry';
import type { SealReading } from '../rules/inspection';
import { THRESHOLDS } from '../rules/thresholds';
import { findRing } from './find-ring';
import type { Raster, Spot } from './raster';
import { redInk } from './red-ink';

export const SEAL_PX_PER_MM = 4;
/** Seals are pressed beside the lines too. */
const BESIDE_MM = 14;

/** The piece of the sheet on which a seal is looked for, mm: its zone and what a careless hand makes of it. */
export const SEAL_SEARCH: Rect = {
  x: SEAL_ZONE.x - BESIDE_MM,
  y: SEAL_ZONE.y - BESIDE_MM,
  width: Math.min(PAPER.width - SEAL_ZONE.x + BESIDE_MM, SEAL_ZONE.width + 2 * BESIDE_MM),
  height: SEAL_ZONE.height + 2 * BESIDE_MM,
};

/**
 * Whether a red seal stands in its zone. `paper` is SEAL_SEARCH straightened at SEAL_PX_PER_MM.
 *
 * Whose seal it is, and whether it was pressed or printed, is for a person to see.
 */
export function sealOf(paper: Raster): SealReading {
  const ink = redInk(paper, SEAL_PX_PER_MM);
  const areaMm2 = ink.isInk.reduce((sum, isInk) => sum + isInk, 0) / SEAL_PX_PER_MM ** 2;
  const { areaMm2: area, ringCoverage: cover, radiusMm } = THRESHOLDS.seal;
  if (areaMm2 < area.doubt) return { verdict: 'ABSENT', areaMm2, ringCoverage: 0, centreMm: null };
  const ring = findRing(ink, SEAL_PX_PER_MM, radiusMm);
  if (!ring || ring.coverage < cover.doubt) {
    return { verdict: 'ABSENT', areaMm2, ringCoverage: ring?.coverage ?? 0, centreMm: null };
  }
  const centreMm = { x: SEAL_SEARCH.x + ring.middle.x, y: SEAL_SEARCH.y + ring.middle.y };
  const isSure = areaMm2 > area.present && ring.coverage >= cover.present && isInZone(centreMm);
  return { verdict: isSure ? 'PRESENT' : 'DOUBTFUL', areaMm2, ringCoverage: ring.coverage, centreMm };
}

function isInZone({ x, y }: Spot): boolean {
  const { x: left, y: top, width, height } = SEAL_ZONE;
  return x >= left && x <= left + width && y >= top && y <= top + height;
}
