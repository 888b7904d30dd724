import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { openSealed, putSealed } from '@/lib/db/sealed';
import { maskEmail, maskMobile } from '@/lib/kernel/mask';
import { maskName } from '@/lib/kernel/personal-name';
import type { Objector } from './rules/mentions';

/** Takes the notice for this transaction: it cannot end, or be taken down, while something is said against it. */
export async function noticeForObjection(db: Db, number: string) {
  await db.$queryRaw`SELECT id FROM public_notice WHERE number = ${number} FOR UPDATE`;
  return db.publicNotice.findUnique({
    where: { number },
    include: {
      entries: { orderBy: { position: 'asc' } },
    },
  });
}

export type NoticeForObjection = NonNullable<Awaited<ReturnType<typeof noticeForObjection>>>;

/** Whether a notice hangs out on this day. */
export const isRunning = (notice: { status: string; endsOn: string | null }, today: string) =>
  notice.status === 'PUBLISHED' && (notice.endsOn ?? '') >= today;

export const noticeStanding = (db: Db, number: string) =>
  db.publicNotice.findUnique({ where: { number }, select: { id: true, status: true, endsOn: true } });

export async function insertObjection(
  db: Db,
  row: Prisma.ObjectionUncheckedCreateInput,
  entries: readonly { id: string; applicationId: string; talentId: string }[],
): Promise<void> {
  await db.objection.create({ data: row });
  await addSubjects(db, row.id, entries);
}

export async function addSubjects(
  db: Db,
  objectionId: string,
  entries: readonly { id: string; applicationId: string; talentId: string }[],
): Promise<void> {
  await db.objectionSubject.createMany({
    data: entries.map(({ id: entryId, applicationId, talentId }) => ({
      objectionId,
      entryId,
      applicationId,
      talentId,
    })),
    skipDuplicates: true,
  });
}

const TABLE = 'objection';

/** Who objected, sealed; the masked forms are for the desk. */
export async function sealObjector(ctx: Context, rowId: string, { name, telephone, email }: Objector): Promise<void> {
  await putSealed(ctx, { table: TABLE, column: 'name', rowId }, { clear: name, masked: maskName(name) });
  await putSealed(
    ctx,
    { table: TABLE, column: 'telephone', rowId },
    { clear: telephone, masked: maskMobile(telephone.replace(/\D/g, '')) },
  );
  if (email) await putSealed(ctx, { table: TABLE, column: 'email', rowId }, { clear: email, masked: maskEmail(email) });
}

export async function objectorOf(ctx: Context, rowId: string): Promise<Objector> {
  const [name, telephone, email] = await Promise.all(
    ['name', 'telephone', 'email'].map((column) => openSealed(ctx, { table: TABLE, column, rowId })),
  );
  return { name: name ?? '', telephone: telephone ?? '', email: email ?? null };
}

/** How many files were uploaded for this form or person. */
export const filesOf = (db: Db, uploadedBy: string, purpose: string) =>
  db.storedFile.count({ where: { uploadedBy, purpose } });

/**
 * Puts uploaded files with an objection or a statement. False when one is not there, is somebody else's, or stands
 * elsewhere already.
 */
export async function placePapers(
  db: Db,
  fileIds: readonly string[],
  of: { uploadedBy: string; purpose: string; objectionId: string; statementId?: string; at: Date },
): Promise<boolean> {
  const { uploadedBy, purpose, objectionId, statementId = null, at } = of;
  const free = await db.storedFile.findMany({
    where: { id: { in: [...fileIds] }, uploadedBy, purpose, objectionPapers: { none: {} } },
    select: { id: true },
  });
  if (free.length !== new Set(fileIds).size) return false;
  await db.objectionPaper.createMany({
    data: fileIds.map((fileId, index) => ({
      id: newId(),
      ...{ objectionId, statementId, fileId, position: index + 1, createdAt: at },
    })),
  });
  return true;
}

/** An objection with what a command decides by; null when there is none. */
export const objectionForAct = (db: Db, id: string) =>
  db.objection.findUnique({
    where: { id },
    include: {
      subjects: { include: { entry: { select: { position: true, withdrawnAt: true } } } },
      notice: { select: { id: true, number: true, title: true, status: true } },
      statements: { select: { id: true, applicationId: true } },
    },
  });

export type ObjectionForAct = NonNullable<Awaited<ReturnType<typeof objectionForAct>>>;

export const insertClue = (db: Db, row: Prisma.ClueUncheckedCreateInput) => db.clue.create({ data: row });

export async function lockNoticeById(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM public_notice WHERE id = ${id}::uuid FOR UPDATE`;
}

export const objectionByNumber = (db: Db, number: string) =>
  db.objection.findUnique({ where: { number }, include: { notice: { select: { title: true } } } });
