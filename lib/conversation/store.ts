import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { Side } from './rules/sides';

export const caseForConversation = (db: Db, id: string) =>
  db.application.findUnique({ where: { id }, include: { enterprise: { select: { name: true } } } });

/** Makes whoever writes on the same case wait, so that counts and marks are those of one after the other. */
export async function lockCase(db: Db, id: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM application WHERE id = ${id}::uuid FOR UPDATE`;
}

export const messagesOf = (db: Db, applicationId: string, most: number) =>
  db.caseMessage.findMany({
    where: { applicationId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
  });

export const messageByKey = (db: Db, applicationId: string, key: string) =>
  db.caseMessage.findUnique({ where: { applicationId_key: { applicationId, key } } });

export const writtenSince = (db: Db, applicationId: string, authorId: string, since: Date) =>
  db.caseMessage.count({ where: { applicationId, authorId, createdAt: { gt: since } } });

export async function insertMessage(
  db: Db,
  row: {
    applicationId: string;
    key: string;
    side: Side;
    authorId: string;
    authorName: string;
    authorRole: string;
    text: string;
    createdAt: Date;
  },
): Promise<void> {
  await db.caseMessage.create({ data: { id: newId(), ...row } });
}

export async function readUpTo(db: Db, applicationId: string, side: Side): Promise<Date | null> {
  const row = await db.caseMessageRead.findUnique({ where: { applicationId_side: { applicationId, side } } });
  return row?.readAt ?? null;
}

/** Moves a side's mark forward, never back. */
export async function markRead(db: Db, applicationId: string, side: Side, upTo: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO case_message_read (application_id, side, read_at) VALUES (${applicationId}::uuid, ${side}::"CaseSide", ${upTo})
    ON CONFLICT (application_id, side) DO UPDATE SET read_at = greatest(case_message_read.read_at, excluded.read_at)`;
}

export type InboxRow = {
  readonly id: string;
  readonly number: string;
  readonly enterprise: string;
  readonly programme: string;
  readonly status: string;
  readonly unread: number;
  readonly last: Date;
  readonly text: string;
};

/** Cases on which an enterprise's message was not read by the office, the longest waiting first. */
export const inboxRows = (db: Db, most: number) =>
  db.$queryRaw<InboxRow[]>(Prisma.sql`
    SELECT a.id, a.number, e.name AS enterprise, p.name AS programme, a.status::text AS status,
      count(*)::int AS unread, max(m.created_at) AS last, (array_agg(m.text ORDER BY m.created_at DESC))[1] AS text
    FROM case_message m
    JOIN application a ON a.id = m.application_id
    JOIN enterprise e ON e.id = a.enterprise_id
    JOIN programme p ON p.id = a.programme_id
    LEFT JOIN case_message_read r ON r.application_id = m.application_id AND r.side = 'STAFF'
    WHERE m.side = 'ENTERPRISE' AND (r.read_at IS NULL OR m.created_at > r.read_at)
    GROUP BY a.id, e.name, p.name ORDER BY min(m.created_at) LIMIT ${most}`);
