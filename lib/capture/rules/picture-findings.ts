import { SEAL_ZONE, withRoom } from '@/lib/paper/rules/geometry';
import type { Finding, FindingCode, Severity } from './findings';
import type { Inspection, PageReading } from './inspection';
import { THRESHOLDS } from './thresholds';

/**
 * What one picture alone tells, before anybody asks whether it shows the right receipt. The gravest comes first.
 *
 * A picture without a whole sheet is judged by what can still be said: which corners are missing, how dark and how
 * blurred it is.
 */
export function pictureFindings(inspection: Inspection): Finding[] {
  const { page, code } = inspection;
  if (!page) return sheetless(inspection);
  const faults = [...qualityOf(page), ...sealOf(page)];
  if (code === null) faults.push(finding('code-unreadable', 'refuse'));
  const isClear = !faults.some(({ code: fault }) => QUALITY.has(fault));
  const findings = [finding('page-complete', 'ok'), ...faults];
  return sorted(isClear ? [...findings, finding('picture-clear', 'ok')] : findings);
}

const QUALITY: ReadonlySet<FindingCode> = new Set(['too-far', 'too-dark', 'blurred', 'tilted', 'curled']);
const ORDER: Record<Severity, number> = { refuse: 0, doubt: 1, ok: 2 };

/** Gravest first; equals keep their order. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

const finding = (code: FindingCode, severity: Severity): Finding => ({ code, severity });

function sheetless({ marks, whole }: Inspection): Finding[] {
  const findings: Finding[] = [];
  if (whole && whole.brightness < THRESHOLDS.wholePicture.paperWhite) findings.push(finding('too-dark', 'refuse'));
  else if (whole && whole.crispness < THRESHOLDS.wholePicture.crispness) findings.push(finding('blurred', 'refuse'));
  if (marks.pxPerMm !== null && marks.pxPerMm < THRESHOLDS.pxPerMm.refuse) findings.push(finding('too-far', 'refuse'));
  if (marks.found.length === 0) return [finding('page-not-found', 'refuse'), ...findings];
  const { outside, hidden } = marks;
  if (outside.length > 0) findings.push({ code: 'corner-outside', severity: 'refuse', corners: outside });
  // a mark that is in the picture and not seen: the dark, the blur or the distance says why, and otherwise something covers it
  else if (findings.length === 0) findings.push({ code: 'corner-hidden', severity: 'refuse', corners: hidden });
  return findings;
}

function qualityOf(page: PageReading): Finding[] {
  const { pxPerMm, paperWhite, sharpness, tiltDegrees, misfitMm, screenshot } = THRESHOLDS;
  const findings = [
    below('too-dark', page.paperWhite, paperWhite),
    below('too-far', page.pxPerMm, pxPerMm),
    isJudgedForBlur(page) ? below('blurred', page.sharpness, sharpness) : null,
    page.tiltDegrees > tiltDegrees.doubt ? finding('tilted', 'doubt') : null,
    page.misfitMm > misfitMm.doubt ? finding('curled', 'doubt') : null,
    page.grain < screenshot.grain && page.perspective < screenshot.perspective
      ? finding('looks-like-screenshot', 'doubt')
      : null,
  ];
  return findings.filter((one) => one !== null);
}

/** Noise looks sharp in the dark, and from far off the pixels themselves are the blur: the cause is named instead. */
function isJudgedForBlur({ paperWhite, pxPerMm }: PageReading): boolean {
  return paperWhite >= THRESHOLDS.paperWhite.refuse && pxPerMm >= THRESHOLDS.pxPerMm.doubt;
}

function below(code: FindingCode, value: number, limit: { readonly refuse: number; readonly doubt: number }) {
  if (value < limit.refuse) return finding(code, 'refuse');
  return value < limit.doubt ? finding(code, 'doubt') : null;
}

/**
 * A missing seal can be submitted all the same: whether it is there is for a person to say, who is shown where one was
 * seen, or else where it belongs.
 */
function sealOf({ seal: { verdict, centreMm } }: PageReading): Finding[] {
  if (verdict === 'PRESENT') return [finding('seal-present', 'ok')];
  const place = centreMm ? withRoom({ ...centreMm, width: 0, height: 0 }, THRESHOLDS.seal.radiusMm.max) : SEAL_ZONE;
  return [{ ...finding(verdict === 'ABSENT' ? 'seal-absent' : 'seal-doubtful', 'doubt'), places: [place] }];
}
