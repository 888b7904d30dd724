import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { SEALED_TALENT } from './draft-store';
import type { EarlierPaper } from './rules/place-of-upload';
import { standingOf } from './store';

type Place = { readonly applicationId: string; readonly requirementId: string; readonly talentId: string | null };

const MOST = 20;
const MONTH_MS = 30.44 * 24 * 3_600_000;

/**
 * Papers of the same requirement in other applications of the same enterprise and programme, the newest first; of a
 * talent only those of the same person (equal blind index of the ID number). Each stored file once.
 */
export async function earlierPapers(ctx: Context<EnterpriseActor>, place: Place): Promise<EarlierPaper[]> {
  const row = await standingOf(ctx.db, place.applicationId);
  if (!row) throw new Denied('application.read');
  authorise(ctx.actor, 'application.read', row);
  const talents = place.talentId === null ? null : await samePerson(ctx.db, place.applicationId, place.talentId);
  if (talents?.length === 0) return [];
  const { enterpriseId, programmeId } = row;
  const found = await ctx.db.attachment.findMany({
    where: {
      requirementId: place.requirementId,
      talentId: talents ? { in: talents } : null,
      removedAt: null,
      application: { enterpriseId, programmeId, id: { not: place.applicationId }, discardedAt: null },
      file: { enterpriseId, scanState: 'CLEAN' },
    },
    include: { file: true, application: { select: { number: true, programmeYear: true, submissionCount: true } } },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  });
  const once = found.filter(({ file }, index) => found.findIndex((one) => one.file.sha256 === file.sha256) === index);
  return once.map(({ id, file, application, createdAt }) => ({
    attachmentId: id,
    fileId: file.id,
    fileName: file.originalName,
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    uploadedAt: createdAt.toISOString(),
    ageMonths: Math.floor((ctx.now.getTime() - file.createdAt.getTime()) / MONTH_MS),
    from: sourceWords(application),
  }));
}

/** Talents of other applications with the same ID number; the index tells equality and nothing else. */
async function samePerson(db: Db, applicationId: string, talentId: string): Promise<string[]> {
  const own = await db.talent.findFirst({ where: { id: talentId, applicationId, removedAt: null } });
  const place = { tableName: SEALED_TALENT, columnName: 'idNumber' };
  const sealed = own && (await db.sealedValue.findFirst({ where: { ...place, rowId: talentId } }));
  if (!sealed) return [];
  const rows = await db.sealedValue.findMany({ where: { ...place, blindIndex: sealed.blindIndex } });
  return rows.map(({ rowId }) => rowId).filter((id) => id !== talentId);
}

type Source = { readonly number: string | null; readonly programmeYear: number; readonly submissionCount: number };

function sourceWords({ number, programmeYear, submissionCount }: Source): string {
  const version = submissionCount > 0 ? `第 ${submissionCount} 次提交` : '草稿';
  return [`${programmeYear} 年度`, number, version].filter(Boolean).join('，');
}
