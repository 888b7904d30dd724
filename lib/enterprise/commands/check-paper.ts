import 'server-only';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { currentPaper, paperByVersion } from '../paper-store';
import { isPaperTag } from '../render/paper-tag';
import { judgePaper, type CodeReading, type SheetReading } from '../rules/judge-paper';
import type { PaperCheck } from '../rules/paper-check';
import { parsePaperCode } from '../rules/paper-code';
import { isPaperKind, type PaperKind, type PaperSubject } from '../rules/paper-kinds';
import type { PaperRefusal } from '../rules/paper-refusals';

export type PaperToCheck = PaperSubject & {
  readonly kind: PaperKind;
  /** JPEG, PNG or PDF, as it is kept; of a PDF the first page is looked at. */
  readonly bytes: Uint8Array;
};

const NOTHING_SEEN: SheetReading = { codes: ['page-not-found'], seal: null };

/**
 * Tells whether an uploaded scan or picture is that very form in the version that stands, and whether it is stamped.
 * Never accepts anything: what is good spares staff work. Whose the subject is, is the caller's to ask.
 */
export async function checkPaper(
  ctx: Context,
  { kind, bytes, ...subject }: PaperToCheck,
): Promise<Result<PaperCheck, Extract<PaperRefusal, { code: 'paper-not-issued' }>>> {
  const current = await currentPaper(ctx.db, subject, kind);
  if (!current) return refuse({ code: 'paper-not-issued', kind });
  const expected = { kind, version: current.versionNumber };
  const seen = await ctx.ports.scans.inspect(bytes);
  if (!seen.ok) return ok(judgePaper(expected, { kind: 'unread' }, NOTHING_SEEN));
  const { inspection, findings } = seen.value;
  const sheet = { codes: findings.map(({ code }) => code), seal: inspection.page?.seal.verdict ?? null };
  return ok(judgePaper(expected, await readingOf(ctx, inspection.code, subject), sheet));
}

async function readingOf(ctx: Context, text: string | null, subject: PaperSubject): Promise<CodeReading> {
  if (text === null) return { kind: 'unread' };
  const code = parsePaperCode(text);
  if (!code.ok) return { kind: code.refusal === 'foreign' ? 'foreign' : 'forged' };
  const { number, version, kind, page, tag } = code.value;
  const paper = await paperByVersion(ctx.db, number, version);
  if (!paper || !isPaperKind(paper.kind)) return { kind: 'forged' };
  const tagged = { number, version, kind, page, contentSha256: paper.contentSha256 };
  const secret = Buffer.from(ctx.secrets.pageCode, 'base64');
  if (paper.kind !== kind || !isPaperTag(tag, secret, tagged)) return { kind: 'forged' };
  const isThisCase = paper.subjectKind === subject.subjectKind && paper.subjectId === subject.subjectId;
  return { kind: 'genuine', paper: paper.kind, version, page, isThisCase };
}
