import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { openSealedMany } from '@/lib/db/sealed';
import { openTickets } from './support-store';
import type { SupportTicketStatus } from './rules/states';

export type TicketRow = {
  readonly id: string;
  readonly status: SupportTicketStatus;
  readonly errorNumber: string;
  readonly company: string;
  readonly contact: string;
  /** Whole: the officer rings it. */
  readonly telephone: string;
  readonly createdAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

const MOST = 200;

/** Calls for help, the open ones first, the newest of each first. */
export async function supportTickets(ctx: Context<StaffActor>): Promise<TicketRow[]> {
  authorise(ctx.actor, 'support.answer');
  const rows = await openTickets(ctx.db, MOST);
  const telephones = await openSealedMany(
    ctx,
    { table: 'support_ticket', column: 'telephone' },
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, status, errorNumber, company, contact, maskedPhone, createdAt, answer, answeredAt }) => ({
    ...{ id, status, errorNumber, company, contact, createdAt, answer, answeredAt },
    telephone: telephones.get(id) ?? maskedPhone,
  }));
}
