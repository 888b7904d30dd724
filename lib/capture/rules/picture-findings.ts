import type { Finding, FindingCode, Severity } from './findings';
import type { Inspection, PageReading } from './inspection';
import { THRESHOLDS } from './thresholds';

/**
 * What one picture alone tells, before anybody asks whether it shows the right receipt. The gravest comes first.
 *
 * A picture without a whole sheet is judged by what can still be said: which corners are missing, how dark and how
 * blurred it is. In the dark nothing is said about sharpness, since noise looks sharp.
 */
export function pictureFindings(inspection: Inspection): Finding[] {
  const { page, code } = inspection;
  if (!page) return [...pageless(inspection), ...dimOrBlurred(inspection)];
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

function pageless({ marks }: Inspection): Finding[] {
  if (marks.found.length === 0) return [finding('page-not-found', 'refuse')];
  const findings: Finding[] = [];
  if (marks.outside.length > 0) findings.push({ code: 'corner-outside', severity: 'refuse', corners: marks.outside });
  if (marks.hidden.length > 0) findings.push({ code: 'corner-hidden', severity: 'refuse', corners: marks.hidden });
  return findings;
}

function dimOrBlurred({ whole }: Inspection): Finding[] {
  if (whole.brightness < THRESHOLDS.wholePicture.paperWhite) return [finding('too-dark', 'refuse')];
  return whole.crispness < THRESHOLDS.wholePicture.crispness ? [finding('blurred', 'refuse')] : [];
}

function qualityOf(page: PageReading): Finding[] {
  const { pxPerMm, paperWhite, sharpness, tiltDegrees, misfitMm, screenshot } = THRESHOLDS;
  const findings = [
    below('too-dark', page.paperWhite, paperWhite),
    below('too-far', page.pxPerMm, pxPerMm),
    page.paperWhite < paperWhite.refuse ? null : below('blurred', page.sharpness, sharpness),
    page.tiltDegrees > tiltDegrees.doubt ? finding('tilted', 'doubt') : null,
    page.misfitMm > misfitMm.doubt ? finding('curled', 'doubt') : null,
    page.grain < screenshot.grain && page.perspective < screenshot.perspective
      ? finding('looks-like-screenshot', 'doubt')
      : null,
  ];
  return findings.filter((one) => one !== null);
}

function below(code: FindingCode, value: number, limit: { readonly refuse: number; readonly doubt: number }) {
  if (value < limit.refuse) return finding(code, 'refuse');
  return value < limit.doubt ? finding(code, 'doubt') : null;
}

/** A missing seal can be submitted all the same: whether it is there is for a person to say. */
function sealOf({ seal }: PageReading): Finding[] {
  if (seal.verdict === 'PRESENT') return [finding('seal-present', 'ok')];
  return [finding(seal.verdict === 'ABSENT' ? 'seal-absent' : 'seal-doubtful', 'doubt')];
}
