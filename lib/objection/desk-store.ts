import 'server-only';
import type { Db } from '@/lib/db/client';
import type { CaseToAsk, ObjectionView } from './rules/desk-view';

const IN_VIEW = {
  received: { status: 'RECEIVED' as const },
  handling: { status: 'HANDLING' as const },
  decided: { status: { in: ['UPHELD' as const, 'DISMISSED' as const, 'NOT_ACCEPTED' as const] } },
};
const MOST = 200;

export const objectionsIn = (db: Db, view: Exclude<ObjectionView, 'clues'>) =>
  db.objection.findMany({
    where: IN_VIEW[view],
    orderBy: view === 'decided' ? [{ decidedAt: 'desc' }] : [{ acceptDueOn: 'asc' }, { receivedAt: 'asc' }],
    take: MOST,
    include: {
      notice: { select: { number: true } },
      subjects: { include: { entry: { select: { position: true, enterpriseName: true } } } },
    },
  });

export type ListedObjection = Awaited<ReturnType<typeof objectionsIn>>[number];

export const recentClues = (db: Db) =>
  db.clue.findMany({
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'first' } }, { at: 'desc' }],
    take: MOST,
    include: { notice: { select: { id: true, number: true } } },
  });

export async function countsOf(db: Db): Promise<Record<ObjectionView, number>> {
  const [received, handling, decided, clues] = await Promise.all([
    db.objection.count({ where: IN_VIEW.received }),
    db.objection.count({ where: IN_VIEW.handling }),
    db.objection.count({ where: IN_VIEW.decided }),
    db.clue.count({ where: { seenAt: null } }),
  ]);
  return { received, handling, decided, clues };
}

const fileColumns = { select: { id: true, originalName: true, mediaType: true, sizeBytes: true } } as const;

export const objectionForDesk = (db: Db, id: string) =>
  db.objection.findUnique({
    where: { id },
    include: {
      notice: { select: { id: true, number: true, title: true } },
      subjects: {
        include: {
          entry: { select: { position: true, enterpriseName: true, amountFen: true } },
          application: { select: { id: true, number: true, status: true } },
        },
      },
      papers: { orderBy: { position: 'asc' }, include: { file: fileColumns } },
      notes: { orderBy: { at: 'asc' } },
      statements: {
        orderBy: { askedAt: 'asc' },
        include: {
          application: { select: { enterprise: { select: { name: true } } } },
          papers: { orderBy: { position: 'asc' }, include: { file: fileColumns } },
        },
      },
    },
  });

type DeskRow = NonNullable<Awaited<ReturnType<typeof objectionForDesk>>>;

export async function namesOfTalents(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.talent.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The cases whose enterprises were not asked yet: those it is about, or any of the list where it is about the whole. */
export async function casesToAsk(db: Db, row: DeskRow): Promise<CaseToAsk[]> {
  const asked = row.statements.map(({ applicationId }) => applicationId);
  const about = row.subjects.map(({ applicationId }) => applicationId);
  const cases = await db.application.findMany({
    where: {
      noticeEntries: { some: { noticeId: row.noticeId } },
      id: { notIn: asked, ...(row.isWholeList ? {} : { in: about }) },
    },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, enterprise: { select: { name: true } } },
  });
  return cases.map(({ id, number, enterprise }) => ({
    ...{ applicationId: id, number: number ?? '', enterpriseName: enterprise.name },
  }));
}

export async function namesOfStaff(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const where = { id: { in: [...ids] } };
  const rows = await db.staffUser.findMany({ where, select: { id: true, displayName: true } });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
