import { PAPER, type MarkCorner } from '@/lib/paper/rules/geometry';
import { parsePageCode } from '@/lib/receipt/rules/page-code';
import type { ReceiptVersion } from './findings';
import type { LiveReading, LiveSheet } from './live-reading';
import { THRESHOLDS } from './thresholds';

/**
 * What must hold before the camera takes the picture by itself: stricter than what the server asks for, so that what
 * goes off by itself is not sent back. Numbers of RECEIPT.md 2, sharpness as THRESHOLDS has it for this sheet's QR.
 */
export const LIVE = {
  pxPerMm: 4,
  /** Of a camera too coarse for that: this share of what the whole sheet across the picture would give. */
  fullestShare: 0.85,
  margin: 0.02,
  tiltDegrees: 25,
  paperWhite: THRESHOLDS.paperWhite.doubt,
  sharpness: 0.02,
} as const;

/** How much better a number must become before its hint goes, so that words do not flicker at the limit. */
const SLACK = 0.04;
/** A dark desk in a lit room reaches this; a dark room does not. */
const DARK_ROOM = THRESHOLDS.paperWhite.refuse;

export type Hint =
  | { readonly code: 'corner-outside' | 'corner-hidden'; readonly corners: readonly MarkCorner[] }
  | { readonly code: 'old-version'; readonly version: number }
  | { readonly code: PlainHint };
export type PlainHint =
  | 'no-sheet'
  | 'further'
  | 'closer'
  | 'level'
  | 'too-dark'
  | 'hold-still'
  | 'wrong-receipt'
  | 'wrong-page'
  | 'no-seal'
  | 'good';

/** What has been reached, for the row of ticks. */
export type LiveChecks = {
  readonly corners: boolean;
  readonly distance: boolean;
  readonly code: boolean;
  readonly clear: boolean;
  readonly seal: boolean;
};

const CODES = { right: 'right', unread: 'unread' } as const;

/** What the code says about the sheet: right, not read, or the hint that it is another one. */
function codeOf({ code }: LiveReading, expected: ReceiptVersion): 'right' | 'unread' | Hint {
  if (code === null) return CODES.unread;
  const read = parsePageCode(code);
  if (!read.ok || read.value.number !== expected.number) return { code: 'wrong-receipt' };
  if (read.value.version < expected.version) return { code: 'old-version', version: read.value.version };
  // A newer one than this link knows of: the link itself is about to end, and this is not its receipt.
  if (read.value.version > expected.version) return { code: 'wrong-receipt' };
  return read.value.page === 1 ? CODES.right : { code: 'wrong-page' };
}

/** The distance that this camera can be asked for, pixels per mm. */
export function neededPxPerMm({ width, height }: Pick<LiveReading, 'width' | 'height'>): number {
  const upright = Math.min(width / PAPER.width, height / PAPER.height);
  const turned = Math.min(width / PAPER.height, height / PAPER.width);
  const fullest = LIVE.fullestShare * Math.max(upright, turned);
  return Math.min(LIVE.pxPerMm, Math.max(THRESHOLDS.pxPerMm.doubt, fullest));
}

export function checksOf(reading: LiveReading, expected: ReceiptVersion): LiveChecks {
  const { sheet } = reading;
  return {
    corners: sheet !== null && sheet.margin >= LIVE.margin,
    distance: sheet !== null && sheet.pxPerMm >= neededPxPerMm(reading),
    code: codeOf(reading, expected) === CODES.right,
    clear: sheet !== null && sheet.paperWhite >= LIVE.paperWhite && sheet.sharpness >= LIVE.sharpness,
    seal: reading.hasSeal === true,
  };
}

/** Whether this one frame could be the picture. Without a seal a person has to press: it may be there, and pale. */
export function holds(reading: LiveReading, expected: ReceiptVersion): boolean {
  const isLevel = reading.sheet !== null && reading.sheet.tiltDegrees <= LIVE.tiltDegrees;
  return isLevel && Object.values(checksOf(reading, expected)).every(Boolean);
}

/**
 * The one thing to say about a frame. What would make everything else useless comes first: another paper before its
 * distance, a corner outside before the light. `before` is the hint that stands, which goes only when its reason has
 * clearly gone.
 */
export function hintOf(reading: LiveReading, expected: ReceiptVersion, isStill: boolean, before?: Hint): Hint {
  const { sheet, outside, hidden, pxPerMm, whole } = reading;
  const code = codeOf(reading, expected);
  if (typeof code === 'object') return code;
  if (sheet) return ofSheet(reading, sheet, { isStill, isRead: code === CODES.right, before: before?.code });
  if (whole && whole.brightness < DARK_ROOM) return { code: 'too-dark' };
  // a blurred sheet may show no mark at all: nobody should be told that it is not there
  if (whole && whole.crispness < THRESHOLDS.wholePicture.crispness) return { code: 'hold-still' };
  if (pxPerMm === null) return { code: 'no-sheet' };
  if (pxPerMm < THRESHOLDS.pxPerMm.refuse) return { code: 'closer' };
  if (outside.length > 0) return { code: 'corner-outside', corners: outside };
  return hidden.length > 0 ? { code: 'corner-hidden', corners: hidden } : { code: 'no-sheet' };
}

type Standing = { readonly isStill: boolean; readonly isRead: boolean; readonly before: Hint['code'] | undefined };

function ofSheet(reading: LiveReading, sheet: LiveSheet, { isStill, isRead, before }: Standing): Hint {
  const limit = (code: PlainHint, least: number) => (before === code ? least * (1 + SLACK) : least);
  if (sheet.paperWhite < limit('too-dark', LIVE.paperWhite)) return { code: 'too-dark' };
  if (sheet.margin < limit('further', LIVE.margin)) return { code: 'further' };
  if (sheet.pxPerMm < limit('closer', neededPxPerMm(reading))) return { code: 'closer' };
  if (limit('level', sheet.tiltDegrees) > LIVE.tiltDegrees) return { code: 'level' };
  if (reading.hasSeal === false && sheet.sharpness >= LIVE.sharpness) return { code: 'no-seal' };
  const isSharp = sheet.sharpness >= limit('hold-still', LIVE.sharpness);
  return { code: isStill && isSharp && isRead && reading.hasSeal === true ? 'good' : 'hold-still' };
}
