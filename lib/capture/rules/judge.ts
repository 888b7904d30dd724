import { isFirstPage, parsePageCode } from '@/lib/receipt/rules/page-code';
import type { Finding, FindingCode, ReceiptVersion } from './findings';
import type { ContentReading, Inspection } from './inspection';
import { pictureFindings, sorted } from './picture-findings';
import { THRESHOLDS } from './thresholds';

/** CLEAN: nothing to remark. DOUBTFUL: may be submitted, a person looks. REFUSED: must be taken again. */
export type Verdict = 'CLEAN' | 'DOUBTFUL' | 'REFUSED';

/**
 * What the server found out about the code of a picture: `valid` for the receipt's current version, `voided` for an
 * earlier one of the same receipt, `foreign` for anything else that is genuine or no receipt at all, `forged` when it
 * claims to be ours and its tag is not, `unread` when there was none to check.
 */
export type CodeCheck = 'valid' | 'voided' | 'foreign' | 'forged' | 'unread';

export type Judgement = { readonly verdict: Verdict; readonly findings: readonly Finding[] };

const FAULTS: Record<Exclude<CodeCheck, 'valid'>, FindingCode> = {
  voided: 'voided-version',
  foreign: 'wrong-receipt',
  forged: 'forged-code',
  unread: 'code-unreadable',
};

/**
 * Decides what may be done with a picture that was meant to show `expected`.
 *
 * Never approves anything: a clean picture only spares the officer work.
 */
export function judge(inspection: Inspection, expected: ReceiptVersion, codeCheck: CodeCheck): Judgement {
  const ofPicture = pictureFindings(inspection);
  // without a sheet an unread code is no news, and with one the picture's own findings say it already
  const ofCode =
    codeCheck === 'unread' && inspection.code === null ? [] : [codeFinding(inspection, expected, codeCheck)];
  const { content } = inspection;
  const ofContent = codeCheck === 'valid' && content !== undefined ? [contentFinding(content)] : [];
  const findings = sorted([...ofCode, ...ofContent, ...ofPicture]);
  return { verdict: verdictOf(findings), findings };
}

function codeFinding({ code }: Inspection, expected: ReceiptVersion, codeCheck: CodeCheck): Finding {
  const read = code === null ? null : parsePageCode(code);
  const seen = read?.ok ? { number: read.value.number, version: read.value.version } : undefined;
  if (codeCheck !== 'valid') return { code: FAULTS[codeCheck], severity: 'refuse', expected, ...(seen && { seen }) };
  if (!isFirstPage(code)) return { code: 'wrong-page', severity: 'refuse', expected };
  return { code: 'code-valid', severity: 'ok' };
}

/** Whether the page says what was issued under its code. A few places go to a person, who sees where they are. */
function contentFinding(reading: ContentReading | null): Finding {
  if (!reading) return { code: 'content-unchecked', severity: 'doubt' };
  const { usual, found, share, places } = reading;
  const { content } = THRESHOLDS;
  const isRefused = usual < content.usual.refuse || found < content.found;
  if (isRefused) return { code: 'content-unreadable', severity: 'refuse' };
  // Where all print is unlike, one changed digit does not stand out: a person looks.
  const isSame = usual >= content.usual.doubt;
  if (places.length > 0)
    return { code: 'content-differs', severity: share > content.share ? 'refuse' : 'doubt', places };
  return isSame ? { code: 'content-same', severity: 'ok' } : { code: 'content-unreadable', severity: 'doubt' };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'refuse')) return 'REFUSED';
  return findings.some(({ severity }) => severity === 'doubt') ? 'DOUBTFUL' : 'CLEAN';
}
