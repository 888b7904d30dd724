import 'server-only';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { nextNumber } from '@/lib/db/numbers';
import { inTransaction, isUniqueViolation, transact } from '@/lib/db/transact';
import { formatNumber } from '@/lib/kernel/numbers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { contentHash } from '@/lib/paper/render/content-hash';
import {
  agreementInForce,
  currentPaper,
  insertPaper,
  lastPaper,
  paperByVersion,
  voidPaper,
  type PaperToKeep,
} from '../paper-store';
import { PAPER_TITLES, type PaperKind, type PaperSubject } from '../rules/paper-kinds';
import { paperContentSchema, type PaperContent, type PaperContentOf, type PaperModel } from '../rules/paper-models';
import type { PaperRefusal } from '../rules/paper-refusals';

export type IssuedVersion = { readonly paperId: string; readonly number: string; readonly version: number };
type Answer = Result<IssuedVersion, PaperRefusal>;

const VOID_REASON = '资料已修改';

/**
 * 下载PDF打印: issues a paper of a registration or change request. The same content answers the version that stands;
 * changed content makes the next version and voids the one before, so that its printed copy is refused when it comes
 * back. Drawn outside the transaction; of many equal requests one issues, the others are answered with its version.
 * Whose the subject is, is the caller's to ask.
 */
export async function issuePaper<K extends PaperKind>(
  ctx: Context,
  input: PaperSubject & { readonly kind: K; readonly model: Omit<PaperContentOf<K>, 'kind'> },
): Promise<Answer> {
  const { subjectKind, subjectId, kind } = input;
  const subject = { subjectKind, subjectId };
  const parsed = paperContentSchema.safeParse({ ...input.model, kind });
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.'));
    return refuse({ code: 'paper-incomplete', kind, fields });
  }
  const content = parsed.data;
  const agreement = kind === 'use-agreement' ? await agreementInForce(ctx.db) : null;
  const modelSha256 = contentHash({ content, agreement });
  const standing = await currentPaper(ctx.db, subject, kind);
  if (standing?.modelSha256 === modelSha256) {
    return ok({ paperId: standing.id, number: standing.number, version: standing.versionNumber });
  }
  const model = { ...(await numberFor(ctx, subject, content)), content, agreement };
  const rendered = await ctx.ports.papers.render(model);
  if (!rendered.ok) return rendered;
  const pdfKey = `papers/${model.number}/${model.version}-${rendered.value.sha256.slice(0, 16)}.pdf`;
  await ctx.ports.files.put(pdfKey, rendered.value.pdf, 'application/pdf');
  const paper = { ...subject, model, modelSha256, rendered: rendered.value, pdfKey };
  const paperId = await keep(ctx, paper, standing?.id ?? null);
  if (paperId) return ok({ paperId, number: model.number, version: model.version });
  // Somebody issued meanwhile: an equal wish is answered with that version, another one is tried on top of it.
  return issuePaper(ctx, input);
}

async function numberFor(
  ctx: Context,
  subject: PaperSubject,
  { kind }: PaperContent,
): Promise<Pick<PaperModel, 'number' | 'version' | 'issuedOn'>> {
  const issuedOn = shanghaiDayOf(ctx.now);
  const last = await lastPaper(ctx.db, subject, kind);
  if (last) return { number: last.number, version: last.versionNumber + 1, issuedOn };
  const year = Number(issuedOn.slice(0, 4));
  const sequence = await inTransaction(ctx, (tx) => nextNumber(tx.db, 'ZC', year));
  return { number: formatNumber('ZC', year, sequence), version: 1, issuedOn };
}

/** Voids the version before and puts the new one on record; null when another request was faster. */
async function keep(ctx: Context, paper: PaperToKeep, standingId: string | null): Promise<string | null> {
  const { number, version, content } = paper.model;
  if (await paperByVersion(ctx.db, number, version)) return null;
  try {
    const kept = await transact(ctx, async (tx) => {
      if (standingId && !(await voidPaper(tx.db, standingId, tx.now, VOID_REASON))) return refuse('faster');
      const paperId = await insertPaper(tx, paper);
      await writeAudit(tx, {
        action: 'paper.issue',
        word: `打印${PAPER_TITLES[content.kind]}`,
        subjectKind: paper.subjectKind,
        subjectId: paper.subjectId,
        detail: { paperId, number, version, sha256: paper.rendered.sha256, voided: standingId },
      });
      return ok(paperId);
    });
    return kept.ok ? kept.value : null;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
