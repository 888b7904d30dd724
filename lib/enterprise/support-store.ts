import 'server-only';
import type { Db } from '@/lib/db/client';

type Ticket = {
  readonly id: string;
  readonly errorNumber: string;
  readonly about: string;
  readonly subjectId: string;
  readonly company: string;
  readonly contact: string;
  readonly maskedPhone: string;
  readonly createdAt: Date;
};

/** False when the same error was reported before. */
export async function insertTicket(db: Db, ticket: Ticket): Promise<boolean> {
  const { count } = await db.supportTicket.createMany({ data: [ticket], skipDuplicates: true });
  return count === 1;
}

export const openTickets = (db: Db, most: number) =>
  db.supportTicket.findMany({ orderBy: [{ status: 'asc' }, { createdAt: 'desc' }], take: most });

export const ticketForAnswer = (db: Db, id: string) => db.supportTicket.findUnique({ where: { id } });
