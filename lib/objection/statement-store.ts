import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';

/** A statement with what a command decides by. Nothing of who objected is read here. */
export const statementForAct = (db: Db, id: string) =>
  db.objectionStatement.findUnique({
    where: { id },
    include: {
      application: { select: { id: true, number: true, programmeId: true } },
      objection: { select: { id: true, status: true } },
    },
  });

export async function insertStatement(
  db: Db,
  row: {
    objectionId: string;
    applicationId: string;
    enterpriseId: string;
    allegation: string;
    askedById: string;
    askedAt: Date;
    dueOn: string;
  },
): Promise<string> {
  const id = newId();
  await db.objectionStatement.create({ data: { id, ...row } });
  return id;
}

/** Writes what the enterprise says, once; false when it was said already. */
export async function writeStatement(
  db: Db,
  id: string,
  said: { text: string; givenById: string; givenAt: Date },
): Promise<boolean> {
  const { count } = await db.objectionStatement.updateMany({ where: { id, givenAt: null }, data: said });
  return count === 1;
}

/** The statements of an enterprise. What the office wrote, and nothing of the objection behind it but whether it is open. */
export const statementsOf = (db: Db, enterpriseId: string) =>
  db.objectionStatement.findMany({
    where: { enterpriseId },
    orderBy: { askedAt: 'desc' },
    take: 50,
    select: {
      ...{ id: true, allegation: true, askedAt: true, dueOn: true, text: true, givenAt: true },
      application: { select: { id: true, number: true, programmeId: true } },
      objection: { select: { status: true } },
      papers: {
        orderBy: { position: 'asc' },
        select: { file: { select: { id: true, originalName: true, mediaType: true, sizeBytes: true } } },
      },
    },
  });

export const statementCount = (db: Db, enterpriseId: string, today: string) =>
  db.objectionStatement.count({
    where: {
      ...{ enterpriseId, givenAt: null, dueOn: { gte: today } },
      objection: { status: { in: ['RECEIVED', 'HANDLING'] } },
    },
  });
