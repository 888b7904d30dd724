import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import type { ChangeKind } from './rules/change-form';
import type { ChangeRequestStatus } from './rules/states';

export const OPEN_CHANGE: readonly ChangeRequestStatus[] = ['DRAFT', 'RECEIVED', 'IN_CHECK', 'PROPOSED', 'RETURNED'];

const withPapers = { papers: { where: { replacedAt: null }, orderBy: { id: 'asc' } } } as const;

export const changeById = (db: Db, id: string) =>
  db.changeRequest.findUnique({ where: { id }, include: { ...withPapers, enterprise: true } });
export type ChangeRow = NonNullable<Awaited<ReturnType<typeof changeById>>>;

/** The open request of this kind, of which an enterprise has one at a time. */
export const openChange = (db: Db, enterpriseId: string, kind: ChangeKind) =>
  db.changeRequest.findFirst({ where: { enterpriseId, kind, status: { in: [...OPEN_CHANGE] } }, select: { id: true } });

export async function insertChange(
  db: Db,
  row: { id: string; kind: ChangeKind; enterpriseId: string; requestedById: string; createdAt: Date },
): Promise<void> {
  await db.changeRequest.create({ data: row });
}

/** Keeps what was typed while the request is the enterprise's to edit; false when it no longer is. */
export async function keepChangeFields(db: Db, id: string, fields: Readonly<Record<string, string>>): Promise<boolean> {
  const { count } = await db.changeRequest.updateMany({
    where: { id, status: { in: ['DRAFT', 'RETURNED'] } },
    data: { fields: fields as Prisma.InputJsonObject },
  });
  return count === 1;
}

/** A new paper in the place of the one before. */
export async function insertChangePaper(
  db: Db,
  row: {
    id: string;
    requestId: string;
    kind: string;
    fileId: string;
    checkState: string | null;
    findings: readonly string[];
    createdAt: Date;
  },
): Promise<void> {
  await db.changeRequestPaper.updateMany({
    where: { requestId: row.requestId, kind: row.kind, replacedAt: null },
    data: { replacedAt: row.createdAt },
  });
  await db.changeRequestPaper.create({ data: { ...row, findings: [...row.findings] } });
}

/** A printed letter that no longer says what is typed must be printed anew. */
export async function removePrintedPaper(db: Db, requestId: string, kind: string, at: Date): Promise<void> {
  await db.changeRequestPaper.updateMany({ where: { requestId, kind, replacedAt: null }, data: { replacedAt: at } });
}

export async function insertResetRequest(
  db: Db,
  row: { id: string; number: string; enterpriseId: string; account: string; at: Date },
): Promise<void> {
  await db.changeRequest.create({
    data: {
      id: row.id,
      number: row.number,
      kind: 'PASSWORD_RESET',
      status: 'RECEIVED',
      enterpriseId: row.enterpriseId,
      fields: { account: row.account },
      round: 1,
      submittedAt: row.at,
      createdAt: row.at,
    },
  });
}

/** The account of 企业管理员, for the public page. */
export const administratorId = async (db: Db, enterpriseId: string): Promise<string | null> =>
  (await db.enterpriseUser.findUnique({ where: administrator(enterpriseId), select: { id: true } }))?.id ?? null;

const administrator = (enterpriseId: string) => ({ enterpriseId_username: { enterpriseId, username: 'admin' } });

/** Who is administrator now, as the account has it. */
export async function administratorName(db: Db, enterpriseId: string): Promise<string | null> {
  const row = await db.enterpriseUser.findUnique({ where: administrator(enterpriseId), select: { displayName: true } });
  return row?.displayName ?? null;
}
